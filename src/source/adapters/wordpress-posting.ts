import type { Comment } from '../../model/comment.js';
import { NewsError, type NewsErrorKind } from '../../model/news-error.js';
import type { ClassicForm, CommentDraft, Posting } from '../../model/posting.js';
import { get, isRecord } from '../../model/record.js';
import { plainText } from '../../model/text.js';
import { safeUrl } from '../../model/url.js';
import type { Io } from '../io.js';
import { commentsOpen, toWordPressComment } from './wordpress-fields.js';
import { alreadyLocated, locate } from './wordpress-permalink.js';

/** A comment column holds 65,525 bytes; a character takes up to four. */
const MAX_LENGTH = 16_000;

/** Whether guests may write. That core refuses them over REST by default shows only when one tries. */
export async function posting(query: { readonly src: string }, io: Io): Promise<Posting> {
  const { address, id, post: known } = await locate(query.src, io);
  const resource = address.resource === 'comments' ? 'posts' : address.resource;
  const url = address.endpoint(`${resource}/${id}`, { _fields: 'id,link,comment_status' });
  const post = known ?? (await io.json(url)).value;
  return {
    how: commentsOpen(post) === false ? 'closed' : 'anonymous',
    fields: ['name', 'email', 'comment'],
    maxLength: MAX_LENGTH,
    url: safeUrl(get(post, 'link'), url),
  };
}

/** Posts as a guest. Form-encoded, because that needs no preflight, which WordPress answers slowly and uncached. */
export async function addComment(
  query: { readonly src: string },
  draft: CommentDraft,
  io: Io,
): Promise<Comment> {
  const { address, id } = await locate(query.src, io);
  const fields = {
    post: id,
    parent: draft.parentId ?? '0',
    author_name: draft.name,
    author_email: draft.email,
    content: escapeText(draft.comment),
  };
  try {
    const answer = await io.postForm(address.endpoint('comments', {}), fields);
    // Disallowed words are answered with 201 all the same, but no moderator will ever be asked.
    const status = get(answer.value, 'status');
    if (status === 'trash' || status === 'spam') {
      throw new NewsError('forbidden', 'The site put this comment aside.', {
        url: answer.url,
        status: answer.status,
      });
    }
    return toWordPressComment(answer.value, answer.url);
  } catch (error) {
    throw error instanceof NewsError ? postingError(error) : error;
  }
}

/** The site's own comment form, which takes guests by default where the REST API does not. */
export function classicForm(query: { readonly src: string }, draft: CommentDraft): ClassicForm | undefined {
  const story = alreadyLocated(query.src);
  if (!story?.address.classicForm) return undefined;
  return {
    action: story.address.classicForm,
    fields: {
      comment_post_ID: story.id,
      comment_parent: draft.parentId ?? '0',
      author: draft.name,
      email: draft.email,
      comment: escapeText(draft.comment),
    },
  };
}

/** WordPress takes HTML and throws away what looks like a tag: `a < b > c` would lose its middle. */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

// By code, since the status says little: a flood is 400 over REST, and both a closed and an unknown post are 403.
const KINDS: Readonly<Record<string, NewsErrorKind>> = {
  rest_comment_login_required: 'login-required',
  rest_comment_closed: 'closed',
  // The story has been locked meanwhile: the site's own form would refuse as well.
  rest_cannot_read_post: 'forbidden',
  // Our plugin: only pages that the site lists may post, and only below comments that are there.
  newsprint_origin_refused: 'forbidden',
  newsprint_comment_parent_gone: 'not-found',
  rest_comment_invalid_post_id: 'not-found',
  rest_comment_draft_post: 'not-found',
  rest_comment_trash_post: 'not-found',
  comment_flood: 'flood',
  comment_duplicate: 'duplicate',
  comment_content_column_length: 'too-large',
  comment_author_column_length: 'validation',
  comment_author_email_column_length: 'validation',
  rest_comment_author_data_required: 'validation',
  rest_comment_content_invalid: 'validation',
  rest_invalid_param: 'validation',
};
const FIELDS: Readonly<Record<string, string>> = {
  author_name: 'name',
  author_email: 'email',
  content: 'comment',
};

function postingError(error: NewsError): NewsError {
  const { status, code, retryAfter, url } = error;
  const kind = code !== undefined && Object.hasOwn(KINDS, code) ? KINDS[code]! : error.kind;
  return new NewsError(kind, error.message, { status, code, retryAfter, url, fields: fieldErrors(error) });
}

function fieldErrors(error: NewsError): Record<string, string> {
  const params = get(error.answer, 'data', 'params');
  const fields: Record<string, string> = {};
  for (const [param, message] of Object.entries(isRecord(params) ? params : {})) {
    if (Object.hasOwn(FIELDS, param)) fields[FIELDS[param]!] = plainText(message);
  }
  if (error.code === 'rest_comment_content_invalid') fields['comment'] = error.message;
  if (error.code === 'comment_author_column_length') fields['name'] = error.message;
  if (error.code === 'comment_author_email_column_length') fields['email'] = error.message;
  return fields;
}
