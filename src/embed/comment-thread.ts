import { CommentThread } from '../elements/comment-thread.js';
import { define } from './define.js';

define('comment-thread', CommentThread);

export { CommentThread };
