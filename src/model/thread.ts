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
  for (const node of [...nodes.values()].sort((a, b) => byDate(a.comment, b.comment))) {
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

/** Comments without a date keep the order in which the source sent them. */
function byDate(a: Comment, b: Comment): number {
  if (!a.published || !b.published || a.published === b.published) return 0;
  return a.published < b.published ? -1 : 1;
}

/** Whether `node` is `ancestor` or stands somewhere under it: attaching the one to the other would close a ring. */
function isUnder(node: Growing, ancestor: Growing): boolean {
  for (let here: Growing | undefined = node; here; here = here.parent) if (here === ancestor) return true;
  return false;
}

/** Numbers the levels; what is deeper than `MAX_DEPTH` moves up beside its parent. */
function setDepths(roots: Growing[]): void {
  const waiting = roots.map((node) => ({ node, siblings: roots }));
  for (let step = waiting.pop(); step; step = waiting.pop()) {
    const { node, siblings } = step;
    const tooDeep = node.depth === MAX_DEPTH;
    const target = tooDeep ? siblings : node.replies;
    for (const reply of node.replies) {
      reply.depth = tooDeep ? MAX_DEPTH : node.depth + 1;
      if (tooDeep) siblings.push(reply);
      waiting.push({ node: reply, siblings: target });
    }
    if (tooDeep) node.replies = [];
  }
}
