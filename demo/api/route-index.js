const NAMESPACE = 'wp/v2';
const RESOURCES = ['posts', 'media', 'comments', 'categories', 'tags', 'users'];

/** What `/wp-json/` tells about the site. @param {import('./rest.js').Api} api */
export function siteIndex(api) {
  const { site } = api.store;
  return {
    name: site.name,
    description: site.description,
    url: api.origin,
    home: api.origin,
    gmt_offset: site.gmtOffset,
    timezone_string: '',
    namespaces: [NAMESPACE],
    authentication: [],
    routes: routes(api),
    site_logo: 0,
    site_icon: 0,
    site_icon_url: '',
    _links: { help: [{ href: 'https://developer.wordpress.org/rest-api/' }] },
  };
}

/** @param {import('./rest.js').Api} api */
export function namespaceIndex(api) {
  return { namespace: NAMESPACE, routes: routes(api), _links: { up: [{ href: `${api.origin}/wp-json/` }] } };
}

function routes(api) {
  const all = {};
  for (const name of RESOURCES) {
    all[`/${NAMESPACE}/${name}`] = {
      ...routeArguments(`/${NAMESPACE}/${name}`, { name }),
      _links: { self: [{ href: `${api.rest}/${name}` }] },
    };
    all[`/${NAMESPACE}/${name}/(?P<id>[\\d]+)`] = routeArguments('', { name, id: 1 });
  }
  return all;
}

/** What core answers to OPTIONS, without the hundred arguments. */
export function routeArguments(_path, { name, id }) {
  const methods = name === 'comments' && id === undefined ? ['GET', 'POST'] : ['GET'];
  return {
    namespace: NAMESPACE,
    methods,
    endpoints: methods.map((method) => ({ methods: [method], args: {} })),
  };
}
