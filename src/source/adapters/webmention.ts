import { toComment, type Comment } from '../../model/comment.js';
import { NewsError } from '../../model/news-error.js';
import { normaliseAll, type Page } from '../../model/page.js';
import { get, list } from '../../model/record.js';
import { cleanText, plainText } from '../../model/text.js';
import { safeUrl } from '../../model/url.js';
import type { Adapter, CommentsQuery } from '../adapter.js';
import type { Io } from '../io.js';
import { firstWords } from './common/first-words.js';
import { escapeHtml, escapeLines } from './common/html-writer.js';

/**
 * What other sites say about a page, as webmention.io collects it (JF2). Each is written on a site of its own, so there is
 * no form and no tree. Likes and reposts are left out: they say nothing.
 * Source: https://github.com/aaronpk/webmention.io#api and https://jf2.spec.indieweb.org/
 */
export const adapter: Adapter = {
  comments,
  origin: ({ src }) => ({ name: 'Webmentions', url: safeUrl(readAddress(src).targets[0]) }),
};

const PER_PAGE = 50;
/** Answers to the page, and pages that speak of it. */
const DEFAULT_KINDS = ['in-reply-to', 'mention-of'];
/** These have no text, whatever the page asks for. */
const SILENT_KINDS = ['like-of', 'repost-of'];
/** What only mentions the page may be long and about something else. */
const MENTION_LENGTH = 400;

interface Address {
  /** Of the API, without a query. */
  readonly endpoint: string;
  readonly targets: readonly string[];
  readonly kinds: readonly string[];
  readonly perPage: number;
  /** Other parameters of the page's author. */
  readonly params: URLSearchParams;
}

/** Reads `https://webmention.io/api/mentions.jf2?target=…`, also with several targets. */
function readAddress(src: string): Address {
  const url = URL.canParse(src) ? new URL(src) : undefined;
  const path = /^(.*\/api\/)(?:mentions|links)(?:\.(?:jf2|json|html|atom))?\/?$/.exec(
    url?.pathname ?? '',
  )?.[1];
  const params = new URLSearchParams(url?.search);
  const several = (name: string) => [...params.getAll(name), ...params.getAll(`${name}[]`)].filter(Boolean);
  const [targets, kinds] = [several('target'), several('wm-property')];
  if (!url || path === undefined || targets.length === 0) {
    throw new NewsError('unsupported', 'Webmentions need …/api/mentions.jf2?target=<address of the page>.', {
      url: src,
    });
  }
  const size = Number(params.get('per-page'));
  for (const name of ['target', 'wm-property']) for (const form of [name, `${name}[]`]) params.delete(form);
  for (const name of ['per-page', 'perPage', 'page', 'sort-by', 'sort-dir', 'jsonp']) params.delete(name);
  return {
    endpoint: `${url.origin}${path}mentions.jf2`,
    targets: targets.length === 1 ? spellings(targets[0]!) : targets,
    kinds: kinds.length > 0 ? kinds : DEFAULT_KINDS,
    perPage: Number.isInteger(size) && size > 0 && size <= 500 ? size : PER_PAGE,
    params,
  };
}

/** Mentions are kept under the address that the other site wrote: with and without a last slash, https or not. */
function spellings(target: string): readonly string[] {
  if (!/^https?:\/\/[^?#]+$/.test(target)) return [target];
  const address = target.replace(/^https?:/, '').replace(/\/$/, '');
  const isFile = /[^/]\/[^/]*\.\w+$/.test(address);
  const written = target.endsWith('/')
    ? [`${address}/`, address]
    : [address, ...(isFile ? [] : [`${address}/`])];
  const schemes = target.startsWith('https:') ? ['https:', 'http:'] : ['http:', 'https:'];
  return schemes.flatMap((scheme) => written.map((rest) => scheme + rest));
}

/** Pages are counted from 0; one that is not full is the last. */
async function comments({ src, order, next }: CommentsQuery, io: Io): Promise<Page<Comment>> {
  const { endpoint, targets, kinds, perPage, params } = readAddress(src);
  const page = /^\d{1,6}$/.test(next ?? '') ? Number(next) : 0;
  const query = new URLSearchParams(params);
  for (const target of targets) query.append('target[]', target);
  for (const kind of kinds) query.append('wm-property[]', kind);
  query.set('sort-by', 'created');
  query.set('sort-dir', order === 'newest' ? 'down' : 'up');
  query.set('per-page', String(perPage));
  query.set('page', String(page));
  const answer = await io.json(`${endpoint}?${query}`);
  const entries = get(answer.value, 'children');
  if (!Array.isArray(entries)) throw new NewsError('parse', 'These are no webmentions.', { url: answer.url });
  const seen = new Set<string>();
  const wanted = list(entries).filter((entry) => {
    const kind = get(entry, 'wm-property');
    const isMeant = typeof kind === 'string' && kinds.includes(kind) && !SILENT_KINDS.includes(kind);
    if (!isMeant || isPrivate(entry)) return false;
    // The same page may have been told of under two of the addresses.
    const source = cleanText(get(entry, 'wm-source'));
    if (!source || !seen.has(source)) return Boolean(seen.add(source));
    return false;
  });
  const items = normaliseAll(wanted, toMention);
  const isWhole = page === 0 && entries.length < perPage;
  return {
    items,
    total: isWhole ? items.length : undefined,
    next: entries.length >= perPage ? String(page + 1) : undefined,
  };
}

/** Whoever may read it was told a token for it. Anything but a plain no is private. */
function isPrivate(entry: unknown): boolean {
  const told = get(entry, 'wm-private');
  return told !== undefined && told !== null && told !== false;
}

function toMention(entry: unknown): Comment {
  const source = safeUrl(get(entry, 'wm-source'), undefined, 'media');
  const url = safeUrl(get(entry, 'url'), undefined, 'media') ?? source;
  const host = url ? new URL(url).host.replace(/^www\./, '') : '';
  const author = get(entry, 'author');
  return toComment({
    id: get(entry, 'wm-id') ?? source,
    author: {
      name: cleanText(get(author, 'name')) || host,
      url: get(author, 'url'),
      avatar: get(author, 'photo'),
    },
    body: bodyOf(entry, url ?? ''),
    // Written without a zone where the site gave none; missing where it gave no date.
    published: cleanText(get(entry, 'published')) || get(entry, 'wm-received'),
    url,
    origin: { name: host, url },
  });
}

function bodyOf(entry: unknown, url: string): unknown {
  const content = get(entry, 'content');
  const html = textOf(get(content, 'html'));
  const text = textOf(get(content, 'text')) || textOf(get(content, 'value')) || textOf(content);
  const name = cleanText(get(entry, 'name'));
  if (get(entry, 'wm-property') !== 'mention-of') {
    if (html) return { format: 'html', value: html };
    return { format: 'text', value: text || summaryOf(entry) || name || textOf(get(entry, 'rsvp')) || url };
  }
  // A title that only repeats the beginning of a note is none.
  const words = summaryOf(entry) || firstWords(cleanText(text) || plainText(html), MENTION_LENGTH);
  const title = words.startsWith(name.replace(/(?:…|\.\.\.)$/, '')) ? '' : name;
  const parts = [title && `<b>${escapeHtml(title)}</b>`, escapeLines(words)].filter(Boolean);
  return { format: 'html', value: parts.join('<br>') || escapeHtml(url) };
}

/** A string, or JF2's way to say what kind of text one is. */
function summaryOf(entry: unknown): string {
  const summary = get(entry, 'summary');
  return firstWords(cleanText(get(summary, 'value') ?? summary), MENTION_LENGTH);
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
