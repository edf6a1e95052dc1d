import { toArticle, type Article } from '../../model/article.js';
import { toComment, type Comment } from '../../model/comment.js';
import { count, get } from '../../model/record.js';
import { cleanText } from '../../model/text.js';
import { safeUrl } from '../../model/url.js';
import { idOf } from './lemmy-address.js';

/** Deeper than any conversation; a longer path is none. */
const MOST_LEVELS = 300;

/** Ids from the beginning of the conversation down to the comment itself; on the wire with a zero before them. */
export function pathOf(view: unknown): readonly string[] {
  const path = get(view, 'comment', 'path');
  if (typeof path !== 'string' || !/^0(?:\.\d{1,19})+$/.test(path)) return [];
  return path.split('.').slice(1, MOST_LEVELS);
}

/**
 * A comment view, of either version: in the third, what is counted stands beside the comment and dates have other names.
 * Source: CommentView of lemmy-js-client 0.19 and 1.0
 */
export function toLemmyComment(view: unknown, base: string, moreReplies = 0): Comment {
  const comment = get(view, 'comment');
  const creator = get(view, 'creator');
  const id = idOf(get(comment, 'id'));
  const isRemoved = get(comment, 'removed') === true || get(view, 'creator_blocked') === true;
  const isDeleted = get(comment, 'deleted') === true;
  return toComment(
    {
      id,
      parentId: pathOf(view).at(-2),
      // Who deletes an account leaves only the name behind, and that should not stay here either.
      author: get(creator, 'deleted') === true ? undefined : { ...toAuthor(creator), badge: badgeOf(view) },
      body: { format: 'markdown', value: get(comment, 'content') },
      published: get(comment, 'published') ?? get(comment, 'published_at'),
      edited: get(comment, 'updated') ?? get(comment, 'updated_at'),
      status: isDeleted ? 'deleted' : isRemoved ? 'hidden' : 'published',
      score: get(view, 'counts', 'score') ?? get(comment, 'score'),
      moreReplies,
      url: id && `comment/${id}`,
    },
    base,
  );
}

/** `distinguished`: a moderator speaks as one. That somebody is one says nothing about what they say as themselves. */
function badgeOf(view: unknown): string | undefined {
  if (get(view, 'comment', 'distinguished') === true) return 'staff';
  const creator = get(view, 'comment', 'creator_id') ?? get(view, 'creator', 'id');
  if (creator !== undefined && creator === get(view, 'post', 'creator_id')) return 'author';
  return get(view, 'creator', 'bot_account') === true ? 'bot' : undefined;
}

function toAuthor(creator: unknown) {
  return {
    id: get(creator, 'id'),
    name: cleanText(get(creator, 'display_name')) || cleanText(get(creator, 'name')),
    url: get(creator, 'actor_id') ?? get(creator, 'ap_id'),
    avatar: get(creator, 'avatar'),
  };
}

/** By id, how many direct replies a comment has more than came: the source counts all that stands below it. */
export function missingBelow(views: readonly unknown[]): ReadonlyMap<string, number> {
  const missing = new Map<string, number>();
  const sizes = new Map<string, number>();
  for (const view of views) {
    const id = pathOf(view).at(-1);
    const below = get(view, 'counts', 'child_count') ?? get(view, 'comment', 'child_count');
    if (id) sizes.set(id, count(below) ?? 0);
  }
  for (const [id, size] of sizes) missing.set(id, (missing.get(id) ?? 0) + size);
  for (const view of views) {
    const [parent, id] = pathOf(view).slice(-2);
    if (parent && id && missing.has(parent)) missing.set(parent, missing.get(parent)! - sizes.get(id)! - 1);
  }
  return new Map([...missing].filter(([, lacks]) => lacks > 0));
}

export function isGone(post: unknown): boolean {
  return get(post, 'removed') === true || get(post, 'deleted') === true;
}

/** A post of either version. Most of them point to a page elsewhere, which is then the story. */
export function toLemmyArticle(view: unknown, base: string): Article {
  const post = get(view, 'post');
  const id = idOf(get(post, 'id'));
  const community = get(view, 'community');
  const link = safeUrl(get(post, 'url'), base);
  const isPicture = /^image\//.test(cleanText(get(post, 'url_content_type')));
  const page = id && `post/${id}`;
  const isExternal = link !== undefined && !isPicture;
  const picture = isPicture ? link : get(post, 'thumbnail_url');
  const communityName = cleanText(get(community, 'title')) || get(community, 'name');
  return toArticle(
    {
      id,
      url: isExternal ? link : page,
      title: get(post, 'name'),
      excerpt: get(post, 'embed_description'),
      body: { format: 'markdown', value: get(post, 'body') },
      image: get(post, 'nsfw') === true ? undefined : { src: picture, alt: get(post, 'alt_text') },
      authors: [toAuthor(get(view, 'creator'))],
      published: get(post, 'published') ?? get(post, 'published_at'),
      updated: get(post, 'updated') ?? get(post, 'updated_at'),
      categories: [
        {
          id: get(community, 'id'),
          name: communityName,
          url: get(community, 'actor_id') ?? get(community, 'ap_id'),
        },
      ],
      source: isExternal ? { name: new URL(link).host.replace(/^www\./, ''), url: link } : undefined,
      commentCount: get(view, 'counts', 'comments') ?? get(post, 'comments'),
      commentsOpen: get(post, 'locked') !== true,
    },
    base,
  );
}
