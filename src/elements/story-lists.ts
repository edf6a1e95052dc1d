import type { Article } from '../model/article.js';
import { pageKey } from './page-address.js';

/** A list of stories on the page. */
export interface StoryList {
  readonly element: Element;
  /** Most stories that it shows. */
  limit(): number;
  /** What it shows now. */
  shown(): readonly Article[];
  /** A list before it shows something else now. */
  update(): void;
}

const lists = new Set<StoryList>();

/** What tells stories of any source apart: their address, else their id. */
const keyOf = ({ url, id }: Article) => (url ? pageKey(url) : `id ${id}`);

/** From now on this list takes part: no list after it shows what it shows. */
export function joinLists(list: StoryList): void {
  lists.add(list);
  tellAll();
}

export function leaveLists(list: StoryList): void {
  lists.delete(list);
  tellAll(); // where it stood cannot be told any more
}

function tellAll(): void {
  for (const other of lists) other.update();
}

/** Keys of all that the lists before this one show, in the order of the page. */
export function shownBefore(list: StoryList): (article: Article) => boolean {
  const keys = new Set(before(list).flatMap((other) => other.shown().map(keyOf)));
  return (article) => keys.has(keyOf(article));
}

/** How many stories more a list has to ask for, so that enough are left. */
export function placesBefore(list: StoryList): number {
  return before(list).reduce((sum, other) => sum + other.limit(), 0);
}

export function tellListsAfter(list: StoryList): void {
  for (const other of lists) if (other !== list && isBefore(list, other)) other.update();
}

const before = (list: StoryList) => [...lists].filter((other) => other !== list && isBefore(other, list));

function isBefore(a: StoryList, b: StoryList): boolean {
  return Boolean(a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING);
}
