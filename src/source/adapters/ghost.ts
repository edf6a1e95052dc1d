import { toArticle, type Article } from '../../model/article.js';
import { NewsError } from '../../model/news-error.js';
import { normaliseAll, type Page } from '../../model/page.js';
import { count, get, list } from '../../model/record.js';
import { cleanText, plainText } from '../../model/text.js';
import { safeUrl } from '../../model/url.js';
import type { Adapter, ArticleQuery, ArticlesQuery } from '../adapter.js';
import { firstWords } from './common/first-words.js';
import type { Io } from '../io.js';
import { askContent, listed, nextPage, readAddress, storyNamed, type GhostAddress } from './ghost-address.js';
import { comments, origin, posting } from './ghost-comments.js';

/**
 * Ghost 5 and 6: stories from the Content API, whose key is public by design, and comments from the members' API.
 * Source: https://docs.ghost.org/content-api/
 */
export const adapter: Adapter = { article, articles, comments, posting, origin };

/** The most that Ghost 6 gives in one answer. */
const PER_PAGE = 100;
/** What a card shows; without `fields` every story comes with its whole text. */
const CARD_FIELDS = [
  'id,slug,title,url,canonical_url,excerpt,custom_excerpt,published_at,updated_at,visibility',
  'feature_image,feature_image_alt,feature_image_caption',
].join();
/** Widths of the two themes that Ghost comes with; where a theme has no such size, the picture itself comes. */
const WIDTHS = [300, 600, 1000, 2000];

async function article(query: ArticleQuery, io: Io): Promise<Article> {
  const address = readAddress(query.src);
  const story = storyNamed(query.item) ?? address.story;
  const ours = { include: 'authors,tags', fields: undefined, formats: undefined };
  const answer = story
    ? await askContent(address, story, ours, io)
    : await askContent(address, '', { ...ours, limit: '1' }, io);
  const [post] = listed(answer, address.resource);
  if (post === undefined) throw new NewsError('not-found', 'There is no such story.', { url: answer.url });
  return toGhostArticle(post, answer.url);
}

async function articles(query: ArticlesQuery, io: Io): Promise<Page<Article>> {
  const address = readAddress(query.src);
  const current = query.relatedTo ? await topicsOf(query, address, io) : undefined;
  const own = address.params.get('filter');
  const filters = [
    // The databases compare text: `T` and `Z` would shift the moment.
    query.since && `published_at:>='${query.since.slice(0, 19).replace('T', ' ')}'`,
    current?.without,
  ];
  const page = async (limit: number, more: readonly (string | undefined)[], next?: string) => {
    const ourFilters = [...filters, ...more].filter(Boolean);
    // Ghost takes no notice of a filter that is nothing but a bracket.
    const filter = [own && ourFilters.length > 0 ? `(${own})` : own, ...ourFilters].filter(Boolean).join('+');
    const ours = { include: 'authors,tags', formats: undefined, fields: CARD_FIELDS };
    const paging = { limit: String(Math.min(limit, PER_PAGE)), page: next };
    const answer = await askContent(address, '', { ...ours, ...paging, filter }, io);
    const items = normaliseAll(listed(answer, address.resource), (post) => toGhostArticle(post, answer.url));
    const total = count(get(answer.value, 'meta', 'pagination', 'total'));
    return { items: items.slice(0, limit), total, next: nextPage(answer) };
  };
  if (!current) return page(query.limit, [], query.next);
  // Those that go with a story are one page.
  const related = current.filter ? (await page(query.limit, [current.filter])).items : [];
  const missing = query.limit - related.length;
  if (missing <= 0) return { items: related };
  // Few on the same topics: filled up with the newest of all.
  const known = related.length > 0 ? withoutIds(related.map(({ id }) => id)) : undefined;
  const rest = await page(missing, [known]);
  return { items: [...related, ...rest.items] };
}

interface Topics {
  /** Filter that leaves the story itself out. */
  readonly without?: string;
  /** Filter for those that go with it. */
  readonly filter?: string;
}

/** A list that goes with a story should not fail because the story cannot be read. */
async function topicsOf({ relatedTo, by }: ArticlesQuery, address: GhostAddress, io: Io): Promise<Topics> {
  const story = storyNamed(relatedTo);
  if (!story) return {};
  const [, slug, id] = /^(?:slug\/(.*)|(.*))\/$/.exec(story)!;
  const without = id ? withoutIds([id]) : isSlug(slug) ? `slug:-'${slug}'` : undefined;
  try {
    const ours = { include: 'tags', fields: 'id,slug', filter: undefined, order: undefined };
    const answer = await askContent({ ...address, resource: 'posts' }, story, ours, io);
    const tags = publicTags(get(answer.value, 'posts', 0)).map((tag) => get(tag, 'slug'));
    const slugs = tags.filter(isSlug).slice(0, 20);
    if (slugs.length === 0) return { without };
    return { without, filter: by === 'category' ? `primary_tag:'${slugs[0]}'` : `tags:[${slugs.join()}]` };
  } catch (error) {
    if (error instanceof NewsError) return { without };
    throw error;
  }
}

const isSlug = (slug: unknown): slug is string => typeof slug === 'string' && /^[\w-]{1,200}$/.test(slug);

/** In quotes, or an id that has no letters is read as a number. */
function withoutIds(ids: readonly string[]): string {
  return `id:-[${ids
    .filter(isSlug)
    .map((id) => `'${id}'`)
    .join()}]`;
}

/** Those that begin with `#` are the editors' own. */
function publicTags(post: unknown): readonly unknown[] {
  return list(get(post, 'tags')).filter((tag) => get(tag, 'visibility') !== 'internal');
}

function toGhostArticle(post: unknown, base: string): Article {
  const url = get(post, 'url');
  const html = get(post, 'html');
  const tags = publicTags(post).map(toTerm);
  return toArticle(
    {
      id: get(post, 'id'),
      url,
      title: get(post, 'title'),
      excerpt: toExcerpt(post),
      body: { format: 'html', value: html },
      image: {
        src: get(post, 'feature_image'),
        srcset: toSrcset(get(post, 'feature_image'), url, base),
        alt: get(post, 'feature_image_alt'),
        caption: plainText(get(post, 'feature_image_caption')),
      },
      authors: list(get(post, 'authors')).map(toAuthor),
      published: get(post, 'published_at'),
      updated: get(post, 'updated_at'),
      // The first tag is the main one, under which Ghost's own themes file the story.
      categories: tags.slice(0, 1),
      tags: tags.slice(1),
      source: toSource(get(post, 'canonical_url'), url),
      // Without access the answer is `false` whatever the site allows.
      commentsOpen: get(post, 'access') === true ? get(post, 'comments') : undefined,
      access: isProtected(post) ? 'protected' : 'public',
    },
    base,
  );
}

/** A list with chosen fields says only for whom a story is. */
function isProtected(post: unknown): boolean {
  const access = get(post, 'access');
  const visibility = get(post, 'visibility');
  return typeof access === 'boolean' ? !access : typeof visibility === 'string' && visibility !== 'public';
}

/** What Ghost makes itself is cut after 500 characters, also within a word. */
function toExcerpt(post: unknown): string {
  const custom = cleanText(get(post, 'custom_excerpt'));
  const made = custom ? '' : get(post, 'excerpt');
  if (typeof made !== 'string') return custom;
  return custom || (made.length < 500 ? made : firstWords(made, 499));
}

function toTerm(tag: unknown): unknown {
  return { id: get(tag, 'slug'), name: get(tag, 'name'), url: get(tag, 'url') };
}

function toAuthor(author: unknown): unknown {
  const avatar = get(author, 'profile_image');
  return { id: get(author, 'id'), name: get(author, 'name'), url: get(author, 'url'), avatar };
}

/** A story whose original is on another site comes from there. */
function toSource(canonical: unknown, url: unknown): unknown {
  const original = safeUrl(canonical, undefined, 'media');
  const own = safeUrl(url, undefined, 'media');
  if (!original || !own || new URL(original).host === new URL(own).host) return undefined;
  return { name: new URL(original).host.replace(/^www\./, ''), url: original };
}

/** Ghost keeps smaller copies of what was uploaded to the site itself: `/content/images/size/w600/…`. */
function toSrcset(image: unknown, url: unknown, base: string): unknown[] {
  const src = safeUrl(image, base, 'media');
  if (!src || !/^[^?#]*\/content\/images\/(?!size\/)[^?#]*\.(?:jpe?g|png|webp)$/i.test(src)) return [];
  const own = [base, safeUrl(url, base, 'media') ?? base].map((address) => new URL(address).origin);
  if (!own.includes(new URL(src).origin)) return [];
  return WIDTHS.map((width) => ({
    src: src.replace('/content/images/', `/content/images/size/w${width}/`),
    width,
  }));
}
