import { listComments, oneComment } from './comments.js';
import { embedLinks, wantedRelations } from './embed.js';
import { coreError, RestError } from './errors.js';
import { pickFields, wantedFields } from './fields.js';
import { listMedia, oneMedia } from './media.js';
import { postComment } from './new-comment.js';
import { listPosts, onePost } from './posts.js';
import { namespaceIndex, routeArguments, siteIndex } from './route-index.js';
import { listTerms, oneTerm } from './terms.js';
import { listUsers, oneUser } from './users.js';

/**
 * What every part of the API works with during one request.
 *
 * @typedef {object} Api
 * @property {import('./memory-store.js').Store} store
 * @property {string} origin of the request: all addresses in the answer begin with it
 * @property {string} rest address under which the resources are
 * @property {URL} url of the request
 * @property {() => Date} now
 * @property {{ allowAnonymousComments: boolean, floodSeconds: number }} options
 */

/** @typedef {{ status?: number, body: any, headers?: Record<string, string> }} Answer */

const RESOURCES = {
  posts: { list: listPosts, one: onePost },
  media: { list: listMedia, one: oneMedia },
  categories: { list: listTerms, one: oneTerm },
  tags: { list: listTerms, one: oneTerm },
  users: { list: listUsers, one: oneUser },
  comments: { list: listComments, one: oneComment, create: postComment },
};
const ROUTE = /^\/wp\/v2\/([a-z]+)(?:\/(\d+))?$/;

/**
 * Answers one request to the REST API.
 *
 * @param {Api} api
 * @param {string} route such as `/wp/v2/posts/12`
 * @param {Request} request
 * @returns {Promise<Answer>}
 */
export async function answerRest(api, route, request) {
  const query = new URLSearchParams(api.url.search);
  query.delete('rest_route');
  try {
    const path = route.replace(/\/+$/, '') || '/';
    if (request.method === 'OPTIONS') return { body: routeArguments(path, resourceOf(path)) };
    if (request.method === 'GET' || request.method === 'HEAD')
      return present(api, read(api, path, query), query);
    const { create, id } = resourceOf(path);
    if (request.method === 'POST' && create && id === undefined) return await create(api, query, request);
    if (create && id !== undefined) {
      throw coreError(request.method === 'DELETE' ? 'rest_cannot_delete' : 'rest_cannot_edit');
    }
    if (request.method === 'POST') throw coreError('rest_cannot_create');
    throw coreError('rest_no_route');
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    return { status: error.status, body: error };
  }
}

/** @returns {Answer} */
function read(api, path, query) {
  if (path === '/') return { body: siteIndex(api) };
  if (path === '/wp/v2') return { body: namespaceIndex(api) };
  const { name, list, one, id } = resourceOf(path);
  return id === undefined ? list(api, query, name) : one(api, query, id, name);
}

function resourceOf(path) {
  const [, name, id] = ROUTE.exec(path) ?? [];
  if (!Object.hasOwn(RESOURCES, name ?? '')) {
    if (path === '/' || path === '/wp/v2') return { name: '' };
    throw coreError('rest_no_route');
  }
  return { name, id: id === undefined ? undefined : Number(id), ...RESOURCES[name] };
}

/**
 * Applies `_fields` and `_embed`. Links that were not asked for cannot be followed: as in core, `_fields` must keep
 * both `_links` and `_embedded`.
 */
function present(api, answer, query) {
  const fields = wantedFields(query);
  const relations = wantedRelations(query);
  const one = (record) => {
    const picked = pickFields(record, fields);
    if (!relations || !picked._links) return picked;
    return pickFields(
      embedLinks(picked, relations, (href) => follow(api, href)),
      fields,
    );
  };
  return { ...answer, body: Array.isArray(answer.body) ? answer.body.map(one) : one(answer.body) };
}

function follow(api, href) {
  const url = new URL(href);
  const query = new URLSearchParams(url.search);
  query.set('context', 'embed');
  const path = url.pathname.replace(/^.*\/wp-json/, '');
  try {
    return read({ ...api, url }, path, query).body;
  } catch (error) {
    if (error instanceof RestError) return error;
    throw error;
  }
}
