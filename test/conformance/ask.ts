import type { Article } from '../../src/model/article.js';
import type { Comment } from '../../src/model/comment.js';
import { NewsError } from '../../src/model/news-error.js';
import type { Page } from '../../src/model/page.js';
import type { Posting } from '../../src/model/posting.js';
import { buildThread, type ThreadNode } from '../../src/model/thread.js';
import { checked } from '../../src/source/checked-adapter.js';
import { createIo, SharedRequests, type Io } from '../../src/source/io.js';
import { findSource } from '../../src/source/registry.js';
import type { Question, Questions } from './questions.js';

/** What an adapter answered, in the terms of `Expected`. */
export type Outcome =
  | { readonly error: string; readonly fields: readonly string[]; readonly message: string }
  | { readonly adapter: string | undefined; readonly src: string }
  | { readonly article: Article }
  | { readonly posting: Posting }
  | { readonly comment: Comment }
  | ListOutcome;

export interface ListOutcome {
  readonly items: readonly (Article | Comment)[];
  readonly first: Article | Comment | undefined;
  readonly count: number;
  readonly total: number | undefined;
  readonly pages: number;
  readonly roots?: number;
  readonly depth?: number;
  readonly orphans?: number;
}

/** No list of a fixture is longer: an adapter that never ends is found out. */
const MOST_PAGES = 20;

type About = Pick<Questions, 'adapter' | 'mapping'>;

/** Asks one question over whatever `fetch` there is, and waits for nothing between tries. */
export async function ask(
  about: About,
  question: Question,
  signal = new AbortController().signal,
): Promise<Outcome> {
  const io = createIo(signal, { shared: new SharedRequests(), backoff: 1 });
  try {
    return await outcome(about, question, io);
  } catch (error) {
    if (!(error instanceof NewsError)) throw error;
    return { error: error.kind, fields: Object.keys(error.fields), message: error.message };
  }
}

async function outcome({ adapter: name, mapping }: About, question: Question, io: Io): Promise<Outcome> {
  const { src, item, limit = 10, since, relatedTo, by, order = 'oldest' } = question;
  if (question.ask === 'detect') {
    const found = await findSource({ src, mapping }, io);
    return { adapter: await nameOf(found.adapter, { src, mapping }, io), src: found.src };
  }
  const found = await findSource({ src, adapter: name, mapping }, io);
  const adapter = checked(found.adapter);
  const missing = () => new NewsError('unsupported', `No ${question.ask} here.`);
  switch (question.ask) {
    case 'article':
      if (!adapter.article) throw missing();
      return { article: await adapter.article({ src, item }, io) };
    case 'articles':
      if (!adapter.articles) throw missing();
      return pages((next) => adapter.articles!({ src, limit, since, relatedTo, by, next }, io));
    case 'comments': {
      if (!adapter.comments) throw missing();
      const list = await pages((next) => adapter.comments!({ src, order, next }, io));
      return { ...list, ...shapeOf(buildThread(list.items as Comment[], order)) };
    }
    case 'posting':
      if (!adapter.posting) throw missing();
      return { posting: await adapter.posting({ src }, io) };
    case 'addComment': {
      if (!adapter.addComment) throw missing();
      const draft = { name: '', email: '', comment: '', ...question.draft };
      return { comment: await adapter.addComment({ src }, draft, io) };
    }
  }
}

/** The name under which the same adapter is found by name. */
async function nameOf(
  adapter: unknown,
  { src, mapping }: { src: string; mapping: unknown },
  io: Io,
): Promise<string | undefined> {
  const { adapterNames } = await import('../../src/source/registry.js');
  for (const name of adapterNames()) {
    if (name === 'json') continue;
    const found = await findSource({ src, adapter: name }, io);
    if (found.adapter === adapter) return name;
  }
  return mapping === undefined ? undefined : 'json';
}

async function pages(
  read: (next: string | undefined) => Promise<Page<Article | Comment>>,
): Promise<ListOutcome> {
  const items: (Article | Comment)[] = [];
  let page = await read(undefined);
  const { total } = page;
  items.push(...page.items);
  let count = 1;
  for (; page.next !== undefined; count++) {
    if (count >= MOST_PAGES) throw new Error(`More than ${MOST_PAGES} pages.`);
    page = await read(page.next);
    items.push(...page.items);
  }
  return { items: Object.freeze(items), first: items[0], count: items.length, total, pages: count };
}

function shapeOf(nodes: readonly ThreadNode[]) {
  let depth = 0;
  let orphans = 0;
  const waiting = [...nodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    depth = Math.max(depth, node.depth);
    if (node.orphan) orphans++;
    waiting.push(...node.replies);
  }
  return { roots: nodes.length, depth, orphans };
}
