import { NewsError } from '../../model/news-error.js';
import { get, list } from '../../model/record.js';
import { plainText } from '../../model/text.js';
import { safeUrl } from '../../model/url.js';
import type { Answer, Io } from '../io.js';

/** What a `src` says about a Ghost site. */
export interface GhostAddress {
  /** Where the site lives, with a slash at the end. */
  readonly site: string;
  /** `posts` or `pages`. */
  readonly resource: string;
  /** Path of one story below the resource, where `src` names one: `<id>/` or `slug/<slug>/`. */
  readonly story?: string;
  /** Id of the story, where the URL tells it. */
  readonly id?: string;
  /** The author's own query parameters, the key of the Content API among them. */
  readonly params: URLSearchParams;
}

// Until 4.x the version stood in the path; the servers of today still take it.
const CONTENT = /^(.*?\/)ghost\/api\/(?:[\w.]+\/)?content(?:\/(posts|pages)(?:\/(slug\/)?([^/]+))?)?\/?$/;
const COMMENTS = /^(.*?\/)members\/api\/comments\/post\/([^/]+)\/?$/;
const ID = /^[0-9a-f]{24}$/;

/**
 * Reads `…/ghost/api/content/posts/?key=…`, one story of it (`…/posts/<id>/`, `…/posts/slug/<slug>/`), its comments
 * (`…/members/api/comments/post/<id>/`), or the address of a page together with the key.
 *
 * @throws NewsError `unsupported` when `src` is none of them
 */
export function readAddress(src: string): GhostAddress {
  const href = safeUrl(src, undefined, 'media');
  const url = href ? new URL(href) : undefined;
  const params = new URLSearchParams(url?.search);
  const content = url && CONTENT.exec(url.pathname);
  if (content) {
    const [, folder, resource = 'posts', slug = '', name] = content;
    const id = !slug && name && ID.test(name) ? name : undefined;
    return {
      site: url.origin + folder!,
      resource,
      story: name && `${slug}${name}/`,
      id,
      params,
    };
  }
  const comments = url && COMMENTS.exec(url.pathname);
  if (comments) {
    const [, folder, id] = comments;
    return { site: url.origin + folder!, resource: 'posts', story: `${id}/`, id, params };
  }
  if (url && params.has('key') && !/\/(?:ghost|members)\/api\//.test(url.pathname)) {
    return { site: `${url.origin}/`, resource: 'posts', story: storyNamed(url.pathname), params };
  }
  throw new NewsError('unsupported', 'Ghost needs a URL like …/ghost/api/content/posts/?key=….', {
    url: src,
  });
}

/** A story by id, by slug, or by its address, which ends with the slug; as a path below the resource. */
export function storyNamed(item = ''): string | undefined {
  if (ID.test(item)) return `${item}/`;
  const slug = /([^/]+)\/*$/.exec(item.replace(/[?#].*$/, ''))?.[1];
  return slug && `slug/${slug}/`;
}

/** Asks the Content API; with the author's parameters, and ours over them. */
export function askContent(
  { site, resource, params }: GhostAddress,
  story: string,
  ours: Readonly<Record<string, string | undefined>>,
  io: Io,
): Promise<Answer<unknown>> {
  const all = new URLSearchParams(params);
  for (const [name, value] of Object.entries(ours)) {
    if (value) all.set(name, value);
    else all.delete(name);
  }
  return ask(`${site}ghost/api/content/${resource}/${story}?${all}`, io);
}

/** Ghost words its refusals in a list, and answers 405 where comments are switched off. */
export async function ask(url: string, io: Io): Promise<Answer<unknown>> {
  try {
    return await io.json(url);
  } catch (error) {
    if (!(error instanceof NewsError)) throw error;
    const told = get(error.answer, 'errors', 0);
    const { status, retryAfter } = error;
    const code = get(told, 'code') || get(told, 'type');
    const kind = status === 405 ? 'closed' : status === 401 ? 'forbidden' : error.kind;
    const words = [get(told, 'message'), get(told, 'context')].map(plainText).filter(Boolean);
    throw new NewsError(kind, words.join(' ') || error.message, {
      status,
      code: typeof code === 'string' ? code : undefined,
      retryAfter,
      url: error.url,
    });
  }
}

/** The list below a name. @throws NewsError `parse` when there is none */
export function listed(answer: Answer<unknown>, name: string): readonly unknown[] {
  const found = get(answer.value, name);
  if (Array.isArray(found)) return list(found);
  throw new NewsError('parse', `A list of ${name} was expected, but something else came.`, {
    url: answer.url,
  });
}

/** Number of the page after this one, which is where the cursor leads. */
export function nextPage(answer: Answer<unknown>): string | undefined {
  const page = get(answer.value, 'meta', 'pagination', 'page');
  const next = get(answer.value, 'meta', 'pagination', 'next');
  // Past the end Ghost counts on: page 99 of 3 has a page 100.
  const pages = get(answer.value, 'meta', 'pagination', 'pages');
  const goesOn = Number.isInteger(next) && Number(next) > Number(page) && Number(next) <= Number(pages);
  return goesOn ? String(next) : undefined;
}
