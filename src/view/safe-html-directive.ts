import { noChange } from 'lit';
import { Directive, directive, type ChildPart } from 'lit/directive.js';
import type { SafeHtml } from '../content/safe-html.js';

/** Puts a copy of a sanitised fragment into place, once: what a reader has opened or selected in it stays as it is. */
class ShowSafeHtml extends Directive {
  #shown: SafeHtml | undefined;

  override update(_part: ChildPart, [html]: [SafeHtml]): unknown {
    if (html === this.#shown) return noChange;
    this.#shown = html;
    return this.render(html);
  }

  render(html: SafeHtml): unknown {
    return html.clone();
  }
}

/** The only way for HTML into a view. */
export const safeHtml = directive(ShowSafeHtml);
