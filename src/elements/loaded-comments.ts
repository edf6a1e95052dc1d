import type { Comment } from '../model/comment.js';
import type { MissingSource, Page } from '../model/page.js';

/** What has been loaded of a thread so far, page by page. */
export class LoadedComments {
  readonly #byId = new Map<string, Comment>();
  /** Ids that came with the last page that a reader asked for. */
  fresh: ReadonlySet<string> = new Set();
  total: number | undefined;
  next: string | undefined;
  /** Sources, of several, that are down. */
  missing: readonly MissingSource[] = [];
  /** How many pages of the source these are. */
  pages = 1;

  /** Begins anew, with what may be several pages in one. */
  reset({ items, total, next, missing = [] }: Page<Comment>, pages: number): void {
    this.pages = pages;
    this.#byId.clear();
    for (const comment of items) this.#byId.set(comment.id, comment);
    this.fresh = new Set();
    this.total = total;
    this.next = next;
    this.missing = missing;
  }

  /** @returns the comments that were not there before */
  add({ items, total, next, missing = [] }: Page<Comment>): readonly Comment[] {
    this.pages++;
    const added = items.filter(({ id }) => !this.#byId.has(id));
    for (const comment of items) this.#byId.set(comment.id, comment);
    this.fresh = new Set(added.map(({ id }) => id));
    this.total = total ?? this.total;
    this.next = next;
    this.missing = missing;
    return added;
  }

  /** A comment of the reader's own. */
  put(comment: Comment): void {
    if (!this.#byId.has(comment.id) && this.total !== undefined) this.total++;
    this.#byId.set(comment.id, comment);
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  /** Ids of the comments that this one stands under. */
  ancestorsOf({ parentId }: Comment): ReadonlySet<string> {
    const found = new Set<string>();
    for (let id = parentId; id !== undefined && !found.has(id); id = this.#byId.get(id)?.parentId)
      found.add(id);
    return found;
  }

  get all(): readonly Comment[] {
    return [...this.#byId.values()];
  }

  /** How many are left to load, where the source says how many there are. */
  get left(): number | undefined {
    return this.total === undefined ? undefined : Math.max(0, this.total - this.#byId.size);
  }
}
