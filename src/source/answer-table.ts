import { get, isRecord, list } from '../model/record.js';
import type { SourceAnswer } from './adapter-entry.js';

const has = (value: unknown, ...names: string[]) =>
  isRecord(value) && names.every((name) => Object.hasOwn(value, name));
/** The record itself, or the first one of a list. */
const first = (json: unknown): unknown => (Array.isArray(json) ? json[0] : json);
const isBefore = (first: number, second: number) => first >= 0 && (second < 0 || first < second);
/** A feed may hold web pages, and a page may speak of feeds: what comes first counts. */
const isFeed = (text: string) => {
  const markup = text.replace(/<!--[^]*?(?:-->|$)/g, '');
  const root = markup.search(/<(?:[\w-]+:)?(?:rss|feed|RDF)[\s>]/);
  return isBefore(root, markup.search(/<(?:!doctype html|html|head|body)[\s>]/i));
};
const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * By what an answer is known. No two rows may be true of one answer: that is the error that asks for the `adapter`
 * attribute. Loaded only where the URL does not tell.
 */
export const ANSWERS: Readonly<Record<string, (answer: SourceAnswer) => boolean>> = {
  wordpress: ({ json }) => isText(get(first(json), 'title', 'rendered')),
  'wordpress-com': ({ json }) => {
    const post = first(get(json, 'posts') ?? json);
    return has(post, 'ID', 'site_ID', 'URL') || has(json, 'site_ID', 'comments');
  },
  waline: ({ json }) => has(json, 'errno', 'errmsg'),
  isso: ({ json }) => has(json, 'total_replies', 'replies', 'config'),
  strapi: ({ json }) => {
    const record = first(get(json, 'data'));
    return (
      has(get(json, 'meta', 'pagination'), 'page', 'pageSize') ||
      has(get(json, 'meta', 'pagination'), 'start', 'limit') ||
      (has(json, 'meta') &&
        (has(record, 'documentId') || (has(record, 'id', 'attributes') && !has(record, 'type'))))
    );
  },
  directus: ({ json, url }) =>
    /\/items\/\w/.test(url) &&
    has(json, 'data') &&
    !has(json, 'jsonapi') &&
    !has(get(json, 'meta'), 'pagination'),
  // Many systems speak JSON:API; Drupal's types are of two parts, and an empty list names the specification.
  drupal: ({ json }) => {
    const types = get(first(get(json, 'data')), 'type');
    const isEmpty = Array.isArray(get(json, 'data')) && list(get(json, 'data')).length === 0;
    return (
      has(json, 'jsonapi', 'data') &&
      (isEmpty ? has(get(json, 'jsonapi', 'meta', 'links'), 'self') : isText(types) && types.includes('--'))
    );
  },
  ghost: ({ json }) => list(get(json, 'posts')).length > 0 && has(first(get(json, 'posts')), 'uuid', 'slug'),
  'json-feed': ({ json }) => {
    const version = get(json, 'version');
    return isText(version) && /^https?:\/\/jsonfeed\.org\/version\//.test(version);
  },
  rss: ({ text = '' }) => isFeed(text),
  contentful: ({ json }) => get(json, 'sys', 'type') === 'Array' || get(json, 'sys', 'type') === 'Entry',
  sanity: ({ json }) => has(json, 'result', 'ms'),
  guardian: ({ json }) => has(get(json, 'response'), 'status', 'userTier'),
  forem: ({ json }) => get(first(json), 'type_of') === 'article' || get(first(json), 'type_of') === 'comment',
  html: ({ text = '', type }) =>
    !isFeed(text) &&
    (/<(?:!doctype html|html|head|body)[\s>]/i.test(text) || /^text\/html.*<\w/is.test(`${type} ${text}`)),
  mastodon: ({ json }) =>
    has(json, 'ancestors', 'descendants') || has(first(json), 'account', 'in_reply_to_id'),
  bluesky: ({ json }) => /^app\.bsky\./.test(String(get(json, 'thread', '$type'))),
  discourse: ({ json }) => has(json, 'post_stream') || has(json, 'topic_list'),
  github: ({ json }) => has(first(json), 'author_association', 'html_url'),
  // Algolia searches in much else, too: its hits have tags here, and without hits its own settings tell.
  'hacker-news': ({ json }) => {
    const hits = list(get(json, 'hits'));
    const params = get(json, 'params');
    const isOurs =
      hits.length > 0 ? has(hits[0], '_tags') : isText(params) && /\badvancedSyntax=true\b/.test(params);
    return has(json, 'story_id', 'children', 'points') || (has(json, 'hits', 'nbHits') && isOurs);
  },
  lemmy: ({ json }) => has(first(get(json, 'comments')), 'comment', 'creator') || has(json, 'post_view'),
  webmention: ({ json }) => get(json, 'type') === 'feed' && Array.isArray(get(json, 'children')),
  remark42: ({ json }) => has(json, 'comments', 'info') && has(get(json, 'info'), 'count', 'last_time'),
};
