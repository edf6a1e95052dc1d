import { toArticle, type Article } from '../../model/article.js';
import { count, get, isRecord, list } from '../../model/record.js';
import { plainText } from '../../model/text.js';
import { safeUrl } from '../../model/url.js';
import { richTextToHtml } from './contentful-rich-text.js';
import { guessStory, STORY_NAMES, valueOf, type Shape } from './common/field-names.js';

/** Entries and assets that came along, by kind and id. */
export type Links = ReadonlyMap<string, unknown>;

/** Entries of a list may link to each other as well, also in circles. */
export function linksOf(answer: unknown): Links {
  const all = [
    ...list(get(answer, 'items')),
    ...list(get(answer, 'includes', 'Entry')),
    ...list(get(answer, 'includes', 'Asset')),
  ];
  return new Map(all.map((record) => [keyOf(get(record, 'sys', 'type'), get(record, 'sys', 'id')), record]));
}

const keyOf = (type: unknown, id: unknown) =>
  typeof type === 'string' && typeof id === 'string' ? `${type} ${id}` : '';

/** What is behind a link, with its fields at the top. Never further: so circles do no harm. */
function follow(links: Links, value: unknown): unknown {
  const isLink = get(value, 'sys', 'type') === 'Link';
  const key = keyOf(get(value, 'sys', 'linkType'), get(value, 'sys', 'id'));
  const record = isLink ? links.get(key) : value;
  const fields = get(record, 'fields');
  if (isRecord(fields)) return { ...fields, sys: get(record, 'sys') };
  return isLink ? undefined : value;
}

const WIDTHS = [320, 640, 960, 1280, 1920];

/** An asset, an entry that is a picture with a caption around one, or an address. */
function toPicture(value: unknown, links: Links, base: string) {
  const asset = get(value, 'file') ? value : follow(links, valueOf(value, STORY_NAMES.image));
  const file = get(asset, 'file');
  const src = safeUrl(file ? get(file, 'url') : value, base, 'media');
  const type = get(file, 'contentType');
  if (!src || (file && !(typeof type === 'string' && type.startsWith('image/')))) return undefined;
  const width = count(get(file, 'details', 'image', 'width')) ?? 0;
  const wrapped = asset === value ? undefined : value;
  return {
    src,
    width,
    height: get(file, 'details', 'image', 'height'),
    srcset: toSrcset(src, width),
    // A description is for those who cannot see it; a title is for editors, and often a file name.
    alt: valueOf(wrapped, ['alt', 'alttext']) ?? get(asset, 'description'),
    caption: plainText(valueOf(wrapped, ['caption'])),
    credit: plainText(valueOf(wrapped, ['credit', 'copyright', 'photographer'])),
  };
}

/** The image API makes any size of what Contentful stores, and no larger ones. */
function toSrcset(src: string, width: number): unknown[] {
  const url = new URL(src);
  if (
    !/^images\.(?:eu\.)?(?:ctfassets\.net|contentful\.com)$/.test(url.hostname) ||
    /\.svg$/i.test(url.pathname)
  ) {
    return [];
  }
  return [...WIDTHS.filter((possible) => possible < width), width].filter(Boolean).map((possible) => {
    const sized = new URL(url);
    sized.searchParams.set('w', String(possible));
    return { src: possible === width ? src : sized.href, width: possible };
  });
}

/** An entry as an `Article`. What a space calls its fields is guessed. */
export function toContentfulArticle(entry: unknown, links: Links, base: string): Article {
  const toHtml = (value: unknown) =>
    richTextToHtml(
      value,
      { follow: (link) => follow(links, link), picture: (record) => toPicture(record, links, base) },
      base,
    );
  const isRichText = (value: unknown) => get(value, 'nodeType') === 'document';
  const shape: Shape = {
    id: (record) => get(record, 'sys', 'id'),
    unwrap: (value) => follow(links, value),
    body: (value) => (isRichText(value) ? { format: 'html', value: toHtml(value) } : undefined),
    picture: (value) => toPicture(value, links, base),
  };
  const record = follow(links, entry);
  const story = guessStory(record, shape);
  const excerpt = valueOf(record, STORY_NAMES.excerpt);
  const system = (name: string) => get(entry, 'sys', name);
  return toArticle(
    {
      ...story,
      excerpt: isRichText(excerpt) ? plainText(toHtml(excerpt)) : story['excerpt'],
      published: story['published'] ?? system('createdAt'),
      updated: story['updated'] ?? system('updatedAt'),
      lang: story['lang'] ?? system('locale'),
    },
    base,
  );
}
