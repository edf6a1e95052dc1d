import { html, nothing, type TemplateResult } from 'lit';
import type { SafeHtml } from '../content/safe-html.js';
import { formatAge, formatMoment } from '../i18n/format.js';
import type { Language } from '../i18n/language.js';
import type { Strings } from '../i18n/strings.js';
import type { Comment } from '../model/comment.js';
import type { NewsSource } from '../model/news-source.js';
import { safeHtml } from './safe-html-directive.js';
import { outLink } from './meta-view.js';
import { foreign, MAX_NAME, shorten } from './text-view.js';

export interface CommentOptions {
  readonly language: Language;
  /** The sanitised text of a comment. */
  bodyOf(comment: Comment): SafeHtml;
  /** Comments that came with the last "show more": marked, since they may stand anywhere in the tree. */
  isNew(comment: Comment): boolean;
  /** Missing where nobody can reply. */
  readonly onReply?: (comment: Comment) => void;
  /** In a thread of several sources, the one that is written to: comments of others are answered where they live. */
  readonly writtenTo?: NewsSource;
  readonly onToggle: (comment: Comment) => void;
}

/** Anybody may have chosen where it leads. */
const REL = 'nofollow ugc noopener noreferrer';

/** What stands around one comment in the tree. */
export interface CommentPlace {
  /** Name of whom it answers, where the tree does not show it; empty when that comment is not shown at all. */
  readonly inReplyTo?: string;
  readonly replyCount: number;
  readonly collapsed: boolean;
  readonly replying: boolean;
}

/** Whom a sentence of ours speaks of. */
export function nameOf({ author }: Comment, strings: Strings): string {
  return shorten(author.name || strings.anonymous, MAX_NAME);
}

/** One comment without its replies. */
export function commentView(comment: Comment, place: CommentPlace, options: CommentOptions): TemplateResult {
  const { strings } = options.language;
  const name = comment.author.name || strings.anonymous;
  const shortName = nameOf(comment, strings);
  return html`<article
    class="comment ${comment.status}"
    part="comment"
    tabindex="-1"
    data-comment=${comment.id}
    aria-label=${`${shortName}, ${comment.published ? formatAge(comment.published, options.language.locale) : ''}`}
  >
    <div class="avatar" aria-hidden="true">${initials(name)}</div>
    <header class="by">
      <span class="name" part="comment-author">${foreign(name)}</span>
      ${comment.author.badge ? html`<span class="badge">${strings[comment.author.badge]}</span>` : nothing}
      ${comment.origin ? html`<span class="badge" part="origin">${foreign(comment.origin.name)}</span>` : nothing}
      ${options.isNew(comment) ? html`<span class="badge fresh">${strings.newComment}</span>` : nothing}
      ${whenView(comment, options.language)}
    </header>
    ${place.inReplyTo === undefined ? nothing : inReplyToView(place.inReplyTo, options.language)}
    ${contentView(comment, options)}
    ${comment.status === 'pending' ? html`<p class="waiting">${strings.pendingComment}</p>` : nothing}
    ${actionsView(comment, shortName, place, options)}
  </article>`;
}

function contentView(comment: Comment, { bodyOf, language }: CommentOptions): TemplateResult {
  const { strings } = language;
  if (comment.status === 'deleted') return html`<p class="gone">${strings.deletedComment}</p>`;
  if (comment.status === 'hidden') return html`<p class="gone">${strings.hiddenComment}</p>`;
  const text = textView(bodyOf(comment), language);
  if (!comment.warning) return text;
  return html`<details class="warned">
    <summary>${strings.warnedOf} ${foreign(comment.warning)}</summary>
    ${text}
  </details>`;
}

function textView(body: SafeHtml, { strings }: Language): TemplateResult {
  return html`<div class="prose ${body.plain ? 'plain' : ''}" part="comment-body" dir="auto">
      ${safeHtml(body)}
    </div>
    ${body.plain ? html`<p class="mark">${strings.shownAsText}</p>` : nothing}`;
}

function whenView(
  { published, url }: Comment,
  { locale, strings }: Language,
): TemplateResult | typeof nothing {
  if (!published) return nothing;
  const age = formatAge(published, locale);
  const time = html`<time datetime=${published} title=${formatMoment(published, locale)}>${age}</time>`;
  return url
    ? html`<a class="when" href=${url} rel=${REL} aria-label=${strings.permalink(age)}>${time}</a>`
    : html`<span class="when">${time}</span>`;
}

function inReplyToView(name: string, { strings }: Language): TemplateResult {
  const words = name ? strings.inReplyTo(`\u2068${shorten(name, MAX_NAME)}\u2069`) : strings.inReplyToHidden;
  return html`<p class="in-reply-to">${words}</p>`;
}

function actionsView(
  comment: Comment,
  name: string,
  place: CommentPlace,
  { language: { strings }, onReply, onToggle, writtenTo }: CommentOptions,
): TemplateResult | typeof nothing {
  const { origin, moreReplies = 0, url } = comment;
  const lives = !origin || !writtenTo || origin.id === writtenTo.id;
  const reply = onReply && lives && comment.status === 'published';
  const elsewhere = onReply && !lives && url && comment.status === 'published';
  if (!reply && !elsewhere && place.replyCount === 0 && !(moreReplies && url)) return nothing;
  return html`<footer class="actions">
    ${elsewhere ? outLink(url, strings.replyOn(origin.name), 'elsewhere', REL) : nothing}
    ${
      reply
        ? html`<button
            class="quiet"
            part="reply-button"
            type="button"
            aria-expanded=${place.replying}
            aria-label=${strings.replyTo(name)}
            @click=${() => onReply(comment)}
          >
            ${strings.reply}
          </button>`
        : nothing
    }
    ${
      place.replyCount > 0
        ? html`<button
            class="quiet fold"
            type="button"
            aria-expanded=${!place.collapsed}
            @click=${() => onToggle(comment)}
          >
            ${place.collapsed ? strings.showReplies(place.replyCount) : strings.hideReplies(place.replyCount)}
          </button>`
        : nothing
    }
    ${moreReplies && url ? outLink(url, strings.moreReplies(moreReplies), 'elsewhere', REL) : nothing}
  </footer>`;
}

/** Up to two initials instead of a picture: avatars stand on other hosts, and nothing is requested from those. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const chosen = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return chosen.map((word) => [...word][0]!.toLocaleUpperCase()).join('');
}
