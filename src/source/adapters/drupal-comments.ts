import { toComment, type Comment } from '../../model/comment.js';
import { NewsError, type NewsErrorKind } from '../../model/news-error.js';
import { normaliseAll, type Page } from '../../model/page.js';
import type { CommentDraft, Posting } from '../../model/posting.js';
import { count, get, identifier, list } from '../../model/record.js';
import { cleanText } from '../../model/text.js';
import type { CommentsQuery } from '../adapter.js';
import { firstWords } from './common/first-words.js';
import type { Io } from '../io.js';
import { pathPart } from './common/path-part.js';
import {
  detailsOf,
  endpoint,
  nextPage,
  nextUrl,
  read,
  readAddress,
  type DrupalAddress,
  type Params,
} from './drupal-address.js';
import { commentField, flat, includedIn, isOpen, toDrupalComment } from './drupal-document.js';

const PER_PAGE = '50';

/** Where the comments of one story are. */
interface Thread {
  /** Of the comments. */
  readonly address: DrupalAddress;
  /** Of the story; its type is not known where `src` names the comments. */
  readonly story: string;
  readonly resource?: string;
}

/** `/jsonapi/node/article/ID`, or `/jsonapi/comment/comment?filter[entity_id.id]=ID`, for other types of comments. */
async function threadOf(src: string, io: Io): Promise<Thread> {
  const address = readAddress(src);
  const { resource, params } = address;
  if (!resource.startsWith('comment/')) {
    const story = address.id ?? (await idOfPage(address, io));
    const own = new URLSearchParams([['filter[entity_id.id]', story]]);
    return {
      address: { ...address, resource: 'comment/comment', id: undefined, params: own },
      story,
      resource,
    };
  }
  const story = params.get('filter[entity_id.id]') ?? params.get('filter[entity_id.id][value]');
  if (story) return { address, story };
  throw new NewsError('unsupported', 'Comments need the URL of one story: …/jsonapi/node/article/ID', {
    url: src,
  });
}

/** `/node/42`; of an alias one cannot tell whose it is. */
async function idOfPage(address: DrupalAddress, io: Io): Promise<string> {
  const nid = /\/node\/(\d+)$/.exec(address.page ?? '')?.[1];
  const extra: Params = [
    ['filter[drupal_internal__nid]', nid ?? ''],
    ['page[limit]', '1'],
  ];
  const answer = nid === undefined ? undefined : await read(endpoint(address, address.resource, extra), io);
  const id = identifier(get(answer?.value, 'data', 0, 'id'));
  if (id !== undefined) return id;
  throw new NewsError('not-found', 'Comments need the URL of one story: …/jsonapi/node/article/ID', {
    url: address.page ?? address.site,
  });
}

/** Replies follow what they answer: by time from the oldest on, and from the newest on by Drupal's own place in the thread. */
export async function comments(query: CommentsQuery, io: Io): Promise<Page<Comment>> {
  const { address } = await threadOf(query.src, io);
  const sort = query.order === 'newest' ? '-thread' : 'created,drupal_internal__cid';
  const first = endpoint(address, address.resource, [
    ['sort', sort],
    ['include', 'uid'],
    ['filter[status]', '1'],
    ['page[limit]', PER_PAGE],
  ]);
  const url = query.next ? nextUrl(query.next, address) : first;
  const answer = await read(url, io);
  const data = get(answer.value, 'data');
  if (!Array.isArray(data))
    throw new NewsError('parse', 'A list was expected, but something else came.', { url: first });
  const included = includedIn(answer.value);
  const items = normaliseAll(data, (resource) => toDrupalComment(resource, included, address.site));
  return {
    items: items.filter(({ status }) => status !== 'pending'),
    total: count(get(answer.value, 'meta', 'count')),
    next: nextPage(answer, url),
  };
}

/** What one has to know about a story to write below it. */
interface Place {
  readonly type: string;
  readonly field: string;
  readonly closed: boolean;
  readonly url?: string;
}

async function placeOf({ address, story, resource }: Thread, io: Io): Promise<Place> {
  const known = resource ?? (await resourceOf(address, io));
  const bare = { ...address, params: new URLSearchParams() };
  const answer = await read(endpoint(bare, `${known}/${pathPart(story)}`, []), io);
  const node = get(answer.value, 'data');
  const field = commentField(node);
  const url = identifier(flat(node, new Map(), address.site)['url']);
  return {
    type: known.replace('/', '--'),
    field: field?.name ?? 'comment',
    closed: field !== undefined && !isOpen(field.value),
    url,
  };
}

/** What kind of story the comments belong to is said by each of them. Below none: articles, as Drupal comes with. */
async function resourceOf(address: DrupalAddress, io: Io): Promise<string> {
  const answer = await read(endpoint(address, address.resource, [['page[limit]', '1']]), io);
  const type = cleanText(get(answer.value, 'data', 0, 'relationships', 'entity_id', 'data', 'type'));
  return /^\w+--\w+$/.test(type) ? type.replace('--', '/') : 'node/article';
}

export async function posting({ src }: { readonly src: string }, io: Io): Promise<Posting> {
  const { closed, url } = await placeOf(await threadOf(src, io), io);
  return { how: closed ? 'closed' : 'anonymous', fields: ['name', 'comment'], url };
}

export async function addComment(
  { src }: { readonly src: string },
  draft: CommentDraft,
  io: Io,
): Promise<Comment> {
  const thread = await threadOf(src, io);
  const place = await placeOf(thread, io);
  // Only Drupal's own form asks whether comments are open: its API would take this one.
  if (place.closed) throw new NewsError('closed', 'Comments on this story are closed.', { url: place.url });
  const { address } = thread;
  const url = endpoint({ ...address, params: new URLSearchParams() }, address.resource, []);
  const post = (contact: object) =>
    io.postJson(url, documentOf(thread, place, draft, contact), 'application/vnd.api+json');
  try {
    const answer = await post(draft.name ? { name: draft.name } : {}).catch((error: unknown) => {
      // Guests may comment, but not leave a name: that is a setting, and the standard one. Nothing was stored.
      const isName = error instanceof NewsError && error.kind === 'forbidden' && 'name' in fieldErrors(error);
      if (isName) return post({});
      throw error;
    });
    return stored(get(answer.value, 'data'), draft, address);
  } catch (error) {
    throw error instanceof NewsError ? refusal(error) : error;
  }
}

function documentOf({ address, story }: Thread, place: Place, draft: CommentDraft, contact: object): unknown {
  const type = address.resource.replace('/', '--');
  return {
    data: {
      type,
      attributes: {
        entity_type: place.type.replace(/--.*/, ''),
        field_name: place.field,
        // The form makes one of the first words, too: at most 64 characters.
        subject: firstWords(cleanText(draft.comment), 60),
        comment_body: { value: draft.comment, format: 'plain_text' },
        ...contact,
      },
      relationships: {
        entity_id: { data: { type: place.type, id: story } },
        ...(draft.parentId && { pid: { data: { type, id: draft.parentId } } }),
      },
    },
  };
}

/** A comment that waits for approval comes back without what guests may not see: without its text. */
function stored(resource: unknown, draft: CommentDraft, { site }: DrupalAddress): Comment {
  const comment = toDrupalComment(resource, new Map(), site);
  const isPublished = get(resource, 'attributes', 'status') === true;
  return toComment(
    {
      ...comment,
      parentId: draft.parentId,
      author: isPublished || comment.author.name ? comment.author : { name: draft.name },
      body: comment.body.value ? comment.body : draft.comment,
      status: isPublished ? 'published' : 'pending',
    },
    site,
  );
}

const FIELDS = { name: 'name', mail: 'email', comment_body: 'comment' } as const;

/** Each error points to a part of what was sent. */
function fieldErrors(error: NewsError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const one of list(get(error.answer, 'errors')).slice(0, 20)) {
    const part = cleanText(get(one, 'source', 'pointer')).split('/')[3];
    const field = Object.entries(FIELDS).find(([name]) => name === part)?.[1];
    if (field) fields[field] = cleanText(get(one, 'detail')).replace(/^[\w.]+: /, '');
  }
  return fields;
}

function refusal(error: NewsError): NewsError {
  const { status, retryAfter, url } = error;
  const details = detailsOf(error);
  const message = details[0]?.replace(/^[\w.]+: /, '') ?? error.message;
  return new NewsError(kindOf(error, details.join(' ')), message, {
    status,
    retryAfter,
    url,
    fields: fieldErrors(error),
  });
}

function kindOf({ kind, status }: NewsError, details: string): NewsErrorKind {
  // Sites only read through JSON:API, unless somebody allows more.
  if (status === 405) return 'forbidden';
  if (status === 403 && /'post comments' permission/.test(details)) return 'login-required';
  if (/(?:^|\s)(?:pid|entity_id)[.:]/.test(details)) return 'not-found';
  return kind;
}
