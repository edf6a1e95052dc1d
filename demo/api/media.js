import { toGmt, toLocal } from './dates.js';
import { coreError } from './errors.js';
import { sortAsListed, sortBy, takePage } from './paging.js';
import { COLLECTION_RULES, readParams } from './params.js';
import { toText } from './text.js';

const RULES = {
  ...COLLECTION_RULES,
  orderby: { type: 'enum', values: ['date', 'id', 'include', 'slug', 'title'], fallback: 'date' },
  parent: { type: 'integers' },
};
const KEYS = {
  date: (item) => item.time,
  id: (item) => item.id,
  slug: (item) => item.slug,
  title: (item) => item.title.toLowerCase(),
};

/** One drawing serves every size: it is a vector. */
const SIZES = { medium: 480, medium_large: 768, large: 1024, '1536x1536': 1536 };

/** @param {import('./rest.js').Api} api */
export function listMedia(api, query) {
  const params = readParams(query, RULES);
  const found = api.store
    .media()
    .filter(
      (item) =>
        (!params.include || params.include.includes(item.id)) &&
        !params.exclude?.includes(item.id) &&
        (!params.slug || params.slug.includes(item.slug)) &&
        (!params.parent || params.parent.includes(item.parent)) &&
        (!params.search || item.title.toLowerCase().includes(params.search.toLowerCase())),
    );
  const sorted =
    params.orderby === 'include' && params.include
      ? sortAsListed(found, params.include)
      : sortBy(found, KEYS[params.orderby] ?? KEYS.id, params.order);
  const taken = takePage(sorted, params, api.url);
  if (params.page > taken.pages && taken.total > 0) throw coreError('rest_post_invalid_page_number');
  return { body: taken.records.map((item) => toMedia(api, item, query)), headers: taken.headers };
}

/** @param {import('./rest.js').Api} api */
export function oneMedia(api, query, id) {
  const item = api.store.media().find((candidate) => candidate.id === id);
  if (!item) throw coreError('rest_post_invalid_id');
  return { body: toMedia(api, item, query) };
}

/** Address of the picture itself. */
export function mediaUrl(api, item) {
  return `${api.origin}/media/${item.file}`;
}

function toMedia(api, item, query) {
  const { rest, store } = api;
  const source = mediaUrl(api, item);
  const sizes = Object.fromEntries(
    Object.entries({ ...SIZES, full: item.width }).map(([name, width]) => {
      const height = Math.round((width * item.height) / item.width);
      // The parameter tells the sizes apart in a srcset; the server gives the same drawing for each.
      const source_url = name === 'full' ? source : `${source}?w=${width}`;
      return [name, { file: item.file, width, height, mime_type: item.mimeType, source_url }];
    }),
  );
  const embed = {
    id: item.id,
    date: toLocal(item.time, store.site.gmtOffset),
    slug: item.slug,
    type: 'attachment',
    link: `${api.origin}/media-pages/${item.slug}/`,
    title: { rendered: item.title },
    author: item.author,
    caption: { rendered: `<p>${item.caption}</p>\n` },
    alt_text: item.alt,
    media_type: 'image',
    mime_type: item.mimeType,
    media_details: {
      width: item.width,
      height: item.height,
      file: item.file,
      sizes,
      image_meta: { credit: item.credit, caption: toText(item.caption), copyright: '', keywords: [] },
    },
    source_url: source,
    _links: {
      self: [{ href: `${rest}/media/${item.id}` }],
      collection: [{ href: `${rest}/media` }],
      about: [{ href: `${rest}/types/attachment` }],
      author: [{ embeddable: true, href: `${rest}/users/${item.author}` }],
      replies: [{ embeddable: true, href: `${rest}/comments?post=${item.id}` }],
    },
  };
  if (query.get('context') === 'embed') return embed;
  return {
    ...embed,
    date_gmt: toGmt(item.time),
    guid: { rendered: source },
    modified: embed.date,
    modified_gmt: toGmt(item.time),
    status: 'inherit',
    comment_status: 'closed',
    ping_status: 'closed',
    template: '',
    meta: [],
    description: { rendered: `<p>${item.caption}</p>\n` },
    post: item.parent,
  };
}
