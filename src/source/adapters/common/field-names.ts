import { get, isRecord, list, type UnknownRecord } from '../../../model/record.js';
import { cleanText, plainText } from '../../../model/text.js';
import { safeUrl } from '../../../model/url.js';
import { statusOf } from './moderation.js';

/*
 * Content systems in which each site names its own fields: what a record means is guessed from usual names, the surest
 * first. What is called otherwise needs the `json` adapter with a mapping.
 *
 * Names are compared without case, `_`, `-` and the prefix `field_`: `publishedat` is `publishedAt` and `published_at`.
 */

/** Usual names of the fields of a story. Dates that an editor sets come before those that the system writes. */
export const STORY_NAMES = {
  title: names('title headline name heading'),
  slug: names('slug permalink handle urlslug'),
  url: names('url canonicalurl externalurl permalink link weburl'),
  excerpt: names(
    'excerpt teaser summary intro introduction standfirst dek lead abstract shortdescription description subtitle',
  ),
  body: names('body content text blocks article maincontent richtext html story'),
  image: names(
    'cover coverimage image featuredimage featureimage heroimage hero mainimage thumbnail picture photo media',
  ),
  categories: names('category categories section sections topic topics channel rubric'),
  tags: names('tags tag keywords labels'),
  authors: names('authors author writers writer authorname byline createdby'),
  published: names(
    'publishedon datepublished publishdate publicationdate publishedat publishat releasedate firstpublishedat pubdate date postedat createdat datecreated createdon created',
  ),
  updated: names(
    'updatedat dateupdated updatedon modifiedat datemodified lastmodified modified changed updated',
  ),
  lang: names('locale language lang langcode'),
  source: names('source sourcename publisher'),
  sourceUrl: names('sourceurl sourcelink'),
  commentCount: names('commentcount commentscount'),
  commentsOpen: names('commentsopen commentsenabled allowcomments enablecomments commentsallowed'),
} as const;

/** Usual names of the fields of a comment. */
export const COMMENT_NAMES = {
  body: names('content text message body comment'),
  author: names('authorname author name username user nickname displayname guestname createdby usercreated'),
  email: names('authoremail email mail'),
  website: names('authorurl website homepage authorwebsite'),
  avatar: names('authoravatar avatar'),
  parent: names('parent parentid parentcomment replyto inreplyto threadof answerto replyingto'),
  published: names('publishedon date createdat datecreated createdon created postedat publishedat timestamp'),
  edited: names('editedat editedon edited'),
  status: names('status state'),
  approval: names('approved isapproved accepted approvalstatus moderationstatus'),
  deleted: names('deleted isdeleted removed isremoved'),
  hidden: names('hidden ishidden blocked isblocked spam isspam'),
  score: names('score likes upvotes votes likecount'),
  pinned: names('pinned ispinned sticky featured'),
} as const;

/** What differs from system to system: how it wraps linked records and what its rich text is. */
export interface Shape {
  /** A linked record, an asset or a link to it, as the record that has the fields. */
  readonly unwrap?: (value: unknown) => unknown;
  /** A body that is more than a string, as `{format, value}`. */
  readonly body?: (value: unknown) => unknown;
  /** A picture, as `Article.image` has it. */
  readonly picture?: (value: unknown) => unknown;
  /** Where uploads are, for addresses in texts that begin with `/`. */
  readonly origin?: string;
  /** Id of a record, where it is not `id`. */
  readonly id?: (value: unknown) => unknown;
}

function names(text: string): readonly string[] {
  return text.split(' ');
}

const plain = (key: string) =>
  key
    .toLowerCase()
    .replace(/^field_/, '')
    .replace(/[_-]/g, '');
/** What a system writes for a linked record that it was not asked for, or may not show. */
export const isReference = (value: unknown) =>
  typeof value === 'number' ||
  (typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value));
const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const known = new WeakMap<object, ReadonlyMap<string, string>>();

/** The record's own names by what they are compared by: looked through once, asked many times. */
function keysOf(record: UnknownRecord): ReadonlyMap<string, string> {
  const found = known.get(record);
  if (found) return found;
  const keys = new Map<string, string>();
  for (const key of Object.keys(record)) if (!keys.has(plain(key))) keys.set(plain(key), key);
  known.set(record, keys);
  return keys;
}

/** The record's own name of a field: the first that has something in it, else the first that is there at all. */
export function keyOf(record: unknown, wanted: readonly string[]): string | undefined {
  if (!isRecord(record)) return undefined;
  const keys = keysOf(record);
  const there = wanted.flatMap((name) => keys.get(name) ?? []);
  return there.find((key) => !isEmpty(get(record, key))) ?? there[0];
}

/** The value of a field, or `undefined` where it is empty. */
export function valueOf(record: unknown, wanted: readonly string[]): unknown {
  const key = keyOf(record, wanted);
  const value = key === undefined ? undefined : get(record, key);
  return isEmpty(value) ? undefined : value;
}

const HTML = /^\s*<(?:[a-z][a-z0-9]*|!--)[\s>/-]/i;
const CLOSED = /<\/[a-z][a-z0-9]*>|\/>|<(?:br|hr|img)\b/i;
/** A reader may well type a tag; that somebody typed a whole paragraph is less likely than that an editor made it. */
const HTML_COMMENT = /^\s*<(p|div|ul|ol|blockquote)(?:\s[^<>]*)?>[^]*<\/(?:p|div|ul|ol|blockquote)>\s*$/i;

/** A string as the text that it seems to be: HTML where a tag begins it, otherwise what the caller takes it for. */
export function guessText(value: unknown, otherwise: 'markdown' | 'text'): unknown {
  if (typeof value !== 'string') return undefined;
  const isHtml = otherwise === 'text' ? HTML_COMMENT.test(value) : HTML.test(value) && CLOSED.test(value);
  return { format: isHtml ? 'html' : otherwise, value };
}

/** Pictures in a text, whose addresses begin at the root of the server that they are uploaded to. */
export function withOrigin(value: string, origin: string): string {
  return value
    .replace(/(<(?:img|source|video|audio)\s[^<>]{0,500}?\bsrc=["'])\/(?!\/)/gi, `$1${origin}/`)
    .replace(/(!\[[^[\]\n]{0,500}\]\(<?)\/(?!\/)/g, `$1${origin}/`);
}

/** Input for `toArticle()`. */
export function guessStory(record: unknown, shape: Shape = {}): UnknownRecord {
  const of = (field: keyof typeof STORY_NAMES) => valueOf(record, STORY_NAMES[field]);
  const body = keyOf(record, STORY_NAMES.body);
  const source = of('source');
  return {
    id: (shape.id ?? idOf)(record),
    // Where a story stands on the site is not known to a system that only keeps content.
    url: STORY_NAMES.url.map((name) => safeUrl(valueOf(record, [name]))).find(Boolean),
    title: of('title'),
    excerpt: plainText(of('excerpt')),
    body: body && guessBody(get(record, body), 'markdown', shape),
    image: guessPicture(of('image'), shape),
    authors: peopleOf(record, STORY_NAMES.authors, shape),
    published: of('published'),
    updated: of('updated'),
    categories: guessTerms(of('categories'), shape),
    tags: guessTerms(of('tags'), shape),
    lang: of('lang'),
    source: isRecord(source)
      ? { name: nameOf(source), url: safeUrl(valueOf(source, STORY_NAMES.url)) }
      : { name: cleanText(source), url: of('sourceUrl') },
    commentCount: of('commentCount'),
    commentsOpen: of('commentsOpen'),
  };
}

/** Input for `toComment()`. */
export function guessComment(record: unknown, shape: Shape = {}): UnknownRecord {
  const of = (field: keyof typeof COMMENT_NAMES) => valueOf(record, COMMENT_NAMES[field]);
  const parent = unwrapped(of('parent'), shape);
  const [author] = peopleOf(record, COMMENT_NAMES.author, shape);
  return {
    id: (shape.id ?? idOf)(record),
    parentId: isRecord(parent) ? (shape.id ?? idOf)(parent) : parent,
    author: {
      ...(isRecord(author) ? author : { name: author }),
      ...defined({ url: of('website'), avatar: of('avatar') }),
    },
    body: guessBody(of('body'), 'text', shape),
    published: of('published'),
    edited: of('edited'),
    status: guessStatus(record),
    score: of('score'),
    pinned: of('pinned'),
  };
}

/** All of the fields count: that one says nothing against a comment does not outweigh the one that does. */
function guessStatus(record: unknown): string {
  const told = (field: keyof typeof COMMENT_NAMES) =>
    COMMENT_NAMES[field].flatMap((name) => {
      const key = keyOf(record, [name]);
      return key === undefined ? [] : [get(record, key)];
    });
  const [deleted, hidden] = [told('deleted'), told('hidden')];
  return statusOf({ deleted, hidden, approval: told('approval'), status: told('status') });
}

/** A category or tag, several of them, or their names in one string with commas. */
export function guessTerms(value: unknown, shape: Shape = {}): readonly unknown[] {
  if (typeof value === 'string' && !isReference(value)) return value.split(',', 50);
  const terms = several(value, shape).filter((term) => !isReference(term));
  return terms.map((term) =>
    isRecord(term)
      ? { id: (shape.id ?? idOf)(term), name: nameOf(term), url: safeUrl(valueOf(term, STORY_NAMES.url)) }
      : term,
  );
}

/** Of the first field that names anybody: beside a link to a record that guests may not see, there may be the name. */
function peopleOf(record: unknown, wanted: readonly string[], shape: Shape): readonly unknown[] {
  for (const name of wanted) {
    const people = guessPeople(valueOf(record, [name]), shape);
    if (people.some((person) => (isRecord(person) ? get(person, 'name') : person))) return people;
  }
  return [];
}

/** One author, several, or their names. */
export function guessPeople(value: unknown, shape: Shape = {}): readonly unknown[] {
  return several(value, shape).map((person) => {
    if (!isRecord(person)) return typeof person === 'string' && !isReference(person) ? person : '';
    const avatar = guessPicture(valueOf(person, PERSON_AVATAR), shape);
    const url = PERSON_URL.map((name) => safeUrl(valueOf(person, [name]))).find(Boolean);
    return {
      id: (shape.id ?? idOf)(person),
      name: nameOf(person),
      url,
      avatar: isRecord(avatar) ? get(avatar, 'src') : avatar,
    };
  });
}

const PERSON_AVATAR = names('avatar photo picture image portrait profileimage');
const PERSON_URL = names('url website homepage link');
const NAME = names('name fullname displayname title label username nickname value');

/** What a linked record is called; where it only joins two others (Directus, many to many), what the other is called. */
function nameOf(record: unknown): string {
  const own = cleanText(valueOf(record, NAME));
  const parts = [valueOf(record, ['firstname']), valueOf(record, ['lastname'])].map(cleanText);
  const name = own || parts.filter(Boolean).join(' ');
  if (name || !isRecord(record)) return name;
  const joined = Object.values(record)
    .slice(0, 20)
    .find((value) => isRecord(value) && cleanText(valueOf(value, NAME)));
  return joined === undefined ? '' : cleanText(valueOf(joined, NAME));
}

/** A picture as a URL, or as a record with one. */
export function guessPicture(value: unknown, shape: Shape = {}): unknown {
  const picture = several(value, shape)[0];
  if (shape.picture) return shape.picture(picture);
  if (!isRecord(picture)) return picture;
  return {
    src: valueOf(picture, names('url src href')),
    alt: valueOf(picture, names('alt alternativetext alttext description title')),
    width: get(picture, 'width'),
    height: get(picture, 'height'),
    caption: plainText(valueOf(picture, ['caption'])),
    credit: plainText(valueOf(picture, names('credit copyright photographer'))),
  };
}

function guessBody(value: unknown, otherwise: 'markdown' | 'text', shape: Shape): unknown {
  const body = typeof value === 'string' ? guessText(value, otherwise) : shape.body?.(value);
  const [format, text] = [get(body, 'format'), get(body, 'value')];
  if (shape.origin === undefined || format === 'text' || typeof text !== 'string') return body;
  return { format, value: withOrigin(text, shape.origin) };
}

function several(value: unknown, shape: Shape): readonly unknown[] {
  const found = unwrapped(value, shape);
  const items = Array.isArray(found) ? found.slice(0, 50).map((item) => unwrapped(item, shape)) : [found];
  return items.filter((item) => !isEmpty(item));
}

function unwrapped(value: unknown, { unwrap }: Shape): unknown {
  return unwrap && !isEmpty(value) ? unwrap(value) : value;
}

const idOf = (record: unknown) => get(record, 'id');

function defined(record: UnknownRecord): UnknownRecord {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

/** What one has to know to write a comment: the record's own names, or those that are most usual. */
export function commentKeys(
  records: readonly unknown[],
  usual: Readonly<Record<'author' | 'body' | 'parent', string>>,
) {
  const sample = list(records).find(isRecord);
  const key = (field: keyof typeof COMMENT_NAMES) => keyOf(sample, COMMENT_NAMES[field]);
  return {
    author: key('author') ?? usual.author,
    body: key('body') ?? usual.body,
    parent: key('parent') ?? usual.parent,
    email: key('email'),
  };
}
