import { toComment, unseenId, type Comment } from '../../model/comment.js';
import { NewsError, type NewsErrorKind } from '../../model/news-error.js';
import type { CommentDraft, Posting } from '../../model/posting.js';
import { get, identifier, isRecord, type UnknownRecord } from '../../model/record.js';
import { plainText } from '../../model/text.js';
import type { Answer, Io } from '../io.js';
import type { Mapping } from '../mapping/mapping.js';
import { readPath } from '../mapping/path.js';
import type { PostingPart } from '../mapping/posting-part.js';
import { names, storyRecord } from '../mapping/story-record.js';
import { asText, fill, type Values } from '../mapping/template.js';

export async function posting(mapping: Mapping, src: string, io: Io): Promise<Posting> {
  const { link, fields, maxLength } = mapping.posting!;
  if (link) {
    return { how: 'link', fields: [], url: fill(link, await names(mapping, link.names, src, io), src) };
  }
  const open = { how: 'anonymous', fields, maxLength } as const;
  // Only where `src` is the story: a list of comments does not tell.
  const tells =
    mapping.comments?.part.request && mapping.item?.paths.some(([field]) => field === 'item.commentsOpen');
  if (!tells) return open;
  const { record } = await storyRecord(mapping, src, io);
  return get(mapping.item!.read(record), 'commentsOpen') === false ? { ...open, how: 'closed' } : open;
}

export async function addComment(
  mapping: Mapping,
  src: string,
  draft: CommentDraft,
  io: Io,
): Promise<Comment> {
  const part = mapping.posting!;
  const known = await names(mapping, part.names, src, io);
  const now = new Date().toISOString();
  const { parentId, ...texts } = draft;
  const values: Values = { ...known, ...texts, parent: parentId, now };
  const url = fill(part.request!, values, src);
  let answer: Answer<unknown>;
  try {
    answer = part.isForm
      ? await io.postForm(url, toForm(part, values))
      : await io.postJson(url, toBody(part, values));
  } catch (error) {
    throw error instanceof NewsError ? refusal(part, error, error.answer) : error;
  }
  const refused = refusal(part, undefined, answer.value, answer.url);
  if (refused) throw refused;
  return stored(mapping, answer, draft, now);
}

function toBody({ writes }: PostingPart, values: Values): unknown {
  const body: UnknownRecord = {};
  for (const { keys, value } of writes) {
    const what = value(values);
    if (what === undefined) continue;
    let here = body;
    for (const key of keys.slice(0, -1)) {
      const inner = get(here, key);
      here = isRecord(inner) ? inner : ((here[key] = {}) as UnknownRecord);
    }
    here[keys.at(-1)!] = what;
  }
  return body;
}

function toForm({ writes }: PostingPart, values: Values): Record<string, string> {
  const given = writes.map(({ keys, value }) => [keys[0]!, value(values)] as const);
  return Object.fromEntries(
    given.flatMap(([name, what]) => (what === undefined ? [] : [[name, String(what)]])),
  );
}

/** The comment as it was stored. What the answer leaves out is as it was sent: that it arrived is certain. */
function stored(
  { comments, posting: part }: Mapping,
  answer: Answer<unknown>,
  draft: CommentDraft,
  now: string,
): Comment {
  const record = readPath(answer.value, part!.comment);
  const fields = comments && isRecord(record) ? comments.read(record) : {};
  const body = get(fields.body, 'value') ?? fields.body;
  return toComment(
    {
      ...fields,
      id: identifier(fields.id) ?? unseenId(),
      parentId: fields.parentId ?? draft.parentId,
      author:
        fields.author && get(fields.author, 'name') !== undefined
          ? fields.author
          : asText(fields.author) || draft.name,
      body: typeof body === 'string' ? fields.body : draft.comment,
      published: fields.published ?? now,
      // 202 is "accepted": somebody decides later.
      status: fields.status ?? (answer.status === 202 ? 'pending' : undefined),
    },
    answer.url,
  );
}

/** In the API's own codes, where the mapping knows them; some APIs say no with status 200. */
function refusal(part: PostingPart, error: NewsError, answer: unknown): NewsError;
function refusal(part: PostingPart, error: undefined, answer: unknown, url: string): NewsError | undefined;
function refusal(
  { refusals }: PostingPart,
  error: NewsError | undefined,
  answer: unknown,
  url = error?.url,
): NewsError | undefined {
  const code = refusals.code && asText(readPath(answer, refusals.code));
  const known =
    code && Object.hasOwn(refusals.kinds, code) ? (refusals.kinds[code] as NewsErrorKind) : undefined;
  if (!error && !known) return undefined;
  const fields = refusals.fields.flatMap(([field, path]) => {
    const found = readPath(answer, path);
    const message = plainText(Array.isArray(found) ? found[0] : found);
    return message ? [[field, message]] : [];
  });
  return new NewsError(known ?? error!.kind, error?.message ?? `Refused: ${code}`, {
    status: error?.status,
    code: code || error?.code,
    retryAfter: error?.retryAfter,
    url,
    fields: Object.fromEntries(fields),
  });
}
