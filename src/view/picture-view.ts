import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Picture } from '../model/article.js';

/** A picture that does not come leaves no hole: its frame goes, and what stands beside it takes the room. */
function dropBroken(event: Event): void {
  const image = event.currentTarget as HTMLElement;
  (image.closest<HTMLElement>('.media') ?? image).hidden = true;
}

/**
 * @param sizes how wide the picture is shown, for the browser's choice among its widths
 * @param decorative next to a title that links to the same story, the picture says nothing new
 */
export function pictureView(picture: Picture, sizes: string, decorative: boolean): TemplateResult {
  const srcset = picture.srcset.map(({ src, width }) => `${src.replaceAll(',', '%2C')} ${width}w`).join(', ');
  // Keyed, so that the next picture does not inherit that the one before was broken.
  return html`${keyed(
    picture.src,
    html`<img
      class="picture"
      part="image"
      src=${picture.src}
      srcset=${srcset || nothing}
      sizes=${srcset ? sizes : nothing}
      width=${picture.width ?? nothing}
      height=${picture.height ?? nothing}
      alt=${decorative ? '' : picture.alt}
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
      @error=${dropBroken}
    />`,
  )}`;
}
