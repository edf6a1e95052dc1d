import { toArticle, type Article } from '../../model/article.js';
import { toComment, type Comment } from '../../model/comment.js';
import { count, get, list } from '../../model/record.js';
import { plainText } from '../../model/text.js';

/** `_links` and `_embedded` must both be kept, or the embedded records silently disappear. */
const SUMMARY = [
  'id,date_gmt,modified_gmt,link,title,excerpt,comment_status,meta,acf,lang',
  '_links.author,_links.wp:featuredmedia,_links.wp:term,_embedded',
].join();

/** Named relations only: a bare `_embed` brings ten comments along with every post. */
export const SUMMARY_PARAMS = { _embed: 'author,wp:featuredmedia,wp:term', _fields: SUMMARY };
export const STORY_PARAMS = { ...SUMMARY_PARAMS, _fields: `${SUMMARY},content` };
export const COMMENT_FIELDS = 'id,post,parent,author,author_name,author_url,date_gmt,content,link,status';

/** A post of `wp/v2/posts` as an `Article`. Source: https://developer.wordpress.org/rest-api/reference/posts/ */
export function toWordPressArticle(post: unknown, base: string): Article {
  const terms = list(get(post, '_embedded', 'wp:term')).flatMap(list);
  const content = get(post, 'content', 'rendered');
  return toArticle(
    {
      id: get(post, 'id'),
      url: get(post, 'link'),
      title: plainText(get(post, 'title', 'rendered')),
      // A generated excerpt ends with " [&hellip;]": the brackets are WordPress's, not the writer's.
      excerpt: plainText(get(post, 'excerpt', 'rendered')).replace(/\s*\[…\]$/, '…'),
      body: typeof content === 'string' ? { format: 'html', value: content } : undefined,
      image: toWordPressPicture(get(post, '_embedded', 'wp:featuredmedia', 0)),
      authors: list(get(post, '_embedded', 'author')).map(toAuthor),
      // UTC without saying so, as which the model reads it; all zeros when it was never set, which is no date.
      published: get(post, 'date_gmt'),
      updated: get(post, 'modified_gmt'),
      categories: toTerms(terms, 'category'),
      tags: toTerms(terms, 'post_tag'),
      source: toSource(post),
      lang: get(post, 'lang'),
      commentsOpen: commentsOpen(post),
      access: get(post, 'content', 'protected') || get(post, 'excerpt', 'protected') ? 'protected' : 'public',
    },
    base,
  );
}

export function commentsOpen(post: unknown): boolean | undefined {
  const status = get(post, 'comment_status');
  return typeof status === 'string' ? status === 'open' : undefined;
}

/** An embedded record can be an error object (`{code}`) where users or media are hidden: it has none of our fields. */
function toAuthor(user: unknown): unknown {
  return { id: get(user, 'id'), name: plainText(get(user, 'name')), url: get(user, 'link') };
}

function toTerms(terms: readonly unknown[], taxonomy: string): unknown[] {
  return terms
    .filter((term) => get(term, 'taxonomy') === taxonomy && get(term, 'slug') !== 'uncategorized')
    .map((term) => ({ id: get(term, 'id'), name: plainText(get(term, 'name')), url: get(term, 'link') }));
}

/** Post meta, or Advanced Custom Fields, under the names that our plugin exposes: `news_source`, `news_source_url`. */
function toSource(post: unknown): unknown {
  const field = (name: string) => get(post, 'meta', name) || get(post, 'acf', name);
  return { name: plainText(field('news_source')), url: field('news_source_url') };
}

function toWordPressPicture(media: unknown): unknown {
  const details = get(media, 'media_details');
  const width = count(get(details, 'width')) ?? 0;
  const height = count(get(details, 'height')) ?? 0;
  const sizes = Object.values((get(details, 'sizes') ?? {}) as object);
  return {
    src: get(media, 'source_url'),
    width,
    height,
    srcset: sizes
      .filter((size) => sameRatio(count(get(size, 'width')), count(get(size, 'height')), width, height))
      .map((size) => ({ src: get(size, 'source_url'), width: get(size, 'width') })),
    alt: plainText(get(media, 'alt_text')),
    caption: plainText(get(media, 'caption', 'rendered')),
    credit: plainText(get(media, 'meta', 'credit') || get(details, 'image_meta', 'credit')),
  };
}

/** Some sizes are crops (`thumbnail` is a square): only the same picture, smaller, belongs into a `srcset`. */
function sameRatio(width = 0, height = 0, fullWidth: number, fullHeight: number): boolean {
  if (!width || !height || !fullWidth || !fullHeight) return false;
  return Math.abs(width / height / (fullWidth / fullHeight) - 1) < 0.02;
}

/** A comment of `wp/v2/comments`. Source: https://developer.wordpress.org/rest-api/reference/comments/ */
export function toWordPressComment(comment: unknown, base: string): Comment {
  return toComment(
    {
      id: get(comment, 'id'),
      parentId: get(comment, 'parent'),
      author: { name: plainText(get(comment, 'author_name')), url: get(comment, 'author_url') },
      body: { format: 'html', value: get(comment, 'content', 'rendered') },
      published: get(comment, 'date_gmt'),
      url: get(comment, 'link'),
      status: get(comment, 'status') === 'hold' ? 'pending' : 'published',
    },
    base,
  );
}
