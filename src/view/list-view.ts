import { html, type TemplateResult } from 'lit';
import type { Article } from '../model/article.js';
import { cardView, type CardOptions } from './card-view.js';

/** Stories below each other, as a list that says how long it is. */
export function listView(articles: readonly Article[], options: CardOptions): TemplateResult {
  // `role`: Safari takes a list without bullets for no list at all.
  return html`<ul class="list ${options.layout}" part="list" role="list">
    ${articles.map((article) => html`<li>${cardView(article, options)}</li>`)}
  </ul>`;
}
