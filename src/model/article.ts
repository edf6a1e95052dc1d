import { toBody, type Body } from './body.js';
import { toIsoDate } from './date.js';
import { NewsError } from './news-error.js';
import { toSource, type NewsSource } from './news-source.js';
import { toPerson, type Person } from './person.js';
import { count, deepFreeze, get, identifier, isRecord, list } from './record.js';
import { cleanText } from './text.js';
import { safeUrl } from './url.js';

/** A picture with what a page needs to show it without a jump. */
export interface Picture {
  readonly src: string;
  /** Other widths of the same picture (same crop), in pixels. */
  readonly srcset: readonly { readonly src: string; readonly width: number }[];
  readonly width?: number;
  readonly height?: number;
  /** Empty for a picture that only decorates. */
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
}

/** A category or a tag. */
export interface Term {
  readonly id?: string;
  readonly name: string;
  readonly url?: string;
}

/** A story: frozen, normalised, every URL checked, every date ISO 8601 UTC, lists never missing, all text plain. */
export interface Article {
  readonly id: string;
  readonly url?: string;
  readonly title: string;
  readonly excerpt?: string;
  readonly body?: Body;
  readonly image?: Picture;
  readonly authors: readonly Person[];
  readonly published?: string;
  readonly updated?: string;
  readonly categories: readonly Term[];
  readonly tags: readonly Term[];
  readonly source?: NewsSource;
  readonly lang?: string;
  readonly commentCount?: number;
  readonly commentsOpen?: boolean;
  /** `protected`: the source wants a password or a login before it shows the body. */
  readonly access: 'public' | 'protected';
}

function toPicture(input: unknown, base?: string): Picture | undefined {
  const src = safeUrl(typeof input === 'string' ? input : get(input, 'src'), base, 'media');
  if (!src) return undefined;
  const srcset = list(get(input, 'srcset')).flatMap((candidate) => {
    const url = safeUrl(get(candidate, 'src'), base, 'media');
    const width = count(get(candidate, 'width'));
    return url && width ? [{ src: url, width }] : [];
  });
  return {
    src,
    srcset: srcset.sort((a, b) => a.width - b.width).slice(0, 16),
    width: count(get(input, 'width')) || undefined,
    height: count(get(input, 'height')) || undefined,
    alt: cleanText(get(input, 'alt')),
    caption: cleanText(get(input, 'caption')) || undefined,
    credit: cleanText(get(input, 'credit')) || undefined,
  };
}

function toTerms(input: unknown, base?: string): Term[] {
  return list(input).flatMap((term) => {
    const name = cleanText(isRecord(term) ? get(term, 'name') : term);
    return name ? [{ id: identifier(get(term, 'id')), name, url: safeUrl(get(term, 'url'), base) }] : [];
  });
}

/** A BCP 47 tag that `Intl` accepts, or `undefined`. */
function toLang(input: unknown): string | undefined {
  if (typeof input !== 'string' || input.length > 35) return undefined;
  try {
    return Intl.getCanonicalLocales(input.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

const made = new WeakSet<object>();

/** Whether `toArticle()` made it, so that it needs no second look. */
export function isArticle(value: unknown): value is Article {
  return typeof value === 'object' && value !== null && made.has(value);
}

/**
 * Normalises anything to an `Article`. An adapter hands over the fields it found under the names of `Article`;
 * so does a page that gives its data inline.
 *
 * @param base what relative URLs in the data are relative to
 * @throws NewsError `parse` when the input is no object, or has neither title, URL, excerpt nor body
 */
export function toArticle(input: unknown, base?: string): Article {
  if (!isRecord(input)) throw new NewsError('parse', 'A story was expected, but this is no object.');
  const url = safeUrl(get(input, 'url'), base);
  const title = cleanText(get(input, 'title'));
  const excerpt = cleanText(get(input, 'excerpt')) || undefined;
  const body = toBody(get(input, 'body'));
  if (!url && !title && !excerpt && !body) {
    throw new NewsError('parse', 'The answer has no title, URL, excerpt or body: it is not a story.');
  }
  const open = get(input, 'commentsOpen');
  const article = deepFreeze<Article>({
    // Stories without a name are still different stories.
    id: identifier(get(input, 'id')) ?? url ?? (title || excerpt || body!.value).slice(0, 512),
    url,
    title,
    excerpt,
    body,
    image: toPicture(get(input, 'image'), base),
    authors: list(get(input, 'authors'))
      .map((author) => toPerson(author, base))
      .filter((author) => author.name),
    published: toIsoDate(get(input, 'published')),
    updated: toIsoDate(get(input, 'updated')),
    categories: toTerms(get(input, 'categories'), base),
    tags: toTerms(get(input, 'tags'), base),
    source: toSource(get(input, 'source'), base),
    lang: toLang(get(input, 'lang')),
    commentCount: count(get(input, 'commentCount')),
    commentsOpen: typeof open === 'boolean' ? open : undefined,
    access: get(input, 'access') === 'protected' ? 'protected' : 'public',
  });
  made.add(article);
  return article;
}
