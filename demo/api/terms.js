import { coreError } from './errors.js';
import { sortAsListed, sortBy, takePage } from './paging.js';
import { COLLECTION_RULES, readParams } from './params.js';
import { publishedPosts } from './posts.js';
import { toText } from './text.js';

const RULES = {
  ...COLLECTION_RULES,
  order: { type: 'enum', values: ['asc', 'desc'], fallback: 'asc' },
  orderby: { type: 'enum', values: ['id', 'include', 'name', 'slug', 'count'], fallback: 'name' },
  hide_empty: { type: 'boolean', fallback: false },
  post: { type: 'integer' },
  parent: { type: 'integer' },
};

const TAXONOMIES = {
  categories: { taxonomy: 'category', folder: 'category' },
  tags: { taxonomy: 'post_tag', folder: 'tag' },
};

/**
 * @param {import('./rest.js').Api} api
 * @param {'categories' | 'tags'} resource
 */
export function listTerms(api, query, resource) {
  const params = readParams(query, RULES);
  const count = counter(api, resource);
  const found = api.store[resource]().filter(
    (term) =>
      (!params.include || params.include.includes(term.id)) &&
      !params.exclude?.includes(term.id) &&
      (!params.slug || params.slug.includes(term.slug)) &&
      (params.post === undefined || termsOf(api, params.post, resource).includes(term.id)) &&
      (params.parent === undefined || params.parent === 0) &&
      (!params.hide_empty || count(term) > 0) &&
      (!params.search || toText(term.name).toLowerCase().includes(params.search.toLowerCase())),
  );
  const keys = {
    id: (term) => term.id,
    slug: (term) => term.slug,
    name: (term) => toText(term.name).toLowerCase(),
    count,
  };
  const sorted =
    params.orderby === 'include' && params.include
      ? sortAsListed(found, params.include)
      : sortBy(found, keys[params.orderby] ?? keys.id, params.order);
  const taken = takePage(sorted, params, api.url);
  return { body: taken.records.map((term) => toTerm(api, term, query, resource)), headers: taken.headers };
}

/**
 * @param {import('./rest.js').Api} api
 * @param {'categories' | 'tags'} resource
 */
export function oneTerm(api, query, id, resource) {
  const term = api.store[resource]().find((candidate) => candidate.id === id);
  if (!term) throw coreError('rest_term_invalid');
  return { body: toTerm(api, term, query, resource) };
}

function termsOf(api, postId, resource) {
  return api.store.posts().find((post) => post.id === postId)?.[resource] ?? [];
}

function counter(api, resource) {
  const posts = publishedPosts(api);
  return (term) => posts.filter((post) => post[resource].includes(term.id)).length;
}

function toTerm(api, term, query, resource) {
  const { taxonomy, folder } = TAXONOMIES[resource];
  const link = `${api.origin}/${folder}/${term.slug}/`;
  const _links = {
    self: [{ href: `${api.rest}/${resource}/${term.id}` }],
    collection: [{ href: `${api.rest}/${resource}` }],
    about: [{ href: `${api.rest}/taxonomies/${taxonomy}` }],
    'wp:post_type': [{ href: `${api.rest}/posts?${resource}=${term.id}` }],
    curies: [{ name: 'wp', href: 'https://api.w.org/{rel}', templated: true }],
  };
  const { id, name, slug } = term;
  if (query.get('context') === 'embed') return { id, link, name, slug, taxonomy, _links };
  const full = { id, count: counter(api, resource)(term), description: term.description ?? '', link, name };
  // Only categories have parents.
  const parent = resource === 'categories' ? { parent: 0 } : {};
  return { ...full, slug, taxonomy, ...parent, meta: [], _links };
}
