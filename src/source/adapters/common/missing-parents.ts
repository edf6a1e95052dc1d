import type { Comment } from '../../../model/comment.js';

/** How many levels of missing parents are fetched for a page of the newest comments. */
const ROUNDS = 8;
/** Most parents asked for at a time. */
const AT_ONCE = 50;

/**
 * A page of comments with the parents that it lacks: of a flat list from the newest on, a reply comes before what it
 * answers. Parents that the source does not give stay missing.
 *
 * @param ask reads comments by their ids
 */
export async function withParents(
  comments: readonly Comment[],
  ask: (ids: readonly string[]) => Promise<readonly Comment[]>,
): Promise<readonly Comment[]> {
  const known = new Map(comments.map((comment) => [comment.id, comment]));
  const asked = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const missing = [...known.values()].flatMap(({ parentId }) => parentId ?? []);
    const ids = [...new Set(missing)].filter((id) => !known.has(id) && !asked.has(id)).slice(0, AT_ONCE);
    if (ids.length === 0) break;
    for (const id of ids) asked.add(id);
    for (const comment of await ask(ids)) if (!known.has(comment.id)) known.set(comment.id, comment);
  }
  return [...known.values()];
}
