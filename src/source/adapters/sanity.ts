import { toArticle, type Article } from '../../model/article.js';
import { NewsError } from '../../model/news-error.js';
import { normaliseAll, type Page } from '../../model/page.js';
import { get, isRecord, list } from '../../model/record.js';
import { plainText } from '../../model/text.js';
import { safeUrl } from '../../model/url.js';
import type { Adapter, ArticleQuery, ArticlesQuery } from '../adapter.js';
import { guessStory, STORY_NAMES, valueOf, type Shape } from './common/field-names.js';
import type { Answer, Io } from '../io.js';
import { isPortableText, portableTextToHtml } from './portable-text.js';
import { articleOf, orderArticles } from './feed-selection.js';
import { toSanityPicture, type Dataset } from './sanity-picture.js';

/**
 * Sanity: a GROQ query of the page's author over HTTP. What its answer means is told by usual names, so that a query may
 * leave fields as they are or name them itself. Source: https://www.sanity.io/docs/http-reference/query
 */
export const adapter: Adapter = { article, articles };

async function article(query: ArticleQuery, io: Io): Promise<Article> {
  const { records, toStory } = await read(query.src, io);
  const wanted = query.item;
  if (!wanted) {
    if (records.length > 0) return toStory(records[0]);
    throw new NewsError('not-found', 'The query finds nothing.', { url: query.src });
  }
  const found = articleOf(normaliseAll(records, toStory), wanted) ?? bySlug(records, wanted).map(toStory)[0];
  if (found) return found;
  throw new NewsError('not-found', 'The query finds no such story.', { url: query.src });
}

/** An address of a page ends with the slug. */
function bySlug(records: readonly unknown[], wanted: string): readonly unknown[] {
  const last = /([^/]+)\/*$/.exec(wanted.replace(/[?#].*$/, ''))?.[1];
  return records.filter((record) => last !== undefined && slugOf(record) === last);
}

function slugOf(record: unknown): unknown {
  const slug = valueOf(record, STORY_NAMES.slug);
  return isRecord(slug) ? get(slug, 'current') : slug;
}

/** How much there is and in which order, the query says; it is asked once, and shown part by part. */
async function articles(query: ArticlesQuery, io: Io): Promise<Page<Article>> {
  const { records, toStory } = await read(query.src, io);
  const named = query.relatedTo ? bySlug(records, query.relatedTo)[0] : undefined;
  const relatedTo = named === undefined ? query.relatedTo : toStory(named).id;
  const all = orderArticles(normaliseAll(records, toStory), { ...query, relatedTo });
  const start = Number(query.next ?? 0);
  const end = start + query.limit;
  return {
    items: all.slice(start, end),
    total: all.length,
    next: all.length > end ? String(end) : undefined,
  };
}

interface Found {
  readonly records: readonly unknown[];
  readonly toStory: (record: unknown) => Article;
}

async function read(src: string, io: Io): Promise<Found> {
  const dataset = datasetOf(src);
  let answer: Answer<unknown>;
  try {
    answer = await io.json(src);
  } catch (error) {
    if (!(error instanceof NewsError)) throw error;
    const { status, retryAfter, url } = error;
    const message = plainText(get(error.answer, 'error', 'description')) || error.message;
    throw new NewsError(status === 401 ? 'forbidden' : error.kind, message, { status, retryAfter, url });
  }
  const found = get(answer.value, 'result');
  // `null` is an answer: there is no such document.
  const result = found === undefined ? get(answer.value, 'documents') : found;
  if (result === undefined) {
    throw new NewsError('parse', 'This is no answer to a query.', { url: answer.url });
  }
  return { records: recordsOf(result), toStory: (record) => toSanityArticle(record, dataset, answer.url) };
}

/** A list; or the list in what a query puts around it, such as `{"posts": […], "total": 40}`; or one document. */
function recordsOf(result: unknown): readonly unknown[] {
  if (Array.isArray(result)) return list(result).filter((record) => record !== null);
  if (!isRecord(result)) return [];
  const isDocument = valueOf(result, STORY_NAMES.title) !== undefined || get(result, '_id') !== undefined;
  if (isDocument) return [result];
  const inside = Object.values(result).find((value) => Array.isArray(value) && value.every(isRecord));
  return list(inside);
}

/** @throws NewsError `unsupported` when `src` is no query */
function datasetOf(src: string): Dataset {
  const href = safeUrl(src, undefined, 'media');
  const url = href ? new URL(href) : undefined;
  const match = url && /\/data\/(query|doc)\/([^/]+)/.exec(url.pathname);
  if (!match || (match[1] === 'query' && !url.searchParams.get('query'))) {
    throw new NewsError(
      'unsupported',
      'Sanity needs a URL with a query: https://<project>.apicdn.sanity.io/v2021-10-21/data/query/<dataset>?query=….',
      { url: src },
    );
  }
  return { project: /^([\w-]+)\.api(?:cdn)?\.sanity\.io$/.exec(url.hostname)?.[1], name: match[2]! };
}

function toSanityArticle(record: unknown, dataset: Dataset, base: string): Article {
  const picture = (value: unknown) => toSanityPicture(value, dataset, base);
  const toHtml = (value: unknown) => portableTextToHtml(value, picture, base);
  const shape: Shape = {
    id: (value) => get(value, '_id') ?? get(value, 'id'),
    body: (value) => (isPortableText(value) ? { format: 'html', value: toHtml(value) } : undefined),
    picture,
  };
  const story = guessStory(record, shape);
  const excerpt = valueOf(record, STORY_NAMES.excerpt);
  return toArticle(
    {
      ...story,
      excerpt: isPortableText(excerpt) ? plainText(toHtml(excerpt)) : story['excerpt'],
      // Without a language of its own a document has that of the whole site, which nobody names.
      lang: story['lang'] ?? get(record, '__i18n_lang'),
    },
    base,
  );
}
