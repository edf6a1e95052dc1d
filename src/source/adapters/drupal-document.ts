import { toArticle, type Article } from '../../model/article.js';
import { toComment, type Comment } from '../../model/comment.js';
import { get, isRecord, list, type UnknownRecord } from '../../model/record.js';
import { cleanText, plainText } from '../../model/text.js';
import { safeUrl } from '../../model/url.js';
import { guessStory, keyOf, STORY_NAMES, withOrigin } from './common/field-names.js';

/** A story has a picture, which is a medium, which has a file. */
const MAX_DEPTH = 3;

export type Included = ReadonlyMap<string, unknown>;

const keyFor = (resource: unknown) => `${cleanText(get(resource, 'type'))} ${cleanText(get(resource, 'id'))}`;

/** What came along with an answer, by type and id. */
export function includedIn(document: unknown): Included {
  return new Map(list(get(document, 'included')).map((resource) => [keyFor(resource), resource]));
}

/**
 * A resource as one record: its attributes, and under the names of its relationships the resources that came along. What
 * a link itself says (the words for a picture, its size) goes with it.
 */
export function flat(resource: unknown, included: Included, site: string, depth = 0): UnknownRecord {
  const attributes = get(resource, 'attributes');
  const record: UnknownRecord = isRecord(attributes) ? { ...attributes } : {};
  const relationships = get(resource, 'relationships');
  for (const [name, relationship] of Object.entries(isRecord(relationships) ? relationships : {})) {
    if (depth >= MAX_DEPTH) break;
    const data = get(relationship, 'data');
    const resolve = (link: unknown) => {
      const meta = get(link, 'meta');
      const target = included.get(keyFor(link));
      return target
        ? { ...flat(target, included, site, depth + 1), ...(isRecord(meta) ? meta : {}) }
        : undefined;
    };
    const found = Array.isArray(data) ? data.slice(0, 50).map(resolve).filter(Boolean) : resolve(data);
    Object.defineProperty(record, name, {
      value: found,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  const alias = get(attributes, 'path', 'alias');
  const nid = get(attributes, 'drupal_internal__nid');
  const path = typeof alias === 'string' && alias.startsWith('/') ? alias : undefined;
  const url = path ?? (typeof nid === 'number' ? `/node/${nid}` : undefined);
  const isUser = get(resource, 'type') === 'user--user';
  return {
    ...record,
    id: get(resource, 'id'),
    url: url && safeUrl(site + url),
    ...(isUser && { name: get(attributes, 'display_name') ?? get(attributes, 'name') }),
  };
}

/** The field that holds the comments of a story: its name is the site's choice, its value is not. */
export function commentField(
  resource: unknown,
): { readonly name: string; readonly value: unknown } | undefined {
  const attributes = get(resource, 'attributes');
  const found = Object.entries(isRecord(attributes) ? attributes : {}).find(
    ([, value]) => get(value, 'comment_count') !== undefined && get(value, 'status') !== undefined,
  );
  return found && { name: found[0], value: found[1] };
}

/** 0: no comments, 1: closed, 2: open. */
export const isOpen = (value: unknown): boolean => get(value, 'status') === 2;

export function toDrupalArticle(resource: unknown, included: Included, site: string): Article {
  const record = flat(resource, included, site);
  const origin = new URL(site).origin;
  const isFilled = get(record, 'body') !== null && get(record, 'body') !== undefined;
  const bodyKey = isFilled ? 'body' : keyOf(record, STORY_NAMES.body);
  const body = bodyKey === undefined ? undefined : get(record, bodyKey);
  const story = guessStory(plainFields(record), { origin, picture: toPicture });
  const comments = commentField(resource);
  return toArticle(
    {
      ...story,
      url: record['url'],
      excerpt: story['excerpt'] || plainText(get(body, 'summary')),
      body: toBody(body, origin),
      authors: list(story['authors']).length > 0 ? story['authors'] : [get(record, 'uid')].filter(isRecord),
      lang: /^(?:und|zxx)$/.test(cleanText(story['lang'])) ? undefined : story['lang'],
      commentCount: get(comments?.value, 'comment_count'),
      commentsOpen: comments && isOpen(comments.value),
    },
    origin,
  );
}

/** Formatted texts as their HTML. */
function plainFields(record: UnknownRecord): UnknownRecord {
  const html = (value: unknown) => (isRecord(value) ? (get(value, 'processed') ?? value) : value);
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, html(value)]));
}

/** `processed` has gone through the site's filters; `value` is what somebody typed. */
function toBody(value: unknown, origin: string): unknown {
  const html = typeof value === 'string' ? value : get(value, 'processed');
  if (typeof html === 'string') return { format: 'html', value: withOrigin(html, origin) };
  return { format: get(value, 'format') === 'plain_text' ? 'text' : 'html', value: get(value, 'value') };
}

/** A file, or a medium of the library that has one. */
function toPicture(value: unknown): unknown {
  const media = ['field_media_image', 'thumbnail'].map((name) => get(value, name)).find(isRecord);
  const file = media ?? value;
  const type = get(file, 'filemime');
  if (typeof type === 'string' && !type.startsWith('image/')) return undefined;
  return {
    src: get(file, 'uri', 'url') ?? get(file, 'url'),
    alt: get(file, 'alt'),
    width: get(file, 'width'),
    height: get(file, 'height'),
    caption: plainText(get(file, 'title')),
  };
}

/** Source: https://www.drupal.org/docs/core-modules-and-themes/core-modules/jsonapi-module */
export function toDrupalComment(resource: unknown, included: Included, site: string): Comment {
  const record = flat(resource, included, site);
  const user = get(record, 'uid');
  const guest = cleanText(get(record, 'name'));
  const cid = get(record, 'drupal_internal__cid');
  return toComment(
    {
      id: get(record, 'id'),
      parentId: get(resource, 'relationships', 'pid', 'data', 'id'),
      author: {
        name: guest || get(user, 'name'),
        url: get(record, 'homepage') || (guest ? undefined : get(user, 'url')),
      },
      body: toBody(get(record, 'comment_body'), new URL(site).origin),
      published: get(record, 'created'),
      url: typeof cid === 'number' ? `${site}/comment/${cid}#comment-${cid}` : undefined,
      status: get(record, 'status') === false ? 'pending' : 'published',
    },
    site,
  );
}
