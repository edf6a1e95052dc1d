import type { Article } from '../model/article.js';
import { NewsSelectEvent } from './events.js';

/** Tells the page that a reader chose a story, and stops the link when the page takes care of it. */
export function selectStory(element: HTMLElement, click: Event, article: Article): void {
  if (!element.dispatchEvent(new NewsSelectEvent(article))) click.preventDefault();
}
