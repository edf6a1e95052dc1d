import type { Comment } from '../model/comment.js';
import { NewsError } from '../model/news-error.js';
import type { Page } from '../model/page.js';
import type { Posting } from '../model/posting.js';
import type { ThreadOrder } from '../model/thread.js';
import type { Adapter } from '../source/adapter.js';
import type { Io } from '../source/io.js';
import { CommentBodies } from './comment-bodies.js';

/** What a source told about a thread, and how to go on with it. */
export interface Thread {
  readonly page: Page<Comment>;
  /** How many pages of the source `page` is made of. */
  readonly pages: number;
  /** The order that the source was asked for, which its next page goes on in. */
  readonly order: ThreadOrder;
  /** `undefined` when the source did not tell. */
  readonly posting: Posting | undefined;
  readonly bodies: CommentBodies;
  readonly adapter?: Adapter;
  /** The URL that the adapter reads. */
  readonly src: string;
}

export const READ_ONLY: Posting = { how: 'none', fields: [] };

export interface ThreadRequest {
  readonly src: string;
  readonly order: ThreadOrder;
  /** As many as are on screen, so that a reload takes nothing away. */
  readonly pages: number;
  /** What is known from before, when the source does not tell this time. */
  readonly posting: Posting | undefined;
}

/** Comments, what one may write, and the sanitiser, all at once. @throws NewsError */
export async function loadThread(adapter: Adapter, request: ThreadRequest, io: Io): Promise<Thread> {
  const { src, order } = request;
  if (!adapter.comments) throw new NewsError('unsupported', 'This source has no comments.', { url: src });
  const [pages, posting, bodies] = await Promise.all([
    readPages(adapter.comments, request, io),
    adapter.posting ? adapter.posting({ src }, io).catch(orBefore(request.posting)) : READ_ONLY,
    CommentBodies.load(src),
  ]);
  const last = pages.at(-1)!;
  const canPost = posting?.how !== 'anonymous' || adapter.addComment;
  const items = pages.flatMap((page) => page.items);
  await bodies.prepare(items);
  const page = { items, total: last.total ?? pages[0]!.total, next: last.next, missing: last.missing };
  return { page, pages: pages.length, order, posting: canPost ? posting : READ_ONLY, bodies, adapter, src };
}

async function readPages(
  comments: NonNullable<Adapter['comments']>,
  { src, order, pages }: ThreadRequest,
  io: Io,
): Promise<Page<Comment>[]> {
  const read = [await comments({ src, order }, io)];
  for (let next = read[0]!.next; next !== undefined && read.length < pages; next = read.at(-1)!.next) {
    read.push(await comments({ src, order, next }, io));
  }
  return read;
}

/** That nobody can tell whether one may write is no reason to show no comments; that there is no such story is one. */
const orBefore = (posting: Posting | undefined) => (reason: unknown) => {
  if (reason instanceof NewsError && reason.kind === 'not-found') throw reason;
  return posting;
};
