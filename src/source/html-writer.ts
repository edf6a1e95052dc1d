import { safeUrl } from '../model/url.js';

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
