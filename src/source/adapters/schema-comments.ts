import { MAX_ITEMS } from '../../model/page.js';
import { get, identifier, isRecord, type UnknownRecord } from '../../model/record.js';
import { safeUrl } from '../../model/url.js';
import { addressOf, rawText, toBodyFields, toNumber, typesOf, type LinkedData } from './json-ld.js';
import { dateOf, interactions, personsOf } from './schema-story.js';

const isComment = (thing: unknown) =>
  typesOf(thing).some((type) => /^(?:Comment|Answer|UserComments|CorrectionComment)$/.test(type));

interface Found {
  readonly thing: UnknownRecord;
  readonly id: string;
  /** The comment in which it was found. */
  readonly holder: string | undefined;
  readonly isAccepted: boolean;
}

/**
 * Comments and answers of a page, nested (`comment`) or flat (`parentItem`), under the names of `Comment`.
 * Sources: https://schema.org/Comment,
 * https://developers.google.com/search/docs/appearance/structured-data/discussion-forum
 */
export function commentFields(story: unknown, data: LinkedData, base: string): readonly UnknownRecord[] {
  const found = findComments(story, data, base);
  const known = new Set(found.map(({ id }) => id));
  const writers = new Set(
    data.all(get(story, 'author')).flatMap((author) => identifier(get(author, '@id')) ?? []),
  );
  return found.map(({ thing, id, holder, isAccepted }) => {
    const author = data.all(get(thing, 'author') ?? get(thing, 'creator'))[0];
    // By the name that the page gives to a person; an address is what a commenter may have typed.
    const isWriter = writers.has(identifier(get(author, '@id')) ?? '');
    const published = dateOf(thing, 'datePublished', 'dateCreated', 'commentTime');
    const edited = dateOf(thing, 'dateModified');
    return {
      id,
      parentId: parentOf(thing, known, data, base) ?? holder,
      author: { name: '', ...personsOf(author, data, base)[0], badge: isWriter ? 'author' : undefined },
      body: toBodyFields(get(thing, 'text') ?? get(thing, 'commentText') ?? get(thing, 'description')),
      published,
      edited: edited && published && edited > published ? edited : undefined,
      status: /deleted|removed/i.test(rawText(get(thing, 'creativeWorkStatus'))) ? 'deleted' : 'published',
      score: scoreOf(thing, data),
      pinned: isAccepted,
      url: addressOf(get(thing, 'url')),
    };
  });
}

/** Each level in its order, a comment before those that answer it. By hand, since a recursion could be too deep. */
function findComments(story: unknown, data: LinkedData, base: string): readonly Found[] {
  const found: Found[] = [];
  const seen = new Set<unknown>();
  const waiting: { value: unknown; holder?: string; place: string; isAccepted: boolean }[] = [];
  const later = (thing: unknown, place: string, holder?: string) => {
    const accepted = data.all(get(thing, 'acceptedAnswer'));
    const others = ['suggestedAnswer', 'comment'].flatMap((name) => data.all(get(thing, name)));
    const all = [...accepted, ...others].map((value, index) => ({
      value,
      holder,
      place: `${place}.${index + 1}`,
      isAccepted: index < accepted.length,
    }));
    waiting.push(...all.slice(0, MAX_ITEMS).reverse());
  };
  // Those that stand beside the story, and name it or nothing.
  const loose = data.roots.flatMap((root) => [...data.all(root), ...data.all(get(root, '@graph'))]);
  later({ comment: loose.filter(isComment) }, 'page');
  later(story, 'comment');
  while (waiting.length > 0 && found.length < MAX_ITEMS) {
    const { value, holder, place, isAccepted } = waiting.pop()!;
    if (!isRecord(value) || seen.has(value)) continue;
    seen.add(value);
    // One without a name is known by where it stands, as long as that can be said in a few words.
    const id = idOf(value, base) ?? (place.length < 200 ? place : `comment ${found.length}`);
    found.push({ thing: value, id, holder, isAccepted });
    later(value, id, id);
  }
  return found;
}

/** Written in whatever form, the same thing has the same id. */
function idOf(thing: unknown, base: string): string | undefined {
  const id = identifier(get(thing, '@id'));
  const absolute = id && !id.startsWith('_:') ? (safeUrl(id, base) ?? id) : id;
  return absolute ?? identifier(get(thing, 'identifier')) ?? safeUrl(addressOf(get(thing, 'url')), base);
}

/** The comment that it says it answers. Of what is no comment nobody knows it: then it is the story. */
function parentOf(
  thing: unknown,
  known: ReadonlySet<string>,
  data: LinkedData,
  base: string,
): string | undefined {
  const item = data.resolve(get(thing, 'parentItem'));
  const id = typeof item === 'string' ? (safeUrl(item, base) ?? item) : idOf(item, base);
  return id !== undefined && (known.has(id) || isComment(item)) ? id : undefined;
}

function scoreOf(thing: unknown, data: LinkedData): number | undefined {
  const [up, down] = ['upvoteCount', 'downvoteCount'].map((name) => toNumber(get(thing, name)));
  if (up !== undefined || down !== undefined) return (up ?? 0) - (down ?? 0);
  return interactions(thing, data, /LikeAction$/);
}
