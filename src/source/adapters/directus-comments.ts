import { toComment, unseenId, type Comment } from '../../model/comment.js';
import { NewsError, type NewsErrorKind } from '../../model/news-error.js';
import { normaliseAll, type Page } from '../../model/page.js';
import type { CommentDraft, Posting } from '../../model/posting.js';
import { count, get, identifier, isRecord, list } from '../../model/record.js';
import { plainText } from '../../model/text.js';
import type { CommentsQuery } from '../adapter.js';
import {
  COMMENT_NAMES,
  commentKeys,
  guessComment,
  isReference,
  keyOf,
  STORY_NAMES,
  valueOf,
} from './common/field-names.js';
import type { Answer, Io } from '../io.js';
import { withParents } from './common/missing-parents.js';
import { withoutHeld } from './common/moderation.js';
import {
  endpoint,
  learn,
  readAddress,
  recordsOf,
  tokenOf,
  withoutLinked,
  type Condition,
  type DirectusAddress,
  type Params,
} from './directus-address.js';
import { toDirectusComment } from './directus-fields.js';
import { paging, readPage, startOf } from './directus-paging.js';

/*
 * Comments of readers are kept in a collection that the site made, with a field for the story. The comments that Directus
 * has itself are notes of editors, and for nobody else.
 */

const PER_PAGE = '100';

/** Where the comments of one story are. */
interface Thread {
  readonly address: DirectusAddress;
  /** The field that leads from a comment to its story, and the story's id; unknown for filters of another kind. */
  readonly relation?: string;
  readonly story?: string;
}

const RELATION = /^filter\[([\w-]+)\](?:\[id\])?\[_eq\]$/;

/**
 * `/items/comments?filter[article][_eq]=ID`, or a story, `/items/articles/ID`: then the collection is taken to be called
 * `comments`, and its field like one of the stories.
 */
function threadOf(address: DirectusAddress): Thread {
  if (address.id !== undefined) {
    const relation = address.collection.replace(/ies$/, 'y').replace(/s$/, '');
    const params = tokenOf(address);
    params.set(`filter[${relation}][_eq]`, address.id);
    return {
      address: { ...address, id: undefined, collection: 'comments', params },
      relation,
      story: address.id,
    };
  }
  const [name, story] = [...address.params].find(([key]) => RELATION.test(key)) ?? [];
  if (name !== undefined) return { address, relation: RELATION.exec(name)?.[1], story };
  return { address, ...inJson(address.params.get('filter')) };
}

/** `filter={"article":{"_eq":2}}` */
function inJson(filter: string | null): { readonly relation?: string; readonly story?: string } {
  try {
    const value: unknown = JSON.parse(filter ?? '');
    const [relation] = isRecord(value) ? Object.keys(value) : [];
    const found = relation === undefined ? undefined : get(value, relation);
    const story = identifier(get(found, '_eq') ?? get(found, 'id', '_eq'));
    return story === undefined ? {} : { relation, story };
  } catch {
    return {};
  }
}

export async function comments(query: CommentsQuery, io: Io): Promise<Page<Comment>> {
  const { address } = threadOf(readAddress(query.src));
  const sample = await learn(address, address.collection, io);
  const sign = query.order === 'newest' ? '-' : '';
  const keys = [keyOf(sample, COMMENT_NAMES.published), 'id'].flatMap((key) => (key ? `${sign}${key}` : []));
  const author = keyOf(sample, COMMENT_NAMES.author);
  const isLinked = author !== undefined && isReference(get(sample, author));
  const ask = (extra: Params, conditions: readonly Condition[] = []) => {
    const read = (fields: string) =>
      readPage(endpoint(address, address.collection, [['fields', fields], ...extra], conditions), io);
    return isLinked
      ? withoutLinked(
          () => read(`*,${author}.*`),
          () => read('*'),
        )
      : read('*');
  };
  const first: Params = [
    ['sort', keys.join()],
    ['limit', PER_PAGE],
    ['meta', 'filter_count'],
  ];
  const answer = query.next ? await readPage(startOf(query.next, address), io) : await ask(first);
  const toComments = (from: Answer<unknown>) =>
    normaliseAll(recordsOf(from), (record) => toDirectusComment(record, address));
  const items = withoutHeld(toComments(answer));
  const parents = async (ids: readonly string[]) =>
    toComments(await ask([['limit', String(ids.length)]], [[['id'], '_in', ids.join()]]));
  return {
    items: withoutHeld(query.order === 'newest' ? await withParents(items, parents) : items),
    ...paging(answer, count(get(answer.value, 'meta', 'filter_count'))),
  };
}

export async function posting({ src }: { readonly src: string }, io: Io): Promise<Posting> {
  const { address, relation, story } = threadOf(readAddress(src));
  if (relation === undefined || story === undefined) return { how: 'none', fields: [] };
  const { email } = keysOf(await learn(address, address.collection, io));
  const fields = email ? (['name', 'email', 'comment'] as const) : (['name', 'comment'] as const);
  return { how: (await isClosed(address, relation, io)) ? 'closed' : 'anonymous', fields };
}

/** A story may have a field that says whether comments are taken: it is found out through one of its comments. */
async function isClosed(address: DirectusAddress, relation: string, io: Io): Promise<boolean> {
  const extra: Params = [
    ['limit', '1'],
    ['fields', `${relation}.*`],
  ];
  try {
    const [comment] = recordsOf(await io.json(endpoint(address, address.collection, extra)));
    return valueOf(get(comment, relation), STORY_NAMES.commentsOpen) === false;
  } catch (error) {
    if (error instanceof NewsError) return false;
    throw error;
  }
}

const keysOf = (sample: unknown) =>
  commentKeys([sample], { author: 'author_name', body: 'text', parent: 'parent' });

export async function addComment(
  { src }: { readonly src: string },
  draft: CommentDraft,
  io: Io,
): Promise<Comment> {
  const { address, relation, story } = threadOf(readAddress(src));
  if (relation === undefined || story === undefined) {
    throw new NewsError('unsupported', 'To write, name the story: …?filter[article][_eq]=ID', { url: src });
  }
  const keys = keysOf(await learn(address, address.collection, io));
  const value = {
    [keys.author]: draft.name,
    [keys.body]: draft.comment,
    [relation]: asId(story),
    ...(keys.email && { [keys.email]: draft.email }),
    ...(draft.parentId && { [keys.parent]: asId(draft.parentId) }),
  };
  const bare = { ...address, params: tokenOf(address) };
  try {
    const answer = await io.postJson(endpoint(bare, address.collection, []), value);
    return stored(answer, draft, address);
  } catch (error) {
    throw error instanceof NewsError ? refusal(error, keys) : error;
  }
}

const asId = (id: string) => (/^\d{1,15}$/.test(id) ? Number(id) : id);

/** What was stored. Where guests may write but not read, nothing comes back: then nobody sees it before somebody looks. */
function stored(answer: Answer<unknown>, draft: CommentDraft, address: DirectusAddress): Comment {
  const record = get(answer.value, 'data');
  const known = guessComment(record);
  const isRead = identifier(get(record, 'id')) !== undefined;
  const comment = isRead ? toDirectusComment(record, address) : undefined;
  return toComment({
    id: comment?.id ?? unseenId(),
    parentId: draft.parentId,
    author: comment?.author.name ? comment.author : { name: draft.name },
    body: known['body'] ? comment?.body : draft.comment,
    // By its time, the writer's own copy is told from others when it is shown to everybody.
    published: comment?.published ?? new Date(),
    status: comment?.status ?? 'pending',
  });
}

type Keys = ReturnType<typeof commentKeys>;

// By code, since most are HTTP 400.
const KINDS: Readonly<Record<string, NewsErrorKind>> = {
  FAILED_VALIDATION: 'validation',
  NOT_NULL_VIOLATION: 'validation',
  CONTAINS_NULL_VALUES: 'validation',
  VALUE_OUT_OF_RANGE: 'validation',
  VALUE_TOO_LONG: 'too-large',
  CONTENT_TOO_LARGE: 'too-large',
  RECORD_NOT_UNIQUE: 'duplicate',
  INVALID_FOREIGN_KEY: 'not-found',
  REQUESTS_EXCEEDED: 'rate-limited',
  FORBIDDEN: 'forbidden',
};

function refusal(error: NewsError, keys: Keys): NewsError {
  const { status, url } = error;
  const errors = list(get(error.answer, 'errors')).slice(0, 20);
  const code = identifier(get(errors[0], 'extensions', 'code'));
  const fields: Record<string, string> = {};
  for (const problem of errors) {
    const field = identifier(get(problem, 'extensions', 'field'));
    const message = plainText(get(problem, 'message'));
    if (field === keys.author) fields['name'] = message;
    if (field === keys.body) fields['comment'] = message;
    if (field !== undefined && field === keys.email) fields['email'] = message;
  }
  const kind = code !== undefined && Object.hasOwn(KINDS, code) ? KINDS[code]! : error.kind;
  const message = errors
    .map((problem) => plainText(get(problem, 'message')))
    .filter(Boolean)
    .join(' ');
  return new NewsError(kind, message || error.message, {
    ...{ status, url, code, fields },
    retryAfter: error.retryAfter ?? secondsUntil(get(errors[0], 'extensions', 'reset')),
  });
}

/** `Retry-After` is there, but not for scripts of other sites. */
function secondsUntil(reset: unknown): number | undefined {
  const time = typeof reset === 'string' ? Date.parse(reset) : NaN;
  return time > Date.now() ? Math.ceil((time - Date.now()) / 1000) : undefined;
}
