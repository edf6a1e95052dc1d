import { toComment, type Comment } from '../../model/comment.js';
import { NewsError, type NewsErrorKind } from '../../model/news-error.js';
import { normaliseAll, type Page } from '../../model/page.js';
import type { CommentDraft, Posting } from '../../model/posting.js';
import { get, identifier, isRecord, list } from '../../model/record.js';
import { plainText } from '../../model/text.js';
import type { CommentsQuery } from '../adapter.js';
import { COMMENT_NAMES, commentKeys, keyOf, STORY_NAMES, valueOf } from './common/field-names.js';
import type { Answer, Io } from '../io.js';
import { withParents } from './common/missing-parents.js';
import { withoutHeld } from './common/moderation.js';
import { textToBlocks } from './strapi-blocks.js';
import {
  endpoint,
  learn,
  nextUrl,
  paging,
  readAddress,
  recordsOf,
  type Learned,
  type Params,
  type StrapiAddress,
} from './strapi-address.js';
import { flat, toStrapiComment } from './strapi-fields.js';
import * as plugin from './strapi-plugin.js';

/*
 * Strapi has no comments of its own. They are kept in a collection that the site made, with a relation to the story, or
 * by the plugin `strapi-plugin-comments`.
 */

const PER_PAGE = '100';

/** Where the comments of one story are. */
interface Thread {
  readonly address: StrapiAddress;
  /** The field that leads from a comment to its story, and the story's id; unknown for filters of another kind. */
  readonly relation?: string;
  readonly story?: string;
}

const RELATION = /^filters\[([\w-]+)\](?:\[(?:documentId|id)\])?\[\$eq\]$/;

/**
 * `/api/comments?filters[article][documentId][$eq]=ID`, or a story, `/api/articles/ID`: then the collection is taken to
 * be called `comments`, and its relation like one of the stories.
 */
function threadOf(address: StrapiAddress): Thread {
  if (!address.id) {
    const [name, story] = [...address.params].find(([key]) => RELATION.test(key)) ?? [];
    return { address, relation: name && RELATION.exec(name)?.[1], story };
  }
  const relation = address.collection.replace(/ies$/, 'y').replace(/s$/, '');
  const by = /^\d+$/.test(address.id) ? 'id' : 'documentId';
  const params = new URLSearchParams([[`filters[${relation}][${by}][$eq]`, address.id]]);
  return {
    address: { ...address, id: undefined, collection: 'comments', params },
    relation,
    story: address.id,
  };
}

export async function comments(query: CommentsQuery, io: Io): Promise<Page<Comment>> {
  const found = readAddress(query.src);
  if (found.plugin) return plugin.comments(found, query, io);
  const { address } = threadOf(found);
  const learned = await learn(address, address.collection, io);
  const common = [...populateOf(address, learned)];
  const direction = query.order === 'newest' ? 'desc' : 'asc';
  // Comments of the same moment must not change places from page to page.
  const sort = `createdAt:${direction},id:${direction}`;
  const urlOf = (extra: Params) => endpoint(address, address.collection, [...common, ...extra]);
  const url = query.next
    ? nextUrl(query.next, address)
    : urlOf([
        ['sort', sort],
        ['pagination[page]', '1'],
        ['pagination[pageSize]', PER_PAGE],
      ]);
  const answer = await io.json(url);
  const items = withoutHeld(toComments(answer));
  const complete =
    query.order === 'newest'
      ? await withParents(items, async (ids) =>
          toComments(
            await io.json(urlOf(ids.map((id, index) => [`filters[${learned.id}][$in][${index}]`, id]))),
          ),
        )
      : items;
  return { items: withoutHeld(complete), ...paging(answer, url) };
}

const toComments = (answer: Answer<unknown>): readonly Comment[] =>
  normaliseAll(recordsOf(answer), (record) => toStrapiComment(record, answer.url));

/** The parent, of which only the id is wanted, and the author, where that is a record of its own. */
function* populateOf(
  { params }: StrapiAddress,
  { relations, sample }: Learned,
): Generator<readonly [string, string]> {
  if ([...params.keys()].some((name) => /^populate(?:\[|$)/.test(name))) return;
  const related = Object.fromEntries(relations.map((name) => [name, get(sample, name)]));
  const parent = keyOf(related, COMMENT_NAMES.parent);
  if (parent !== undefined) yield [`populate[${parent}][fields][0]`, 'id'];
  const author = keyOf(related, COMMENT_NAMES.author);
  if (author !== undefined) yield [`populate[${author}]`, 'true'];
}

export async function posting({ src }: { readonly src: string }, io: Io): Promise<Posting> {
  const found = readAddress(src);
  if (found.plugin) return plugin.POSTING;
  const { address, relation, story } = threadOf(found);
  if (!relation || !story) return { how: 'none', fields: [] };
  const { sample } = await learn(address, address.collection, io);
  const keys = keysOf(sample);
  const fields = keys.email ? (['name', 'email', 'comment'] as const) : (['name', 'comment'] as const);
  return { how: (await isClosed(address, relation, io)) ? 'closed' : 'anonymous', fields };
}

/** A story may have a field that says whether comments are taken: it is found out through one of its comments. */
async function isClosed(address: StrapiAddress, relation: string, io: Io): Promise<boolean> {
  const extra: Params = [
    ['pagination[pageSize]', '1'],
    [`populate[${relation}]`, 'true'],
  ];
  try {
    const [comment] = recordsOf(await io.json(endpoint(address, address.collection, extra)));
    return valueOf(flat(get(comment, relation)), STORY_NAMES.commentsOpen) === false;
  } catch (error) {
    if (error instanceof NewsError) return false;
    throw error;
  }
}

function keysOf(sample: unknown) {
  const keys = commentKeys([sample], { author: 'authorName', body: 'content', parent: 'parent' });
  // An author that is a record of its own is somebody with an account.
  return isRecord(flat(get(sample, keys.author))) ? { ...keys, author: 'authorName' } : keys;
}

export async function addComment(
  { src }: { readonly src: string },
  draft: CommentDraft,
  io: Io,
): Promise<Comment> {
  const found = readAddress(src);
  if (found.plugin) return plugin.addComment(found, draft, io);
  const { address, relation, story } = threadOf(found);
  if (!relation || !story) {
    throw new NewsError('unsupported', 'To write, name the story: …?filters[article][documentId][$eq]=ID', {
      url: src,
    });
  }
  const { sample } = await learn(address, address.collection, io);
  const keys = keysOf(sample);
  const data = {
    [keys.author]: draft.name,
    [keys.body]: Array.isArray(get(sample, keys.body)) ? textToBlocks(draft.comment) : draft.comment,
    [relation]: story,
    ...(keys.email && { [keys.email]: draft.email }),
    ...(draft.parentId && { [keys.parent]: draft.parentId }),
  };
  const locale = new URLSearchParams([...address.params].filter(([name]) => name === 'locale'));
  try {
    const answer = await io.postJson(endpoint({ ...address, params: locale }, address.collection, []), {
      data,
    });
    const comment = toStrapiComment(recordsOf(answer)[0], answer.url);
    // Relations are not in the answer.
    return toComment({ ...comment, parentId: draft.parentId }, answer.url);
  } catch (error) {
    throw error instanceof NewsError ? refusal(error, keys) : error;
  }
}

type Keys = ReturnType<typeof commentKeys>;

/** Strapi names the fields that lack something; what else a site's own code refuses, it says in words only. */
function refusal(error: NewsError, keys: Keys): NewsError {
  const { status, retryAfter, url } = error;
  const told = get(error.answer, 'error');
  const message = plainText(get(told, 'message')) || error.message;
  const fields: Record<string, string> = {};
  for (const problem of list(get(told, 'details', 'errors')).slice(0, 20)) {
    const path = identifier(list(get(problem, 'path')).at(-1));
    const field = ({ author: 'name', email: 'email', body: 'comment' } as const)[
      (Object.entries(keys).find(([, key]) => key === path)?.[0] ?? '') as 'author'
    ];
    if (field) fields[field] = plainText(get(problem, 'message'));
  }
  return new NewsError(kindOf(error.kind, status, message, fields), message, {
    ...{ status, retryAfter, url, fields },
    code: identifier(get(told, 'name')),
  });
}

function kindOf(
  kind: NewsErrorKind,
  status: number | undefined,
  message: string,
  fields: object,
): NewsErrorKind {
  if (status === 405) return 'forbidden';
  if (kind !== 'validation' && kind !== 'forbidden') return kind;
  if (/\bcomments?\b.{0,40}\b(?:closed|disabled)\b/i.test(message)) return 'closed';
  if (/\bduplicate\b|must be unique/i.test(message)) return 'duplicate';
  return Object.keys(fields).length > 0 ? 'validation' : kind;
}
