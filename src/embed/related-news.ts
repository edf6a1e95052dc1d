import { RelatedNews } from '../elements/related-news.js';
import { define } from './define.js';

define('related-news', RelatedNews);

export { RelatedNews };
