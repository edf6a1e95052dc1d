import { get, list } from '../../model/record.js';
import { cleanText } from '../../model/text.js';
import { firstWords } from './common/first-words.js';
import { escapeLines, imageHtml, linkHtml } from './common/html-writer.js';
import { moderationOf } from './bluesky-labels.js';

const APP = 'https://bsky.app';
const MOST_FACETS = 200;
const MOST_PICTURES = 20;
const POST = /^at:\/\/([\w.:%-]+)\/app\.bsky\.feed\.post\/([\w.~:-]+)$/;

/** The page of a post in the web app, from its `at://` address. */
export function postPage(uri: unknown): string | undefined {
  const match = typeof uri === 'string' ? POST.exec(uri) : null;
  return match ? `${APP}/profile/${match[1]}/post/${match[2]}` : undefined;
}

/** By the account's permanent name: handles come and go. */
export function profilePage(did: unknown): string | undefined {
  return typeof did === 'string' && /^did:[a-z]+:[\w.:%-]+$/.test(did) ? `${APP}/profile/${did}` : undefined;
}

export function nameOf(author: unknown): string {
  const handle = get(author, 'handle');
  return cleanText(get(author, 'displayName')) || (handle === 'handle.invalid' ? '' : cleanText(handle));
}

/**
 * Text whose links, mentions and tags are told by ranges of its UTF-8 bytes, as HTML. A range that is no such, overlaps
 * another one or begins within a character is text like the rest.
 * Source: https://docs.bsky.app/docs/advanced-guides/post-richtext
 */
export function richText(text: string, facets: unknown): string {
  const bytes = new TextEncoder().encode(text);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const part = (start: number, end?: number) => decoder.decode(bytes.subarray(start, end));
  const isEdge = (at: number) => at === bytes.length || (bytes[at]! & 0xc0) !== 0x80;
  const ranges = list(facets)
    .slice(0, MOST_FACETS)
    .map((facet) => ({
      start: get(facet, 'index', 'byteStart') as number,
      end: get(facet, 'index', 'byteEnd') as number,
      url: targetOf(list(get(facet, 'features'))),
    }))
    .filter(({ start, end, url }) => {
      const isRange = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end;
      return isRange && end <= bytes.length && isEdge(start) && isEdge(end) && url !== undefined;
    })
    .sort((a, b) => a.start - b.start);
  let html = '';
  let done = 0;
  for (const { start, end, url } of ranges) {
    if (start < done) continue;
    html += escapeLines(part(done, start)) + linkHtml(url, part(start, end));
    done = end;
  }
  return html + escapeLines(part(done));
}

function targetOf(features: readonly unknown[]): unknown {
  for (const feature of features.slice(0, 10)) {
    const type = get(feature, '$type');
    const tag = cleanText(get(feature, 'tag'));
    if (type === 'app.bsky.richtext.facet#link') return get(feature, 'uri');
    if (type === 'app.bsky.richtext.facet#mention') return profilePage(get(feature, 'did'));
    if (type === 'app.bsky.richtext.facet#tag' && tag) {
      return `${APP}/hashtag/${encodeURIComponent(tag)}`;
    }
  }
  return undefined;
}

/** What hangs on a post, one paragraph each: pictures, a link card, a quoted post as a link. */
export function embedHtml(embed: unknown, page: unknown): readonly string[] {
  const images = picturesOf(embed).map((image) =>
    imageHtml(get(image, 'fullsize') ?? get(image, 'thumb'), cleanText(get(image, 'alt'))),
  );
  const external = get(embed, 'external');
  const card = external === undefined ? '' : linkHtml(get(external, 'uri'), cardTitle(external));
  const isVideo = get(embed, '$type') === 'app.bsky.embed.video#view';
  const video = isVideo ? linkHtml(page, cleanText(get(embed, 'alt')) || 'Video') : '';
  const media = get(embed, 'media');
  return [
    ...images,
    card,
    video,
    quoteHtml(get(embed, 'record')),
    ...(media === undefined ? [] : embedHtml(withoutMedia(media), page)),
  ].filter(Boolean);
}

/** Pictures of an embed, or of the media beside a quote. */
export function picturesOf(embed: unknown): readonly unknown[] {
  const own = [...list(get(embed, 'images')), ...list(get(embed, 'items'))];
  return own.slice(0, MOST_PICTURES);
}

/** One level is all that the format has. */
function withoutMedia(media: unknown): unknown {
  return Object.fromEntries(
    ['$type', 'images', 'items', 'external', 'alt'].map((name) => [name, get(media, name)]),
  );
}

function cardTitle(external: unknown): string {
  return cleanText(get(external, 'title')) || cleanText(get(external, 'uri'));
}

/** Quotes that were detached, blocked or deleted come without an author, and leave nothing. */
function quoteHtml(view: unknown): string {
  // Beside media, the view stands one level further down.
  const quote = get(view, 'record') ?? view;
  const page = postPage(get(quote, 'uri'));
  if (get(quote, '$type') !== 'app.bsky.embed.record#viewRecord' || !page) return '';
  const value = get(quote, 'value');
  const { hidden, warning } = moderationOf(quote, value);
  if (hidden) return '';
  const words = warning || firstWords(cleanText(get(value, 'text')), 120);
  const name = nameOf(get(quote, 'author'));
  return linkHtml(page, [name, words].filter(Boolean).join(': ') || page);
}
