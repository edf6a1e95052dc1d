import { html, nothing, type TemplateResult } from 'lit';

/** Shown length of a title, and of a name, in what a reader takes for one character. */
export const MAX_TITLE = 300;
export const MAX_NAME = 80;

let segmenter: Intl.Segmenter | undefined;

/** The first characters as a reader counts them, never half an emoji or half a letter with its marks. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  // Cut first, or a text of megabytes is walked for its beginning. No character is longer than 32 units in practice:
  // one that goes on and on is cut as well, though not through a surrogate pair.
  let seen = 0;
  let end = 0;
  for (const character of characters(text.slice(0, most * 32))) {
    if (++seen > most) break;
    end += character.length;
  }
  if (end === text.length) return text;
  return `${text
    .slice(0, end)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}

/** Firefox has a segmenter since 125; before, code points are near enough. */
function* characters(text: string): Iterable<string> {
  if (typeof Intl.Segmenter !== 'function') return yield* text;
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  for (const { segment } of segmenter.segment(text)) yield segment;
}

/** Heading levels as an attribute gives them; anything else is `fallback`. */
export function toHeadingLevel(value: number, fallback: number): number {
  return Number.isInteger(value) && value >= 1 && value <= 6 ? value : fallback;
}

export interface HeadingOptions {
  readonly id?: string;
  /** Language of its words, where it is not that of the page. */
  readonly lang?: string;
}

/** A heading of any level. Tags are written out: building a tag name at run time would need an unsafe sink. */
export function heading(
  level: number,
  name: string,
  content: unknown,
  options: HeadingOptions = {},
): TemplateResult {
  const id = options.id ?? nothing;
  const lang = options.lang ?? nothing;
  switch (level) {
    case 1:
      return html`<h1 class=${name} part=${name} id=${id} lang=${lang} dir="auto">${content}</h1>`;
    case 2:
      return html`<h2 class=${name} part=${name} id=${id} lang=${lang} dir="auto">${content}</h2>`;
    case 3:
      return html`<h3 class=${name} part=${name} id=${id} lang=${lang} dir="auto">${content}</h3>`;
    case 4:
      return html`<h4 class=${name} part=${name} id=${id} lang=${lang} dir="auto">${content}</h4>`;
    case 5:
      return html`<h5 class=${name} part=${name} id=${id} lang=${lang} dir="auto">${content}</h5>`;
    default:
      return html`<h6 class=${name} part=${name} id=${id} lang=${lang} dir="auto">${content}</h6>`;
  }
}

/** A title, of which readers see the beginning when it is endless; screen readers and find-in-page have all of it. */
export function titleText(title: string): TemplateResult {
  const shown = shorten(title, MAX_TITLE);
  if (shown === title) return html`${title}`;
  const beginning = shown.slice(0, -1);
  return html`${beginning}<span class="hidden-text">${title.slice(beginning.length)}</span
    ><span aria-hidden="true">…</span>`;
}

/** Words of a source: their direction is their own, whatever stands around them. */
export function foreign(text: string, most = MAX_NAME): TemplateResult {
  return html`<bdi>${shorten(text, most)}</bdi>`;
}
