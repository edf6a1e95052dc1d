import { toArticle, type Article } from '../../model/article.js';
import { toComment, type Comment } from '../../model/comment.js';
import type { NewsSource } from '../../model/news-source.js';
import { get, isRecord, list } from '../../model/record.js';
import { plainText } from '../../model/text.js';
import { safeUrl } from '../../model/url.js';

/** A story of `/api/articles` as an `Article`. */
export function toForemArticle(story: unknown, base: string): Article {
  const html = get(story, 'body_html');
  // A list has tags in `tag_list`, one story in `tags`; the other one is the same as text.
  const tags = [get(story, 'tags'), get(story, 'tag_list')].find(Array.isArray);
  return toArticle(
    {
      id: get(story, 'id'),
      url: get(story, 'url'),
      title: get(story, 'title'),
      excerpt: get(story, 'description'),
      body: html
        ? { format: 'html', value: html }
        : { format: 'markdown', value: get(story, 'body_markdown') },
      image: { src: get(story, 'cover_image') || get(story, 'social_image') },
      authors: [toPerson(get(story, 'user'), base)],
      published: get(story, 'published_at') || get(story, 'published_timestamp'),
      updated: get(story, 'edited_at'),
      tags: list(tags).map((name) => ({ name, url: addressOf(base, 't', name) })),
      source: sourceOf(story, base),
      lang: get(story, 'language'),
      commentCount: get(story, 'comments_count'),
    },
    base,
  );
}

/** Address of a page on the site of the API. */
function addressOf(base: string, ...parts: readonly unknown[]): string | undefined {
  const isName = (part: unknown) => typeof part === 'string' && /^[\p{L}\p{M}\p{N}_-]{1,200}$/u.test(part);
  return parts.every(isName) ? safeUrl(`/${parts.join('/')}`, base) : undefined;
}

function toPerson(user: unknown, base: string): Record<string, unknown> {
  const id = get(user, 'username');
  const avatar = get(user, 'profile_image_90') || get(user, 'profile_image');
  return { id, name: get(user, 'name') || id, url: addressOf(base, id), avatar };
}

/** A story that was published elsewhere first comes from there, others from the organisation or the site. */
function sourceOf(story: unknown, base: string): unknown {
  const canonical = safeUrl(get(story, 'canonical_url'), base, 'media');
  const own = safeUrl(get(story, 'url'), base, 'media');
  if (canonical && own && new URL(canonical).host !== new URL(own).host) {
    return { name: new URL(canonical).host.replace(/^www\./, ''), url: canonical };
  }
  const organisation = get(story, 'organization');
  const name = get(organisation, 'name');
  return name ? { name, url: addressOf(base, get(organisation, 'slug')) } : siteOf(base);
}

export function siteOf(address: string): NewsSource {
  const { host, origin: url } = new URL(address);
  return { name: host === 'dev.to' ? 'DEV' : host, url: `${url}/` };
}

/** A comment of `/api/comments`; `writer` is the user name of whoever wrote the story. */
export function toForemComment(comment: unknown, parentId: unknown, writer: unknown, base: string): Comment {
  const user = get(comment, 'user');
  const username = get(user, 'username');
  const body = get(comment, 'body_html');
  // Both stubs have an empty user; which one it is, the words say, in the site's language.
  const isStub = isRecord(user) && !username && !get(user, 'name');
  const stub = /hidden|masqué|oculto|ocultado/i.test(plainText(body)) ? 'hidden' : 'deleted';
  const badge = username !== undefined && username === writer ? 'author' : undefined;
  return toComment(
    {
      id: get(comment, 'id_code'),
      parentId,
      author: isStub ? undefined : { ...toPerson(user, base), badge },
      body: { format: 'html', value: body },
      published: get(comment, 'created_at'),
      status: isStub ? stub : 'published',
      url: isStub ? undefined : addressOf(base, username, 'comment', get(comment, 'id_code')),
    },
    base,
  );
}
