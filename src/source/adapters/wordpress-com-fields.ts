import { toArticle, type Article } from '../../model/article.js';
import { toComment, type Comment } from '../../model/comment.js';
import { get, isRecord } from '../../model/record.js';
import { plainText } from '../../model/text.js';

/** Records under their names. */
const valuesOf = (value: unknown): readonly unknown[] => (isRecord(value) ? Object.values(value) : []);

/** Categories or tags as a filter of lists takes them. */
export function slugsOf(terms: unknown): string {
  return valuesOf(terms)
    .map((term) => get(term, 'slug'))
    .filter((slug) => typeof slug === 'string' && slug !== 'uncategorized')
    .join();
}

function toTerms(terms: unknown): unknown[] {
  return valuesOf(terms)
    .filter((term) => get(term, 'slug') !== 'uncategorized')
    .map((term) => ({ id: get(term, 'ID'), name: plainText(get(term, 'name')) }));
}

/** Source: https://developer.wordpress.com/docs/api/1.1/get/sites/%24site/posts/%24post_ID/ */
export function toStory(post: unknown, base: string): Article {
  const picture = get(post, 'post_thumbnail');
  const content = get(post, 'content');
  const author = get(post, 'author');
  return toArticle(
    {
      id: get(post, 'ID'),
      url: get(post, 'URL'),
      title: plainText(get(post, 'title')),
      excerpt: plainText(get(post, 'excerpt')).replace(/\s*\[…\]$/, '…'),
      body: typeof content === 'string' ? { format: 'html', value: content } : undefined,
      image: {
        src: get(picture, 'URL') || get(post, 'featured_image'),
        width: get(picture, 'width'),
        height: get(picture, 'height'),
        alt: plainText(get(picture, 'alt')),
      },
      authors: isRecord(author) ? [toUser(author)] : [],
      published: get(post, 'date'),
      updated: get(post, 'modified'),
      categories: toTerms(get(post, 'categories')),
      tags: toTerms(get(post, 'tags')),
      commentCount: get(post, 'discussion', 'comment_count'),
      commentsOpen: get(post, 'discussion', 'comments_open'),
    },
    base,
  );
}

/** A guest has the number 0. */
function toUser(author: unknown) {
  return {
    id: get(author, 'ID') || undefined,
    name: plainText(get(author, 'name')),
    url: get(author, 'URL') || get(author, 'profile_URL'),
    avatar: get(author, 'avatar_URL'),
  };
}

export function toWordPressComComment(comment: unknown, post: unknown, base: string): Comment {
  const author = get(comment, 'author');
  const writer = get(author, 'ID');
  const isAuthor = typeof writer === 'number' && writer > 0 && writer === get(post, 'author', 'ID');
  return toComment(
    {
      id: get(comment, 'ID'),
      parentId: get(comment, 'parent', 'ID'),
      author: { ...toUser(author), badge: isAuthor ? 'author' : undefined },
      body: { format: 'html', value: get(comment, 'content') },
      published: get(comment, 'date'),
      status: get(comment, 'status') === 'unapproved' ? 'pending' : 'published',
      score: get(comment, 'like_count'),
      url: get(comment, 'URL'),
    },
    base,
  );
}
