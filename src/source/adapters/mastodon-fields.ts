import { toArticle, type Article } from '../../model/article.js';
import { toComment, type Comment } from '../../model/comment.js';
import { NewsError } from '../../model/news-error.js';
import { count, get, isRecord, list } from '../../model/record.js';
import { cleanText, plainText } from '../../model/text.js';
import { safeUrl } from '../../model/url.js';
import { firstWords } from './common/first-words.js';
import { escapeHtml, imageHtml, linkHtml } from './common/html-writer.js';

/** Mastodon allows four attachments and four choices; other servers of the same API allow more. */
const MOST_ATTACHMENTS = 16;

export interface ReplyPlace {
  /** The post whose thread this is: what answers it stands at the top. */
  readonly rootId: string;
  /** Account of whoever wrote that post. */
  readonly authorId: unknown;
  readonly moreReplies: number;
}

/** A status that answers another one. Source: https://docs.joinmastodon.org/entities/Status/ */
export function toMastodonComment(status: unknown, place: ReplyPlace, base: string): Comment {
  const account = get(status, 'account');
  const accountId = get(account, 'id');
  const isAuthor = accountId !== undefined && accountId === place.authorId;
  const parentId = get(status, 'in_reply_to_id');
  return toComment(
    {
      id: get(status, 'id'),
      parentId: parentId === place.rootId ? undefined : parentId,
      author: {
        id: accountId,
        name: nameOf(account),
        url: get(account, 'url'),
        avatar: get(account, 'avatar_static') ?? get(account, 'avatar'),
        badge: isAuthor ? 'author' : get(account, 'bot') === true ? 'bot' : undefined,
      },
      body: bodyOf(status),
      published: get(status, 'created_at'),
      edited: get(status, 'edited_at'),
      status: isHidden(status) ? 'hidden' : 'published',
      warning: warningOf(status),
      score: get(status, 'favourites_count'),
      moreReplies: place.moreReplies,
      url: pageOf(status),
    },
    base,
  );
}

/** @throws NewsError `forbidden` for what its server shows to nobody */
export function toMastodonArticle(entry: unknown, base: string): Article {
  // A boost is an envelope around the post of somebody else.
  const boosted = get(entry, 'reblog');
  const status = isRecord(boosted) ? boosted : entry;
  if (isHidden(entry) || isHidden(status))
    throw new NewsError('forbidden', 'This post is not public.', { url: base });
  const account = get(status, 'account');
  const words = plainText(get(status, 'content'));
  const warning = cleanText(get(status, 'spoiler_text'));
  const image = get(status, 'sensitive') === true ? undefined : attachmentsOf(status).find(isImage);
  const url = safeUrl(pageOf(status), base);
  return toArticle(
    {
      id: get(status, 'id'),
      url,
      // Posts have no titles: the first words stand for one, or what the writer said beforehand.
      title: firstWords(warning || words || cleanText(get(image, 'description')), 120),
      excerpt: warning ? undefined : firstWords(words, 240),
      body: bodyOf(status),
      image: toPicture(image),
      authors: [{ id: get(account, 'id'), name: nameOf(account), url: get(account, 'url') }],
      published: get(status, 'created_at'),
      updated: get(status, 'edited_at'),
      categories: list(get(status, 'tags')).slice(0, 1),
      tags: list(get(status, 'tags')),
      source: { name: new URL(url ?? base).host, url: get(account, 'url') },
      lang: get(status, 'language'),
      commentCount: get(status, 'replies_count'),
    },
    base,
  );
}

/** Its page on the server where it was written; `url` may be null, `uri` is then the nearest to it. */
export function pageOf(status: unknown): unknown {
  return safeUrl(get(status, 'url')) ?? get(status, 'uri');
}

/** Custom emoji are pictures of that server: without them, `:harbour_bell:` says nothing. */
function nameOf(account: unknown): string {
  let name = cleanText(get(account, 'display_name')).slice(0, 500);
  for (const emoji of list(get(account, 'emojis')).slice(0, 100)) {
    const shortcode = get(emoji, 'shortcode');
    if (typeof shortcode === 'string' && shortcode) name = name.replaceAll(`:${shortcode}:`, '');
  }
  return cleanText(name) || cleanText(get(account, 'username')) || cleanText(get(account, 'acct'));
}

/**
 * What its server shows to nobody who does not follow or ask: posts for followers (a proxy with a token could let them
 * out), accounts that moderators suspended or limited, and what a filter of that token hides.
 */
function isHidden(status: unknown): boolean {
  const visibility = get(status, 'visibility');
  return (
    visibility === 'private' ||
    visibility === 'direct' ||
    get(status, 'account', 'suspended') === true ||
    get(status, 'account', 'limited') === true ||
    list(get(status, 'filtered')).some((found) => get(found, 'filter', 'filter_action') === 'hide')
  );
}

function warningOf(status: unknown): string {
  const filters = list(get(status, 'filtered')).map((found) => cleanText(get(found, 'filter', 'title')));
  return [cleanText(get(status, 'spoiler_text')), ...filters].filter(Boolean).join(', ');
}

/** The text, with what is attached to it below. Pictures that are marked as sensitive are links. */
function bodyOf(status: unknown): unknown {
  const content = get(status, 'content');
  const sensitive = get(status, 'sensitive') === true;
  const attached = attachmentsOf(status).map((media) => {
    const words = cleanText(get(media, 'description'));
    const url = get(media, 'url') ?? get(media, 'remote_url');
    if (isImage(media) && !sensitive) return imageHtml(url, words);
    return linkHtml(url, words || hostOf(url));
  });
  const choices = list(get(status, 'poll', 'options')).slice(0, MOST_ATTACHMENTS);
  const poll = choices.map((choice) => `<li>${escapeHtml(cleanText(get(choice, 'title')))}</li>`).join('');
  const paragraphs = attached.filter(Boolean).map((html) => `<p>${html}</p>`);
  const parts = [typeof content === 'string' ? content : '', poll && `<ul>${poll}</ul>`, ...paragraphs];
  return { format: 'html', value: parts.join('') };
}

function attachmentsOf(status: unknown): readonly unknown[] {
  return list(get(status, 'media_attachments')).slice(0, MOST_ATTACHMENTS);
}

const isImage = (media: unknown) => get(media, 'type') === 'image';

function hostOf(url: unknown): string {
  const safe = safeUrl(url);
  return safe ? new URL(safe).host : '';
}

function toPicture(media: unknown): unknown {
  const size = (name: string) => ({
    width: count(get(media, 'meta', name, 'width')),
    height: count(get(media, 'meta', name, 'height')),
  });
  const preview = { src: get(media, 'preview_url'), width: size('small').width };
  const original = { src: get(media, 'url'), width: size('original').width };
  return { ...original, ...size('original'), srcset: [preview, original], alt: get(media, 'description') };
}
