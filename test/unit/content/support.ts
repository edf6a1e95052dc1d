import { renderBody, type BodyOptions } from '../../../src/content/render-body.js';
import type { Body } from '../../../src/model/body.js';

export const BASE = 'https://site.example/news/';

/** What a view would put into the page, as markup. Attributes stand in the order in which they were set. */
export function shown(body: Body, options: BodyOptions): string {
  const stage = document.createElement('div');
  stage.append(renderBody(body, options).clone());
  return stage.innerHTML;
}

const html = (value: string): Body => ({ format: 'html', value });

/** HTML of a comment. */
export function comment(value: string, options: Partial<BodyOptions> = {}): string {
  return shown(html(value), { purpose: 'comment', base: BASE, ...options });
}

/** HTML of an article whose pictures come from its own host. */
export function article(value: string, options: Partial<BodyOptions> = {}): string {
  return shown(html(value), { purpose: 'article', base: BASE, imageHosts: ['site.example'], ...options });
}

/** Whether HTML was given up and is shown as plain text. */
export function isPlain(value: string, options: Partial<BodyOptions> = {}): boolean {
  return renderBody(html(value), { purpose: 'comment', base: BASE, ...options }).plain;
}

/** What every link has. */
export const LINK = {
  comment: 'rel="nofollow ugc noopener noreferrer" target="_blank" referrerpolicy="no-referrer"',
  article: 'rel="noopener noreferrer" target="_blank" referrerpolicy="no-referrer"',
};
/** What every picture has. */
export const IMAGE = 'loading="lazy" decoding="async" referrerpolicy="no-referrer"';

/** An inert body, as the sanitiser takes it. */
export function bodyOf(markup: string): HTMLElement {
  return new DOMParser().parseFromString(markup, 'text/html').body;
}

/** A text with `#` counted up. */
export function counted(text: string, times: number): string {
  return Array.from({ length: times }, (_, index) => text.replaceAll('#', `${index}`)).join('');
}
