import type { Article } from '../model/article.js';
import { NewsSelectEvent } from './events.js';

/** Tells the page that a reader chose a story, and stops the link when the page takes care of it. */
export function selectStory(element: HTMLElement, click: MouseEvent, article: Article): void {
  // Into a new tab or window, or to be saved: that is between the reader and the browser.
  if (click.ctrlKey || click.metaKey || click.shiftKey || click.altKey) return;
  if (!element.dispatchEvent(new NewsSelectEvent(article))) click.preventDefault();
}
