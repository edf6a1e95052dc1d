import type { CSSResultGroup, PropertyDeclarations, TemplateResult } from 'lit';
import type { Language } from '../i18n/language.js';
import type { Comment } from '../model/comment.js';
import { NewsError } from '../model/news-error.js';
import { toCommentPage, type Page } from '../model/page.js';
import type { Posting } from '../model/posting.js';
import { buildThread, type ThreadNode, type ThreadOrder } from '../model/thread.js';
import type { Adapter } from '../source/adapter.js';
import { createIo, type Io } from '../source/io.js';
import { baseStyles } from '../view/base-styles.js';
import { commentFormView } from '../view/comment-form-view.js';
import { commentsView } from '../view/comments-view.js';
import { formStyles } from '../view/form-styles.js';
import { proseStyles } from '../view/prose-styles.js';
import { skeletonStyles } from '../view/skeleton-styles.js';
import { noteView, skeletonView } from '../view/status-view.js';
import { MAX_NAME, shorten, toHeadingLevel } from '../view/text-view.js';
import { threadStyles } from '../view/thread-styles.js';
import { threadView } from '../view/thread-view.js';
import { CommentBodies } from './comment-bodies.js';
import { CommentComposer } from './comment-composer.js';
import { NewsCommentEvent, NewsLoadEvent } from './events.js';
import { LoadedComments } from './loaded-comments.js';
import { NewsElement } from './news-element.js';

/** What a source told about a thread, and how to go on with it. */
interface Thread {
  readonly page: Page<Comment>;
  readonly posting: Posting;
  readonly bodies: CommentBodies;
  readonly adapter?: Adapter;
}

const FOCUSABLE = 'button,input,textarea,[tabindex]';
const READ_ONLY: Posting = { how: 'none', fields: [] };

/**
 * The comments of a story as a nested thread, and a form to write one. What a reader writes is kept on the device
 * until it has arrived.
 *
 * @tag comment-thread
 * @summary The comments of a story, and a form to write one.
 *
 * @attr {string} src - URL of the story in its content API, or of its comments.
 * @attr {string} adapter - `wordpress`, `rss`, or one that the page registered; found by itself when left out.
 * @attr {"lazy"|"eager"} loading - When to load. Default: `lazy`, when the element comes near the visible part of the page.
 *
 * @slot - The fallback: shown before, while first loading, on error, and without JavaScript. A child
 *   `<script type="application/json">` gives the comments without a request.
 * @slot rules - House rules above the form.
 * @slot notice - Instead of the sentence that comments are screened.
 *
 * @fires {NewsLoadEvent} news-load - Comments are on screen; `content` is a `Page` of `Comment`.
 * @fires {NewsErrorEvent} news-error - Comments could not be shown, or one could not be sent (`during: "post"`).
 * @fires {NewsCommentEvent} news-comment - The reader's comment has arrived.
 *
 * @csspart comments - All of it.
 * @csspart heading - The heading.
 * @csspart sort - The choice of the order.
 * @csspart rules - The house rules.
 * @csspart notice - The note that comments are screened.
 * @csspart form - A form for a comment or a reply.
 * @csspart input - A field of a form.
 * @csspart field-error - What is wrong with a field.
 * @csspart form-problem - What is wrong with a form.
 * @csspart submit-button - The button that sends a form.
 * @csspart hand-over - The form that takes the text to the site's own page.
 * @csspart announcement - What has just happened.
 * @csspart comment - One comment.
 * @csspart comment-author - Its writer.
 * @csspart comment-body - Its text.
 * @csspart reply-button - The button to answer it.
 * @csspart button - Any other button.
 * @csspart status - A note, such as that comments are closed.
 * @csspart more - The link to where one can write, when that is elsewhere.
 * @csspart error - The sentence about what went wrong.
 *
 * @cssstate loading - Comments are on their way.
 * @cssstate ready - Comments are on screen.
 * @cssstate empty - There are no comments yet.
 * @cssstate error - Comments could not be loaded.
 */
export class CommentThread extends NewsElement<Thread> {
  static override properties: PropertyDeclarations = {
    sort: {},
    screened: { type: Boolean },
    readonly: { type: Boolean },
    headingLevel: { type: Number, attribute: 'heading-level' },
  };
  static override styles: CSSResultGroup = [
    baseStyles,
    skeletonStyles,
    proseStyles,
    formStyles,
    threadStyles,
  ];

  /** Order of the top level: `newest` (default) or `oldest` first. Replies always read from the oldest on. */
  declare sort: ThreadOrder;
  /** Whether readers are told that comments are screened before they appear. */
  declare screened: boolean;
  /** Whether nobody can write here. */
  declare readonly: boolean;
  /** Level of the heading, 1 to 6. Default: 2. */
  declare headingLevel: number;

  protected override readonly fallbackWhenEmpty = false;
  readonly #comments = new LoadedComments();
  readonly #composer = new CommentComposer(this, {
    strings: () => this.language.strings,
    posting: () => this.#posting,
    // A signal of its own: a form that was sent must arrive, also when the element is just being moved.
    post: (draft) =>
      this.#adapter!.addComment!({ src: this.source }, draft, createIo(new AbortController().signal)),
    classicForm: (draft) => this.#adapter?.classicForm?.({ src: this.source }, draft),
    posted: (comment) => void this.#posted(comment),
    failed: (error) => this.fail(error, 'post'),
  });
  #shown: Thread | undefined;
  #collapsed = new Set<string>();
  #replyingTo: string | undefined;
  /** What posting has led to, for everybody to read. */
  #announcement = '';
  /** What a reader sees anyway, for screen readers to say. */
  #spoken = '';
  #loadingMore = false;

  constructor() {
    super();
    this.sort = 'newest';
    this.screened = false;
    this.readonly = false;
    this.headingLevel = 2;
  }

  protected override async load(adapter: Adapter, src: string, io: Io): Promise<Thread> {
    if (!adapter.comments) throw new NewsError('unsupported', 'This source has no comments.', { url: src });
    const [page, posting, bodies] = await Promise.all([
      adapter.comments({ src, order: this.#order }, io),
      adapter.addComment ? adapter.posting?.({ src }, io).catch(() => READ_ONLY) : undefined,
      CommentBodies.load(src),
    ]);
    await bodies.prepare(page.items);
    return { page, posting: posting ?? READ_ONLY, bodies, adapter };
  }

  protected override async normalise(data: unknown, base: string): Promise<Thread> {
    const page = toCommentPage(data, base);
    const bodies = await CommentBodies.load(base);
    await bodies.prepare(page.items);
    return { page, posting: READ_ONLY, bodies };
  }

  protected override loadKey(): unknown {
    return this.data === undefined ? this.#order : undefined;
  }

  protected override onLoaded({ page }: Thread): void {
    this.dispatchEvent(new NewsLoadEvent(page));
  }

  protected override isEmpty(): boolean {
    return this.#all.length === 0;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    const thread = this.loader.value;
    if (!thread || thread === this.#shown) return;
    this.#shown = thread;
    this.#comments.reset(thread.page);
    this.#composer.open(this.source);
    this.#composer.settle(thread.page.items);
    // A reply in progress is open again after a reload.
    this.#replyingTo ??= this.#composer.unfinishedReplies.find((id) => this.#comments.has(id));
  }

  protected override view(thread: Thread, language: Language): TemplateResult {
    const { strings } = language;
    const { left, next, total } = this.#comments;
    const nodes = buildThread(this.#all, this.#order);
    return commentsView({
      language,
      headingLevel: toHeadingLevel(this.headingLevel, 2),
      total,
      order: this.#order,
      posting: this.#posting,
      hasRules: this.querySelector(':scope > [slot="rules"]') !== null,
      screened: this.screened,
      announcement: this.#announcement,
      spoken: this.#spoken,
      form: this.#form(strings.writeComment, language),
      thread:
        nodes.length === 0
          ? noteView(this.#posting.how === 'anonymous' ? strings.beFirst : strings.noComments)
          : this.#threadOf(nodes, thread, language),
      more:
        next === undefined
          ? undefined
          : { left, busy: this.#loadingMore, load: () => void this.#loadMore(next) },
      onOrder: (order) => (this.sort = order),
      onSlotChange: () => this.requestUpdate(),
    });
  }

  protected override skeleton({ strings }: Language): TemplateResult {
    return skeletonView('thread', strings, 3);
  }

  #threadOf(nodes: readonly ThreadNode[], { bodies }: Thread, language: Language): TemplateResult {
    return threadView(nodes, {
      language,
      bodyOf: (comment) => bodies.of(comment),
      isNew: ({ id }) => this.#comments.fresh.has(id),
      collapsed: this.#collapsed,
      replyingTo: this.#replyingTo,
      replyForm: (comment) =>
        this.#form(language.strings.writeReply(nameOf(comment, language)), language, comment.id),
      onReply: this.#posting.how === 'anonymous' ? ({ id }) => void this.#openReply(id) : undefined,
      onToggle: ({ id }) => this.#toggle(id),
    });
  }

  #form(legend: string, language: Language, parentId = ''): TemplateResult {
    return commentFormView(this.#composer.state(parentId), {
      language,
      posting: this.#posting,
      id: parentId ? 'reply' : 'write',
      legend,
      onInput: (field, value) => this.#composer.input(field, value, parentId),
      onSubmit: () => void this.#submit(parentId),
      onCancel: parentId ? () => void this.#closeReply(parentId) : undefined,
    });
  }

  async #submit(parentId: string): Promise<void> {
    this.#announcement = '';
    const wrong = await this.#composer.submit(parentId);
    if (wrong) await this.#focus(`#${parentId ? 'reply' : 'write'}-${wrong}`);
  }

  async #posted(comment: Comment): Promise<void> {
    const { strings } = this.language;
    if (comment.status === 'published') this.#comments.put(comment);
    if (comment.parentId === this.#replyingTo) this.#replyingTo = undefined;
    this.#announcement = comment.status === 'pending' ? strings.thanksPending : strings.thanksPublished;
    this.requestUpdate();
    await this.#focus(`[data-comment="${CSS.escape(comment.id)}"]`);
    this.dispatchEvent(new NewsCommentEvent(comment));
  }

  async #openReply(id: string): Promise<void> {
    this.#replyingTo = this.#replyingTo === id ? undefined : id;
    this.requestUpdate();
    if (this.#replyingTo) await this.#focus('#reply-comment');
  }

  /** Closes the form; what stands in it is there again when it is opened. */
  async #closeReply(id: string): Promise<void> {
    this.#replyingTo = undefined;
    this.requestUpdate();
    await this.#focus(`[data-comment="${CSS.escape(id)}"] [part~="reply-button"]`);
  }

  #toggle(id: string): void {
    if (!this.#collapsed.delete(id)) this.#collapsed.add(id);
    this.requestUpdate();
  }

  async #loadMore(next: string): Promise<void> {
    const { adapter, bodies } = this.loader.value!;
    this.#loadingMore = true;
    this.requestUpdate();
    try {
      const page = await adapter!.comments!({ src: this.source, order: this.#order, next }, this.loader.io);
      await bodies.prepare(page.items);
      const added = this.#comments.add(page);
      this.#composer.settle(page.items);
      this.#spoken = this.language.strings.loadedComments(added.length);
    } catch (error) {
      if (!(error instanceof NewsError)) return; // the element has gone, or shows something else by now
      this.#spoken = this.language.strings.readErrors[error.kind];
      this.fail(error, 'load');
    } finally {
      this.#loadingMore = false;
      this.requestUpdate();
    }
    await this.#focus('.fresh');
  }

  /** Focuses an element, or the comment that it stands in. */
  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    const found = this.renderRoot.querySelector<HTMLElement>(selector);
    (found?.closest<HTMLElement>(FOCUSABLE) ?? found)?.focus();
  }

  /** What the source shows, and the reader's own comments that wait. */
  get #all(): readonly Comment[] {
    return [...this.#comments.all, ...this.#composer.waiting.filter(({ id }) => !this.#comments.has(id))];
  }

  get #adapter(): Adapter | undefined {
    return this.loader.value?.adapter;
  }

  get #posting(): Posting {
    return this.readonly ? READ_ONLY : (this.loader.value?.posting ?? READ_ONLY);
  }

  get #order(): ThreadOrder {
    return this.sort === 'oldest' ? 'oldest' : 'newest';
  }
}

function nameOf({ author }: Comment, { strings }: Language): string {
  return shorten(author.name || strings.anonymous, MAX_NAME);
}

declare global {
  interface HTMLElementTagNameMap {
    'comment-thread': CommentThread;
  }
}
