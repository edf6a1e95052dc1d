import type { Article } from '../../model/article.js';
import type { Comment } from '../../model/comment.js';
import { NewsError, type NewsErrorKind } from '../../model/news-error.js';
import { normaliseAll, type Page } from '../../model/page.js';
import { count, get, identifier, list } from '../../model/record.js';
import { cleanText } from '../../model/text.js';
import type { Adapter, ArticleQuery, ArticlesQuery, CommentsQuery } from '../adapter.js';
import type { Answer, Io } from '../io.js';
import { selectArticles } from './feed-selection.js';
import { idOf, postIdIn, readAddress, type LemmyAddress } from './lemmy-address.js';
import { isGone, missingBelow, pathOf, toLemmyArticle, toLemmyComment } from './lemmy-fields.js';

/**
 * Lemmy 0.18 and 0.19 (`/api/v3`) and 1.0 (`/api/v4`). A post and its comments are a thread, the posts of a community are
 * stories. Writing needs a login there, so it is a link.
 * Source: https://join-lemmy.org/api/ and https://github.com/LemmyNet/lemmy-js-client
 */
export const adapter: Adapter = {
  article,
  articles,
  comments,
  async posting({ src }, io) {
    const address = onePost(src);
    const post = get((await ask(io, address.post())).value, 'post_view', 'post');
    const isClosed = get(post, 'locked') === true || isGone(post);
    return { how: isClosed ? 'closed' : 'link', fields: [], url: address.page };
  },
  origin: ({ src }) => ({ name: new URL(src).host, url: readAddress(src).page }),
};

/** The most that Lemmy gives in one answer. */
const PER_PAGE = 50;
/** Branches whose beginning is fetched for a page of the newest comments, and branches that are waiting. */
const MOST_ROOTS = 8;
const MOST_BRANCHES = 50;
/** A branch as a whole: the server stops at 300 comments in any case. */
const WHOLE_BRANCH = '50';

async function comments(query: CommentsQuery, io: Io): Promise<Page<Comment>> {
  const address = onePost(query.src);
  const base = `${address.origin}/`;
  const toComments = (views: readonly unknown[]) => normaliseAll(views, (view) => toLemmyComment(view, base));
  // The author of the page wants a tree of so many levels: what is cut off comes branch by branch.
  if (address.params.has('max_depth') || query.next?.startsWith('below '))
    return branches(query, address, io);
  const [{ views, next }, post] = await Promise.all([flatPage(query, address, io), ask(io, address.post())]);
  const roots = query.order === 'newest' ? missingRoots(views) : [];
  const answers = await Promise.all(
    roots.map((id) => ask(io, address.comments({ sort: 'Old', parent_id: id, max_depth: WHOLE_BRANCH }))),
  );
  const begun = answers.flatMap((answer) => listed(answer, 'comments'));
  const known = new Set(views.map((view) => get(view, 'comment', 'id')));
  const others = begun.filter((view) => !known.has(get(view, 'comment', 'id')));
  const counts = get(post.value, 'post_view', 'counts') ?? get(post.value, 'post_view', 'post');
  const total = address.params.has('parent_id') ? undefined : count(get(counts, 'comments'));
  return { items: [...toComments(others), ...toComments(views)], total, next };
}

interface FlatPage {
  readonly views: readonly unknown[];
  readonly next?: string;
}

/** By date and without levels: so all pages together have everything, and nothing is cut. */
async function flatPage(query: CommentsQuery, address: LemmyAddress, io: Io): Promise<FlatPage> {
  const sort = query.order === 'newest' ? 'New' : 'Old';
  const [, page = '1', before] = /^page (\d+) (.+)$/.exec(query.next ?? '') ?? [];
  const cursor = /^cursor (.+)$/.exec(query.next ?? '')?.[1];
  const limit = String(PER_PAGE);
  if (address.version === 3 && cursor === undefined) {
    const answer = await ask(io, address.comments({ sort, limit, page }));
    const views = listed(answer, 'comments');
    const first = identifier(get(views[0], 'comment', 'id'));
    if (before === undefined || first !== before) {
      const next = views.length >= PER_PAGE && first ? `page ${Number(page) + 1} ${first}` : undefined;
      return { views, next };
    }
    // The same page again: a server of version 1.0 answers in the old form, but does not count pages.
  }
  const newer = address.version === 3 ? address.newer() : address;
  const answer = await ask(io, newer.comments({ sort, limit, ...(cursor ? { page_cursor: cursor } : {}) }));
  const next = cleanText(get(answer.value, 'next_page'));
  return { views: listed(answer, 'comments'), next: next && next !== cursor ? `cursor ${next}` : undefined };
}

/** Beginnings of conversations that the newest comments belong to. */
function missingRoots(views: readonly unknown[]): readonly string[] {
  const known = new Set(views.map((view) => identifier(get(view, 'comment', 'id'))));
  const paths = views.map(pathOf).filter((path) => path.some((id) => !known.has(id)));
  return [...new Set(paths.map(([root]) => root!))].slice(0, MOST_ROOTS);
}

/** A tree of `max_depth` levels; then, as a page each, what the source has below those that it cut. */
async function branches(query: CommentsQuery, address: LemmyAddress, io: Io): Promise<Page<Comment>> {
  const [asked, ...waiting] = query.next?.split(' ').slice(1) ?? [];
  const sort = query.order === 'newest' ? 'New' : 'Old';
  const branch: Record<string, string> = asked ? { parent_id: asked } : {};
  const answer = await ask(io, address.comments({ sort, ...branch }));
  const views = listed(answer, 'comments');
  const missing = missingBelow(views);
  const items = normaliseAll(views, (view) => {
    const id = idOf(get(view, 'comment', 'id'));
    const lacks = (id && missing.get(id)) ?? 0;
    const canAsk = lacks && id && id !== asked && waiting.length < MOST_BRANCHES;
    if (canAsk) waiting.push(id);
    return toLemmyComment(view, `${address.origin}/`, canAsk ? 0 : lacks || 0);
  });
  return { items, next: waiting.length > 0 ? `below ${waiting.join(' ')}` : undefined };
}

async function article(query: ArticleQuery, io: Io): Promise<Article> {
  const address = readAddress(query.src);
  const id = query.item ? postIdIn(query.item) : address.id;
  if (!id && !query.item) {
    const [first] = (await articles({ src: query.src, limit: 1 }, io)).items;
    if (first) return first;
  }
  if (!id) throw new NewsError('not-found', 'No such post here.', { url: query.src });
  const answer = await ask(io, address.post(id));
  const view = get(answer.value, 'post_view');
  if (isGone(get(view, 'post'))) {
    throw new NewsError('not-found', 'This post was taken away.', { url: answer.url });
  }
  return toLemmyArticle(view, `${address.origin}/`);
}

async function articles(query: ArticlesQuery, io: Io): Promise<Page<Article>> {
  const address = readAddress(query.src);
  if (address.id) {
    throw new NewsError('unsupported', 'Stories need a community (…/c/name).', { url: query.src });
  }
  const limit = Math.min(query.limit, PER_PAGE);
  const [, kind = '', place = ''] = /^(page|page_cursor) (.+)$/.exec(query.next ?? '') ?? [];
  const answer = await ask(io, address.posts({ limit: String(limit), ...(kind ? { [kind]: place } : {}) }));
  const views = listed(answer, 'posts').filter((view) => !isGone(get(view, 'post')));
  const found = normaliseAll(views, (view) => toLemmyArticle(view, `${address.origin}/`));
  const cursor = cleanText(get(answer.value, 'next_page'));
  // Before 0.19 pages were counted, and a full one meant that there may be another.
  const isCounted =
    address.version === 3 && kind !== 'page_cursor' && listed(answer, 'posts').length >= limit;
  const page = kind === 'page' ? Number(place) : 1;
  const next =
    cursor && cursor !== place ? `page_cursor ${cursor}` : isCounted ? `page ${page + 1}` : undefined;
  const since = query.since ?? '';
  const isOld = address.isNewestFirst && found.some(({ published = '~' }) => published < since);
  const relatedTo = query.relatedTo && (postIdIn(query.relatedTo) ?? query.relatedTo);
  return { ...selectArticles(found, { ...query, relatedTo }), next: isOld ? undefined : next };
}

function onePost(src: string): LemmyAddress {
  const address = readAddress(src);
  if (address.id) return address;
  throw new NewsError('unsupported', 'Comments need the address of one post (…/post/123).', { url: src });
}

/** Lists have a name of their own in the third version, and one for all in the fourth. */
function listed(answer: Answer<unknown>, name: 'comments' | 'posts'): readonly unknown[] {
  const found = get(answer.value, name) ?? get(answer.value, 'items');
  if (Array.isArray(found)) return list(found);
  throw new NewsError('parse', 'A list was expected, but something else came.', { url: answer.url });
}

const REFUSALS: readonly (readonly [RegExp, NewsErrorKind])[] = [
  [/^couldnt_find|^not_found$/, 'not-found'],
  [/^rate_limit/, 'rate-limited'],
  [/^instance_is_private$|^not_logged_in$/, 'login-required'],
];

/** Nearly every refusal is a bad request here; a word in it says which. */
async function ask(io: Io, url: string): Promise<Answer<unknown>> {
  try {
    return await io.json(url);
  } catch (error) {
    if (!(error instanceof NewsError)) throw error;
    const code = cleanText(get(error.answer, 'error'));
    const kind = REFUSALS.find(([pattern]) => pattern.test(code))?.[1];
    if (!kind) throw error;
    const { message, status, answer } = error;
    throw new NewsError(kind, message, { status, answer, url: error.url, code });
  }
}
