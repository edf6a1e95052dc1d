import { toIsoDate } from '../../model/date.js';
import type { UnknownRecord } from '../../model/record.js';
import { safeUrl } from '../../model/url.js';
import { toNumber, words } from './json-ld.js';

const MOST_TAGS = 1000;

/**
 * What a page says about itself in its head, under the names of `Article`: Open Graph, Twitter's tags, and plain HTML.
 * Sources: https://ogp.me/, https://html.spec.whatwg.org/multipage/semantics.html
 */
export function pageFields(page: Document, base: string): UnknownRecord {
  const tags = new Map<string, string[]>();
  for (const tag of [...page.querySelectorAll('meta[content]')].slice(0, MOST_TAGS)) {
    // Both attributes are in use for all of them.
    const name = (tag.getAttribute('property') ?? tag.getAttribute('name') ?? '').toLowerCase();
    const content = words(tag.getAttribute('content'));
    if (name && content) tags.set(name, [...(tags.get(name) ?? []), content]);
  }
  const all = (name: string) => tags.get(name) ?? [];
  const first = (...names: string[]) => names.flatMap(all)[0];
  const date = (...names: string[]) => names.flatMap(all).find((text) => toIsoDate(text));
  const url = canonicalOf(page, base) ?? safeUrl(first('og:url', 'twitter:url'), base, 'media');
  const site = first('og:site_name', 'application-name');
  return {
    url,
    title: first('og:title', 'twitter:title') ?? words(page.querySelector('title')?.textContent),
    excerpt: first('og:description', 'twitter:description', 'description'),
    body: bodyOf(page),
    image: pictureOf(all, base),
    authors: ['article:author', 'author', 'dc.creator', 'parsely-author']
      .map((name) => all(name).filter((author) => !/^https?:/.test(author)))
      .find((authors) => authors.length > 0)
      ?.map((name) => ({ name })),
    published: date(
      'article:published_time',
      'og:article:published_time',
      'date',
      'dc.date',
      'parsely-pub-date',
    ),
    updated: date('article:modified_time', 'og:article:modified_time', 'og:updated_time', 'last-modified'),
    categories: all('article:section').slice(0, 50),
    tags: [...new Set([...all('article:tag'), ...keywords(first('news_keywords', 'keywords'))])].slice(
      0,
      200,
    ),
    source: site ? { name: site, url: new URL('/', url ?? base).href } : undefined,
    lang: page.documentElement.getAttribute('lang') || first('og:locale'),
    isStory: first('og:type') === 'article',
    // Every page has a title, also the one that says that the database is down.
    isTold:
      first('og:title', 'twitter:title', 'og:description', 'description') !== undefined ||
      bodyOf(page) !== undefined,
    access: first('article:content_tier')?.toLowerCase() === 'locked' ? 'protected' : 'public',
  };
}

/** The address under which a page wants to be known. */
export function canonicalOf(page: Document, base: string): string | undefined {
  return safeUrl(page.querySelector('link[rel~="canonical" i]')?.getAttribute('href'), base, 'media');
}

/** Only where the page says that this is the text: by microdata, or by microformats. */
function bodyOf(page: Document): unknown {
  const text = page.querySelector('[itemprop~="articleBody"], .h-entry .e-content');
  return text ? { format: 'html', value: text.innerHTML } : undefined;
}

function pictureOf(all: (name: string) => readonly string[], base: string): UnknownRecord | undefined {
  for (const name of [
    'og:image',
    'og:image:secure_url',
    'og:image:url',
    'twitter:image',
    'twitter:image:src',
  ]) {
    const src = safeUrl(all(name)[0], base, 'media');
    if (!src) continue;
    const isOpenGraph = name.startsWith('og:');
    return {
      src,
      width: isOpenGraph ? toNumber(all('og:image:width')[0]) : undefined,
      height: isOpenGraph ? toNumber(all('og:image:height')[0]) : undefined,
      alt: all(isOpenGraph ? 'og:image:alt' : 'twitter:image:alt')[0],
    };
  }
  return undefined;
}

function keywords(text = ''): readonly string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
}
