import { filterComment } from './comment-html.js';
import { isReadable, toComment } from './comments.js';
import { coreError, invalidJson, invalidParams } from './errors.js';
import { escapeStray } from './text.js';

const MAX_BYTES = { author_name: 245, author_email: 100, author_url: 200, content: 65_525 };
const TOO_LONG = {
  author_name: 'comment_author_column_length',
  author_email: 'comment_author_email_column_length',
  author_url: 'comment_author_url_column_length',
  content: 'comment_content_column_length',
};
const EMAIL = /^[^\s@<>"']+@[^\s@.<>"']+(?:\.[^\s@.<>"']+)+$/;

/**
 * @typedef {object} CommentRequest
 * @property {unknown} [post]
 * @property {unknown} [parent]
 * @property {string} [author_name]
 * @property {string} [author_email]
 * @property {string} [author_url]
 * @property {string | { raw: string }} [content]
 */

/**
 * Answers `POST /wp/v2/comments`.
 *
 * @param {import('./rest.js').Api} api
 * @param {URLSearchParams} query
 * @param {Request} request
 */
export async function postComment(api, query, request) {
  const fields = { ...Object.fromEntries(query), ...(await readFields(request)) };
  const comment = await storeComment(api, fields);
  return {
    status: 201,
    body: toComment(api, comment, new URLSearchParams()),
    headers: { Location: `${api.rest}/comments/${comment.id}` },
  };
}

/**
 * Stores a guest's comment as held, or throws the error that core would answer. The order of the checks is core's:
 * parameters, then permission, then content.
 *
 * @param {import('./rest.js').Api} api
 * @param {CommentRequest} fields
 */
export async function storeComment(api, fields) {
  checkParams(fields);
  const post = checkPermission(api, fields);
  const text = Object.fromEntries(Object.keys(MAX_BYTES).map((name) => [name, textOf(fields[name]).trim()]));
  if (text.content === '') throw coreError('rest_comment_content_invalid');
  if (!text.author_name || !text.author_email) throw coreError('rest_comment_author_data_required');
  for (const [name, most] of Object.entries(MAX_BYTES)) {
    if (new TextEncoder().encode(text[name]).length > most) throw coreError(TOO_LONG[name]);
  }
  const time = api.now().getTime();
  const comment = {
    post: post.id,
    parent: Number(fields.parent ?? 0) || 0,
    author: 0,
    authorName: escapeStray(text.author_name.replace(/<[^>]*>/g, '')),
    authorEmail: text.author_email.toLowerCase(),
    authorUrl: /^https?:\/\//i.test(text.author_url) ? text.author_url : '',
    time,
    content: filterComment(text.content),
    status: 'hold',
  };
  return api.store.addComment((existing) => {
    checkDuplicate(existing, comment);
    checkFlood(existing, time, api.options.floodSeconds);
    return comment;
  });
}

/** @param {Request} request */
export async function readFields(request) {
  const type = request.headers.get('content-type') ?? '';
  if (/^application\/(?:[\w.-]+\+)?json\b/i.test(type)) {
    const text = await request.text();
    try {
      const value = text === '' ? {} : JSON.parse(text);
      return value !== null && typeof value === 'object' ? value : {};
    } catch {
      throw invalidJson();
    }
  }
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
    return Object.fromEntries(new URLSearchParams(await request.text()));
  }
  if (/^multipart\/form-data\b/i.test(type)) return Object.fromEntries(await request.formData());
  // Core does not read any other kind, so nothing was sent.
  return {};
}

function checkParams(fields) {
  const problems = {};
  for (const name of ['post', 'parent']) {
    const value = fields[name];
    if (value !== undefined && value !== '' && !/^\d+$/.test(String(value))) {
      problems[name] = { code: 'rest_invalid_type', message: `${name} is not of type integer.` };
    }
  }
  const email = textOf(fields.author_email).trim();
  if (email !== '' && !EMAIL.test(email)) {
    problems.author_email = { code: 'rest_invalid_email', message: 'Invalid email address.' };
  }
  if (Object.keys(problems).length > 0) throw invalidParams(problems);
}

function checkPermission(api, fields) {
  if (!api.options.allowAnonymousComments) throw coreError('rest_comment_login_required');
  if (Number(fields.author)) throw coreError('rest_comment_invalid_author');
  if (fields.status) throw coreError('rest_comment_invalid_status');
  const post = api.store.posts().find((candidate) => candidate.id === Number(fields.post));
  if (!post) throw coreError('rest_comment_invalid_post_id');
  if (post.status !== 'publish') throw coreError('rest_comment_draft_post');
  if (!isReadable(post, fields.password)) throw coreError('rest_cannot_read_post');
  if (post.commentStatus !== 'open') throw coreError('rest_comment_closed');
  return post;
}

function checkDuplicate(existing, comment) {
  const same = existing.some(
    (other) =>
      other.status !== 'trash' &&
      other.post === comment.post &&
      other.parent === comment.parent &&
      other.content === comment.content &&
      (other.authorName === comment.authorName || other.authorEmail === comment.authorEmail),
  );
  if (same) throw coreError('comment_duplicate');
}

/** Core counts per address on the network or e-mail; all who use the demo share one address. */
function checkFlood(existing, time, seconds) {
  const recent = existing.some((other) => other.authorEmail && time - other.time < seconds * 1000);
  if (recent) throw coreError('comment_flood');
}

function textOf(value) {
  if (typeof value === 'string') return value;
  return typeof value?.raw === 'string' ? value.raw : '';
}
