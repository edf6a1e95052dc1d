import type { SafeHtml } from '../content/safe-html.js';
import type { Body } from '../model/body.js';
import type { Comment } from '../model/comment.js';
import { loadContentDoor } from './content-door.js';

type ContentDoor = Awaited<ReturnType<typeof loadContentDoor>>;

/** The sanitised texts of a thread's comments: each made when it is first shown, and once. */
export class CommentBodies {
  readonly #door: ContentDoor;
  readonly #base: string;
  readonly #made = new WeakMap<Body, SafeHtml>();

  private constructor(door: ContentDoor, base: string) {
    this.#door = door;
    this.#base = base;
  }

  /** @throws NewsError `unreachable` when the sanitiser's code does not arrive */
  static async load(base: string): Promise<CommentBodies> {
    return new CommentBodies(await loadContentDoor(), base);
  }

  /** Before `of()`: loads what their formats need. */
  prepare(comments: readonly Comment[]): Promise<void> {
    return this.#door.prepareFor(comments.map(({ body }) => body));
  }

  of({ body, url }: Comment): SafeHtml {
    let made = this.#made.get(body);
    if (!made) {
      made = this.#door.renderBody(body, { purpose: 'comment', base: url ?? this.#base });
      this.#made.set(body, made);
    }
    return made;
  }
}
