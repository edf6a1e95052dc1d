import { count } from '../../../model/record.js';
import { cleanText } from '../../../model/text.js';
import { safeUrl } from '../../../model/url.js';

/** For sources that send text and say beside it what is a link: their bodies are written as HTML, and sanitised as any other. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML that shows it: for content and for quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}

/** The same with line breaks kept. */
export function escapeLines(text: string): string {
  return escapeHtml(text).replace(/\r\n?|\n/g, '<br>');
}

/** A link, or only its text where the address may not be one. */
export function linkHtml(url: unknown, text: string): string {
  const href = safeUrl(url);
  return href ? `<a href="${escapeHtml(href)}">${escapeLines(text)}</a>` : escapeLines(text);
}

/** A picture, or only its description where the address may not be one; empty where there is neither. */
export function imageHtml(url: unknown, alt: string): string {
  const src = safeUrl(url, undefined, 'media');
  return src ? `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">` : escapeLines(alt);
}

/** A picture of a rich text, as `Article.image` has it. */
export interface Figure {
  readonly src?: unknown;
  readonly alt?: unknown;
  readonly width?: unknown;
  readonly height?: unknown;
  readonly caption?: unknown;
}

/** A picture with its caption; empty where the address may not be one. */
export function figureHtml({ src, alt, width, height, caption }: Figure, base?: string): string {
  const url = safeUrl(src, base, 'media');
  if (!url) return '';
  const words = (text: unknown) => escapeHtml(cleanText(text).slice(0, 2000));
  const sizes = Object.entries({ width, height }).map(([name, value]) => {
    const pixels = count(value);
    return pixels ? ` ${name}="${pixels}"` : '';
  });
  const image = `<img src="${escapeHtml(url)}" alt="${words(alt)}"${sizes.join('')}>`;
  return `<figure>${image}${words(caption) && `<figcaption>${words(caption)}</figcaption>`}</figure>`;
}
