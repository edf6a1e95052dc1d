import { toComment, type Comment } from '../../model/comment.js';
import { toIsoDate } from '../../model/date.js';
import { NewsError } from '../../model/news-error.js';
import type { NewsSource } from '../../model/news-source.js';
import { normaliseAll, type Page } from '../../model/page.js';
import type { Posting } from '../../model/posting.js';
import { count } from '../../model/record.js';
import { plainText } from '../../model/text.js';
import { safeUrl } from '../../model/url.js';
import type { CommentsQuery } from '../adapter.js';
import type { Io } from '../io.js';
import { atomEntries, authorsOf, bodyOf, linkOf } from './atom-fields.js';
import { MOST_DOCUMENTS, nextDocument } from './feed-pages.js';
import { isSameAddress } from './feed-selection.js';
import { htmlOf, numberOf, rssAuthors, rssDate, rssId, rssItems, rssLink } from './rss-fields.js';
import { baseOf, channelOf, child, children, NS, readXml, textOf } from './xml.js';

/**
 * Comments as a feed, as blogs have one for each story. In RSS no field says who answers whom, but WordPress begins the text
 * with a line that links to the answered comment. Atom has `thr:in-reply-to` (RFC 4685).
 */
export async function readComments(query: CommentsQuery, io: Io): Promise<Page<Comment>> {
  const [, turn, start] = /^(\d{1,3}) (.+)$/.exec(query.next ?? '') ?? [];
  const { root, url } = await readThread(start ?? query.src, io);
  const channel = channelOf(root);
  const records = root.localName === 'feed' ? atomComments(root, url) : rssComments(root, url);
  const page = Number(turn ?? 1) + 1;
  const next = nextDocument(linkOf(channel, 'next', url), url, query.src);
  const said = [NS.search, NS.search1].map((name) => textOf(channel, 'totalResults', name)).find(Boolean);
  return {
    items: normaliseAll(records, (record) => toComment(record, url)),
    // A feed holds the newest few: how many there are in all is known only where it says so, or where there are none.
    total: count(numberOf(said)) ?? (records.length === 0 && !start ? 0 : undefined),
    next: next && records.length > 0 && page <= MOST_DOCUMENTS ? `${page} ${next}` : undefined,
  };
}

/** Feeds are read-only: one writes on the page that the feed is of. */
export async function posting({ src }: { readonly src: string }, io: Io): Promise<Posting> {
  const { root, url } = await readThread(src, io);
  const channel = channelOf(root);
  const link = safeUrl(textOf(channel, 'link') ?? linkOf(channel, 'alternate', url), baseOf(channel, url));
  return link ? { how: 'link', fields: [], url: link } : { how: 'none', fields: [] };
}

/** The page of a WordPress feed has the same address without its end. */
export function origin({ src }: { readonly src: string }): NewsSource {
  const url = new URL(src);
  const page = url.pathname.replace(/\/feed(?:\/(?:atom|rss2?|rdf))?\/?$/, '/');
  return {
    name: url.host.replace(/^www\./, ''),
    url: new URL(page === url.pathname ? '/' : page, url).href,
  };
}

/** @throws NewsError `unsupported` for a feed of several stories, each of which has comments of its own */
async function readThread(src: string, io: Io): Promise<{ root: Element; url: string }> {
  const found = await readXml(src, io);
  const { root, url } = found;
  const isFeed =
    root.localName === 'feed' ? root.namespaceURI === NS.atom : /^(?:rss|RDF)$/.test(root.localName);
  if (!isFeed) throw new NewsError('parse', `XML, but no feed: <${root.localName.slice(0, 60)}>.`, { url });
  const stories = [...rssItems(root), ...atomEntries(root)];
  if (!stories.some(isStory)) return found;
  const feed = stories.map((story) => nextDocument(feedOfComments(story), url, src)).find(Boolean);
  if (feed && stories.length === 1) return readXml(feed, io);
  const hint = feed ? ` That of a story's comments is such as ${feed}` : ' It names none of comments.';
  throw new NewsError('unsupported', `This is a feed of stories.${hint}`, { url });
}

function isStory(item: Element): boolean {
  if (child(item, 'in-reply-to', NS.thr)) return false;
  return !!(
    child(item, 'commentRss', NS.wfw) ??
    child(item, 'comments', NS.slash) ??
    child(item, 'comments') ??
    child(item, 'total', NS.thr) ??
    repliesOf(item)
  );
}

function feedOfComments(item: Element): string | null | undefined {
  return textOf(item, 'commentRss', NS.wfw) ?? repliesOf(item)?.getAttribute('href');
}

function repliesOf(entry: Element): Element | undefined {
  return children(entry, 'link', NS.atom).find(
    (link) =>
      link.getAttribute('rel') === 'replies' && /(?:atom|rss)\+xml/.test(link.getAttribute('type') ?? ''),
  );
}

function rssComments(root: Element, url: string): readonly unknown[] {
  const items = rssItems(root);
  const known = new Map<string, string>();
  for (const item of items) remember(known, rssId(item) || rssLink(item), rssLink(item));
  return items.map((item) => {
    const author = rssAuthors(item)[0] ?? { name: '' };
    const date = rssDate(item);
    const { html, parentId } = withoutReference(htmlOf(item) ?? textOf(item, 'description') ?? '', known);
    return {
      id: rssId(item) || rssLink(item) || date,
      parentId,
      author,
      body: { format: 'html', value: html },
      published: date,
      url: safeUrl(rssLink(item), baseOf(item, url)),
    };
  });
}

function atomComments(feed: Element, url: string): readonly unknown[] {
  const entries = atomEntries(feed);
  const story = linkOf(feed, 'alternate', url);
  const known = new Map<string, string>();
  for (const entry of entries) {
    const id = textOf(entry, 'id', NS.atom);
    remember(known, id, linkOf(entry, 'alternate', url), linkOf(entry, 'self', url));
  }
  return entries.map((entry) => {
    const content = child(entry, 'content', NS.atom) ?? child(entry, 'summary', NS.atom);
    const body = bodyOf(content);
    const reference = withoutReference(body?.value ?? '', known);
    const [published, updated] = ['published', 'updated'].map((name) => textOf(entry, name, NS.atom));
    return {
      id: textOf(entry, 'id', NS.atom),
      parentId: parentOf(entry, known, story, url) ?? reference.parentId,
      author: authorsOf(entry)[0] ?? { name: '' },
      body: body?.format === 'html' ? { format: 'html', value: reference.html } : body,
      published: published ?? updated,
      edited: (toIsoDate(updated) ?? '') > (toIsoDate(published) ?? '9') ? updated : undefined,
      // A stub that Blogger leaves.
      status: children(entry, 'extendedProperty', NS.gd).some(
        (property) => property.getAttribute('name') === 'blogger.contentRemoved',
      )
        ? 'deleted'
        : 'published',
      url: linkOf(entry, 'alternate', url),
    };
  });
}

/** The comment that an entry answers; none when it answers the story. One that the feed has no longer stays one. */
function parentOf(
  entry: Element,
  known: ReadonlyMap<string, string>,
  story: string | undefined,
  url: string,
): string | undefined {
  const answered = child(entry, 'in-reply-to', NS.thr);
  const [ref, href] = [answered?.getAttribute('ref') ?? '', answered?.getAttribute('href') ?? ''];
  // Blogger says that all answer the story, and names the comment in a link.
  const related = linkOf(entry, 'related', url) ?? '';
  const found = known.get(related) ?? known.get(ref) ?? known.get(href);
  const behind = found ?? idBehind(related, entry, url);
  if (behind || !ref) return behind;
  const isStory = href ? !href.includes('#') : isSameAddress(ref, story);
  return isStory ? undefined : ref;
}

/** Of a comment on another page only its address is known: its id has the same end. */
function idBehind(address: string, entry: Element, url: string): string | undefined {
  const parts = (link = '') => /^(.*\/)([^/]+)$/.exec(link.replace(/[?#].*$/, '')) ?? [];
  const id = textOf(entry, 'id', NS.atom) ?? '';
  const [, place, end] = parts(address);
  const [, ownPlace, ownEnd] = parts(linkOf(entry, 'self', url));
  return end && ownEnd && place === ownPlace && id.endsWith(ownEnd)
    ? id.slice(0, -ownEnd.length) + end
    : undefined;
}

function remember(known: Map<string, string>, id: string | undefined, ...addresses: (string | undefined)[]) {
  if (!id) return;
  for (const key of [id, ...addresses]) if (key && !known.has(key)) known.set(key, id);
}

/** "In reply to …", in whatever language: a first paragraph of few words that links to a comment of this feed. */
const REFERENCE = /^\s*<p>[^<]{0,80}<a href="([^"]{1,2000})"[^<>]*>[^<]{0,300}<\/a>[^<]{0,40}<\/p>\s*/i;

function withoutReference(
  html: string,
  known: ReadonlyMap<string, string>,
): { html: string; parentId?: string } {
  const [line, address] = REFERENCE.exec(html) ?? [];
  const parentId = address && known.get(plainText(address));
  return parentId ? { html: html.slice(line!.length), parentId } : { html };
}
