import type { Comment } from './comment.js';

/** Order of the top level; replies always read from the oldest to the newest, as a conversation does. */
export type ThreadOrder = 'newest' | 'oldest';

export interface ThreadNode {
  readonly comment: Comment;
  /** 1 for the top level. */
  readonly depth: number;
  readonly replies: readonly ThreadNode[];
  /** It answers a comment that the source does not show (held, deleted, or not loaded yet). */
  readonly orphan: boolean;
}

/** A tree deeper than this is cut into flat siblings, so that no recursion over it can fail. */
export const MAX_DEPTH = 256;

type Growing = { comment: Comment; depth: number; parent?: Growing; replies: Growing[]; orphan: boolean };

/**
 * A flat list of comments as a tree, in which nothing is lost: a reply whose parent is missing stands at the top
 * level, and a ring of parents is opened at one comment.
 */
export function buildThread(comments: readonly Comment[], order: ThreadOrder): readonly ThreadNode[] {
  const nodes = new Map<string, Growing>();
  for (const comment of comments) nodes.set(comment.id, { comment, depth: 1, replies: [], orphan: false });
  const roots: Growing[] = [];
  for (const node of byDate(nodes.values())) {
    const { parentId } = node.comment;
    const parent = parentId === undefined ? undefined : nodes.get(parentId);
    if (parent && !isUnder(parent, node)) {
      node.parent = parent;
      parent.replies.push(node);
    } else {
      node.orphan = parentId !== undefined;
      roots.push(node);
    }
  }
  setDepths(roots);
  if (order === 'newest') roots.reverse();
  return roots;
}

/** The oldest first. A comment without a date stays behind the one that the source sent before it. */
function byDate(nodes: Iterable<Growing>): Growing[] {
  let date = '';
  const dated = [...nodes].map((node) => ({ node, date: (date = node.comment.published ?? date) }));
  return dated.sort((a, b) => Number(a.date > b.date) - Number(a.date < b.date)).map(({ node }) => node);
}

/** Whether `node` is `ancestor` or stands somewhere under it: attaching the one to the other would close a ring. */
function isUnder(node: Growing, ancestor: Growing): boolean {
  for (let here: Growing | undefined = node; here; here = here.parent) if (here === ancestor) return true;
  return false;
}

/** Numbers the levels; what is deeper than `MAX_DEPTH` moves up beside its parent. */
function setDepths(roots: Growing[]): void {
  const waiting = [...roots];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.depth === MAX_DEPTH - 1) node.replies = flatten(node.replies);
    for (const reply of node.replies) {
      reply.depth = node.depth + 1;
      waiting.push(reply);
    }
  }
}

/** A tree in reading order, without its branches. */
function flatten(nodes: readonly Growing[]): Growing[] {
  const flat: Growing[] = [];
  const waiting = [...nodes].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    flat.push(node);
    waiting.push(...node.replies.reverse());
    node.replies = [];
  }
  return flat;
}
