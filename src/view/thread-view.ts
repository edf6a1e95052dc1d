import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Comment } from '../model/comment.js';
import type { ThreadNode } from '../model/thread.js';
import { commentView, type CommentOptions } from './comment-view.js';

/** Deeper replies stand below each other, each saying whom it answers: a phone has no room for more indents. */
export const MAX_INDENTS = 6;

export interface ThreadOptions extends CommentOptions {
  /** Ids of comments whose replies are folded away. */
  readonly collapsed: ReadonlySet<string>;
  /** Id of the comment that is being answered. */
  readonly replyingTo: string | undefined;
  /** The form under the comment that is being answered. */
  readonly replyForm: (comment: Comment) => TemplateResult;
}

/** Comments and their replies as nested lists, which is how a screen reader hears the nesting. */
export function threadView(nodes: readonly ThreadNode[], options: ThreadOptions): TemplateResult {
  return listView(nodes, undefined, 1, options);
}

interface Item {
  readonly node: ThreadNode;
  /** Whom it answers, where the nesting does not tell. */
  readonly inReplyTo?: string;
}

function listView(
  nodes: readonly ThreadNode[],
  parent: Comment | undefined,
  depth: number,
  options: ThreadOptions,
) {
  const items =
    depth < MAX_INDENTS
      ? nodes.map((node) => ({ node, inReplyTo: hiddenParent(node) }))
      : flatten(nodes, options);
  // `role`: Safari takes a list without numbers for no list at all.
  return html`<ol class=${parent ? 'replies' : 'thread'} role="list">
    ${repeat(
      items,
      ({ node }) => node.comment.id,
      (item) => itemView(item, depth, options),
    )}
  </ol>`;
}

function itemView({ node, inReplyTo }: Item, depth: number, options: ThreadOptions): TemplateResult {
  const { comment, replies } = node;
  const nested = depth < MAX_INDENTS ? replies : [];
  const collapsed = options.collapsed.has(comment.id);
  const replying = options.replyingTo === comment.id;
  const place = {
    inReplyTo,
    replyCount: collapsed || nested.length > 0 ? countReplies(nested) : 0,
    collapsed,
    replying,
  };
  return html`<li>
    ${commentView(comment, place, options)} ${replying ? options.replyForm(comment) : nothing}
    ${nested.length > 0 && !collapsed ? listView(nested, comment, depth + 1, options) : nothing}
  </li>`;
}

const hiddenParent = (node: ThreadNode) => (node.orphan ? '' : undefined);

/** Everything below the last indent, in the order in which it would stand as a tree. */
function flatten(nodes: readonly ThreadNode[], { language }: ThreadOptions): Item[] {
  const items: Item[] = [];
  const waiting: Item[] = nodes.map((node) => ({ node, inReplyTo: hiddenParent(node) })).reverse();
  for (let item = waiting.pop(); item; item = waiting.pop()) {
    items.push(item);
    const inReplyTo = item.node.comment.author.name || language.strings.anonymous;
    for (const node of [...item.node.replies].reverse()) waiting.push({ node, inReplyTo });
  }
  return items;
}

function countReplies(nodes: readonly ThreadNode[]): number {
  let count = 0;
  const waiting = [...nodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    count++;
    waiting.push(...node.replies);
  }
  return count;
}
