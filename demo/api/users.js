import { coreError } from './errors.js';
import { sortAsListed, sortBy, takePage } from './paging.js';
import { COLLECTION_RULES, readParams } from './params.js';

const RULES = {
  ...COLLECTION_RULES,
  order: { type: 'enum', values: ['asc', 'desc'], fallback: 'asc' },
  orderby: { type: 'enum', values: ['id', 'include', 'name', 'slug'], fallback: 'name' },
};

/** @param {import('./rest.js').Api} api */
export function listUsers(api, query) {
  const params = readParams(query, RULES);
  const found = api.store
    .users()
    .filter(
      (user) =>
        (!params.include || params.include.includes(user.id)) &&
        !params.exclude?.includes(user.id) &&
        (!params.slug || params.slug.includes(user.slug)) &&
        (!params.search || user.name.toLowerCase().includes(params.search.toLowerCase())),
    );
  const sorted =
    params.orderby === 'include' && params.include
      ? sortAsListed(found, params.include)
      : sortBy(found, (user) => user[params.orderby] ?? user.id, params.order);
  const taken = takePage(sorted, params, api.url);
  return { body: taken.records.map((user) => toUser(api, user)), headers: taken.headers };
}

/** @param {import('./rest.js').Api} api */
export function oneUser(api, _query, id) {
  const user = api.store.users().find((candidate) => candidate.id === id);
  if (!user) throw coreError('rest_user_invalid_id');
  return { body: toUser(api, user) };
}

/** The sizes in which core gives a picture of a person. */
export function avatarUrls(api, file) {
  const source = `${api.origin}/media/avatars/${file}`;
  return Object.fromEntries([24, 48, 96].map((size) => [String(size), `${source}?s=${size}`]));
}

function toUser(api, user) {
  return {
    id: user.id,
    name: user.name,
    url: '',
    description: user.description,
    link: `${api.origin}/author/${user.slug}/`,
    slug: user.slug,
    avatar_urls: avatarUrls(api, user.avatar),
    meta: [],
    _links: {
      self: [{ href: `${api.rest}/users/${user.id}` }],
      collection: [{ href: `${api.rest}/users` }],
    },
  };
}
