import { coreError, RestError } from './errors.js';

const MODERATE = /^\/demo-api\/comments\/(\d+)\/(approve|trash)$/;
const STATUS = { approve: 'approved', trash: 'trash' };

/**
 * What an editor would do in the admin pages: approve a comment, remove one, begin again. No part of WordPress.
 *
 * @param {import('./rest.js').Api} api
 * @param {string} pathname
 * @param {Request} request
 * @returns {Promise<import('./rest.js').Answer>}
 */
export async function answerDemoControl(api, pathname, request) {
  if (request.method === 'OPTIONS') return { body: {} };
  if (request.method !== 'POST') return failure(405, 'demo_method', 'Use POST.');
  if (pathname === '/demo-api/reset') {
    await api.store.reset();
    return { body: { comments: api.store.comments().length } };
  }
  const [, id, action] = MODERATE.exec(pathname) ?? [];
  if (!action) return failure(404, 'demo_no_route', 'No such control.');
  const comment = await api.store.setCommentStatus(Number(id), STATUS[action]);
  if (!comment) {
    const error = coreError('rest_comment_invalid_id');
    return { status: error.status, body: error };
  }
  return { body: { id: comment.id, status: comment.status } };
}

function failure(status, code, message) {
  return { status, body: new RestError(code, message, status) };
}
