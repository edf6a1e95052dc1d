import { NewsError } from '../../model/news-error.js';
import { get, identifier } from '../../model/record.js';
import type { Answer, Io } from '../io.js';
import { isAt, recordOf } from './common/wordpress-page.js';
import { postId, readAddress, type WordPressAddress } from './wordpress-address.js';

/** A story that is there, and where its site's API is. */
export interface Located {
  readonly address: WordPressAddress;
  readonly id: string;
  /** `id`, `link` and `comment_status`, where it was asked for to find out. */
  readonly post?: unknown;
}

/** A record that was found by its name, and where. */
interface Named {
  readonly address: WordPressAddress;
  readonly answer: Answer<unknown>;
  readonly post: unknown;
}

/** What `comments`, `posting` and `addComment` all ask with, so that they share one request. */
const FIELDS = { _fields: 'id,link,comment_status' };

/** The story that `src` means: by its number, or by the name that the address of its page ends with. */
export async function locate(src: string, io: Io): Promise<Located> {
  const address = readAddress(src);
  const name = address.slug ?? listedName(address);
  if (address.id || address.resource === 'comments' || !name) return { address, id: postId(address, src) };
  const found = await findByName(name, src, new URLSearchParams(FIELDS), io);
  const { post } = found;
  const id = identifier(get(post, 'id'));
  if (!id || !/^\d+$/.test(id)) throw new NewsError('parse', 'This is no post.', { url: found.answer.url });
  const located = { address: found.address, id, post };
  remember(src, located);
  return located;
}

/** `…/wp/v2/posts?slug=night-ferry` is one story as well. */
function listedName({ params }: WordPressAddress): string | undefined {
  const name = params.get('slug');
  return name && !name.includes(',') ? name : undefined;
}

/** Pages of one name below many others. */
const MOST = '100';

/**
 * Asks for a post, or else a page, of this name: first the API where nearly every site has it, then by `rest_route` in the
 * folder of the address, for sites that live in one, or have no pretty addresses. Pages themselves answer no other origin.
 * Of several that have this name, the one whose page it is.
 *
 * @throws NewsError `not-found`, or why no site answered
 */
export async function findByName(name: string, src: string, wanted: URLSearchParams, io: Io): Promise<Named> {
  const address = readAddress(src);
  const sites = address.slug
    ? [readAddress(`${new URL(src).origin}/wp-json/wp/v2/posts`), address]
    : [address];
  const resources = address.slug ? ['posts', 'pages'] : [address.resource];
  let empty: string | undefined;
  let failure: unknown;
  for (const site of sites) {
    const found: Named[] = [];
    try {
      for (const resource of resources) {
        const params = new URLSearchParams(address.params);
        for (const [key, value] of wanted) params.set(key, value);
        params.set('slug', name);
        if (address.slug) params.set('per_page', MOST);
        const answer = await io.json(site.endpoint(resource, params));
        if (!isPosts(answer.value))
          throw new NewsError('parse', 'This is no list of posts.', { url: answer.url });
        found.push(...answer.value.map((post) => ({ address: { ...site, resource }, answer, post })));
        const [first] = found;
        if (!address.slug && first) return first;
        const known = found.find(({ post }) => isAt(get(post, 'link'), src));
        if (known) return known;
        empty = answer.url;
      }
    } catch (error) {
      if (!(error instanceof NewsError) || isOfWordPress(error)) throw error;
      failure = error;
    }
    const only = recordOf(found, ({ post }) => get(post, 'link'), src);
    if (only) return only;
  }
  if (empty === undefined) throw failure;
  const hint = `No story is called "${name}". The newest of a site: …/wp-json/wp/v2/posts`;
  throw new NewsError('not-found', `No post matches this URL. ${hint}`, { url: empty });
}

function isPosts(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.every((post) => identifier(get(post, 'id')) !== undefined);
}

/** A refusal in WordPress's own words is an answer: another address of the same site would say the same. */
function isOfWordPress({ code, status }: NewsError): boolean {
  return code !== undefined && code.startsWith('rest_') && code !== 'rest_no_route' && status !== 404;
}

/**
 * Stories that were found by the address of their page. The site's own form needs their number, and it is made ready when
 * there is no time to ask.
 */
const found = new Map<string, Located>();
const MOST_FOUND = 50;

function remember(src: string, located: Located): void {
  found.delete(src);
  found.set(src, located);
  if (found.size > MOST_FOUND) found.delete(found.keys().next().value!);
}

/** The story of `src` without asking; `undefined` where it is only known by its name and was never asked for. */
export function alreadyLocated(src: string): Located | undefined {
  const address = readAddress(src);
  const isNamed = !address.id && address.resource !== 'comments' && (address.slug ?? listedName(address));
  return isNamed ? found.get(src) : { address, id: postId(address, src) };
}
