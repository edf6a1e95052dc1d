import { ArticleView } from '../elements/article-view.js';
import { define } from './define.js';

define('article-view', ArticleView);

export { ArticleView };
