import { toArticle, type Article } from '../../model/article.js';
import { toComment, type Comment } from '../../model/comment.js';
import { toIsoDate } from '../../model/date.js';
import { count, get, list } from '../../model/record.js';
import { cleanText } from '../../model/text.js';
import { firstWords } from './common/first-words.js';
import { moderationOf } from './bluesky-labels.js';
import { embedHtml, nameOf, picturesOf, postPage, profilePage, richText } from './bluesky-text.js';

export interface ReplyContext {
  /** The post whose thread this is: what answers it stands at the top. */
  readonly rootUri: unknown;
  readonly authorDid: unknown;
  /** Replies that the author of the thread has hidden. */
  readonly hidden: ReadonlySet<unknown>;
}

/** One node of a thread as a comment. Source: app.bsky.feed.defs (threadViewPost, notFoundPost, blockedPost) */
export function toBlueskyComment(
  node: unknown,
  parentUri: unknown,
  context: ReplyContext,
  moreReplies: number,
): Comment {
  const post = get(node, 'post');
  const parentId = parentUri === context.rootUri ? undefined : parentUri;
  if (post === undefined) {
    // A stub: deleted, or its writer and somebody above blocked each other.
    const uri = get(node, 'uri');
    const status = get(node, 'blocked') === true ? 'hidden' : 'deleted';
    return toComment({ id: uri, parentId, status, url: status === 'hidden' ? undefined : postPage(uri) });
  }
  const uri = get(post, 'uri');
  const author = get(post, 'author');
  const did = get(author, 'did');
  const { hidden, warning, bot } = moderationOf(post, get(post, 'record'));
  const isAuthor = did !== undefined && did === context.authorDid;
  return toComment({
    id: uri,
    parentId,
    author: { ...toAuthor(author), badge: isAuthor ? 'author' : bot ? 'bot' : undefined },
    body: bodyOf(post),
    published: publishedOf(post),
    status: hidden || context.hidden.has(uri) ? 'hidden' : 'published',
    warning,
    score: get(post, 'likeCount'),
    moreReplies,
    url: postPage(uri),
  });
}

export function toBlueskyArticle(post: unknown): Article {
  const record = get(post, 'record');
  const author = get(post, 'author');
  const words = cleanText(get(record, 'text'));
  const { warning } = moderationOf(post, record);
  const embed = get(post, 'embed');
  const pictures = [...picturesOf(embed), ...picturesOf(get(embed, 'media'))];
  const alt = cleanText(get(pictures[0], 'alt'));
  const tags = list(get(record, 'facets')).flatMap((facet) => list(get(facet, 'features')));
  return toArticle({
    id: get(post, 'uri'),
    url: postPage(get(post, 'uri')),
    // Posts have no titles: the first words stand for one.
    title: firstWords(words || cleanText(get(embed, 'external', 'title')) || alt, 120),
    excerpt: firstWords(words, 240),
    body: bodyOf(post),
    image: warning ? undefined : toPicture(pictures[0], alt),
    authors: [toAuthor(author)],
    published: publishedOf(post),
    tags: [...list(get(record, 'tags')), ...tags.map((feature) => get(feature, 'tag'))],
    source: { name: 'Bluesky', url: profilePage(get(author, 'did')) },
    lang: get(record, 'langs', 0),
    commentCount: get(post, 'replyCount'),
  });
}

function toAuthor(author: unknown) {
  const did = get(author, 'did');
  return { id: did, name: nameOf(author), url: profilePage(did), avatar: get(author, 'avatar') };
}

/** What the writer's own clock said, unless that is later than when the network saw it. */
function publishedOf(post: unknown): string | undefined {
  const created = toIsoDate(get(post, 'record', 'createdAt'));
  const indexed = toIsoDate(get(post, 'indexedAt'));
  return created && indexed && created > indexed ? indexed : (created ?? indexed);
}

function bodyOf(post: unknown): unknown {
  const text = get(post, 'record', 'text');
  const html = typeof text === 'string' && text ? richText(text, get(post, 'record', 'facets')) : '';
  const parts = [html, ...embedHtml(get(post, 'embed'), postPage(get(post, 'uri')))].filter(Boolean);
  return { format: 'html', value: parts.map((part) => `<p>${part}</p>`).join('') };
}

function toPicture(image: unknown, alt: string): unknown {
  const src = get(image, 'fullsize');
  const width = count(get(image, 'aspectRatio', 'width'));
  const height = count(get(image, 'aspectRatio', 'height'));
  return src === undefined ? undefined : { src, width, height, alt };
}
