import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Language } from '../i18n/language.js';
import type { Comment } from '../model/comment.js';
import { asNewsError } from '../model/news-error.js';
import { toCommentPage } from '../model/page.js';
import type { Posting } from '../model/posting.js';
import { buildThread, type ThreadNode, type ThreadOrder } from '../model/thread.js';
import type { Adapter } from '../source/adapter.js';
import type { Io } from '../source/io.js';
import { baseStyles } from '../view/base-styles.js';
import { commentFormView } from '../view/comment-form-view.js';
import { nameOf } from '../view/comment-view.js';
import { commentsView } from '../view/comments-view.js';
import { formStyles } from '../view/form-styles.js';
import { proseStyles } from '../view/prose-styles.js';
import { skeletonStyles } from '../view/skeleton-styles.js';
import { skeletonView } from '../view/status-view.js';
import { toHeadingLevel } from '../view/text-view.js';
import { threadStyles } from '../view/thread-styles.js';
import { threadView } from '../view/thread-view.js';
import { CommentBodies } from './comment-bodies.js';
import { CommentComposer } from './comment-composer.js';
import { NewsCommentEvent, NewsLoadEvent } from './events.js';
import { focusOn } from './focus-on.js';
import { LoadedComments } from './loaded-comments.js';
import { loadThread, READ_ONLY, type Thread } from './load-thread.js';
import { NewsElement } from './news-element.js';
import { ReadingState } from './reading-state.js';
import { reportOnce } from './report.js';
import { classicForm, sendComment } from './send-comment.js';

/**
 * The comments of a story as a nested thread, and a form to write one. What a reader writes is kept on the device
 * until it has arrived.
 *
 * @tag comment-thread
 * @summary The comments of a story, and a form to write one.
 *
 * @attr {string} src - URL of the story in its content API, or of its comments; several, separated by white space,
 *   for a thread of several sources.
 * @attr {string} adapter - Name of the adapter, one of the table in the README or one that the page registered; found by
 *   itself when left out.
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
  readonly #composer = new CommentComposer({
    strings: () => this.language.strings,
    posting: () => this.#posting ?? READ_ONLY,
    post: (draft) => sendComment(this.loader.value!, draft, this.ioOptions),
    classicForm: (draft) => classicForm(this.loader.value, draft),
    posted: (comment, here) => void this.#posted(comment, here),
    failed: (error) => this.fail(error, 'post'),
    changed: () => this.requestUpdate(),
  });
  #shown: Thread | undefined;
  #reading = new ReadingState();

  constructor() {
    super();
    this.sort = 'newest';
    this.screened = false;
    this.readonly = false;
    this.headingLevel = 2;
  }

  protected override load(adapter: Adapter, src: string, io: Io): Promise<Thread> {
    const known = this.loader.value;
    const pages = known?.order === this.#order ? this.#comments.pages : 1;
    return loadThread(adapter, { src, order: this.#order, pages, posting: known?.posting }, io);
  }

  protected override async normalise(data: unknown, base: string): Promise<Thread> {
    const page = toCommentPage(data, base);
    const bodies = await CommentBodies.load(base);
    await bodies.prepare(page.items);
    return { page, pages: 1, order: this.#order, posting: READ_ONLY, bodies, src: base };
  }

  protected override loadKey(): unknown {
    return this.hasData ? undefined : this.#order;
  }

  protected override onLoaded({ page }: Thread): void {
    for (const { error } of page.missing ?? []) reportOnce(this.localName, error);
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
    this.#comments.reset(thread.page, thread.pages);
    if (this.#composer.open(this.source)) this.#reading = new ReadingState();
    this.#composer.settle(thread.page.items);
    // A reply in progress is open again after a reload, also when the comment that it answers has gone.
    const unfinished = this.#composer.unfinishedReplies;
    this.#reading.replyingTo ??=
      unfinished.find((id) => this.#comments.has(id)) ?? (thread.page.next ? undefined : unfinished[0]);
  }

  protected override view(thread: Thread, language: Language): TemplateResult {
    const { strings } = language;
    const { left, next, total } = this.#comments;
    const { announcement, spoken, loadingMore, moreError } = this.#reading;
    const nodes = buildThread(this.#all, thread.adapter ? thread.order : this.#order);
    return commentsView({
      language,
      headingLevel: toHeadingLevel(this.headingLevel, 2),
      total,
      order: this.#order,
      posting: this.#posting,
      hasRules: this.querySelector(':scope > [slot="rules"]') !== null,
      screened: this.screened,
      announcement,
      spoken,
      form: html`${this.#form(strings.writeComment, language)} ${this.#lostReply(language)}`,
      thread: nodes.length > 0 ? this.#threadOf(nodes, thread, language) : undefined,
      more:
        next === undefined
          ? undefined
          : { left, busy: loadingMore, error: moreError, load: () => void this.#loadMore(thread, next) },
      onOrder: (order) => (this.sort = order),
      onSlotChange: () => this.requestUpdate(),
      missing: this.#comments.missing,
      asking: this.loader.state === 'loading',
      onRetry: () => this.reload(),
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
      collapsed: this.#reading.collapsed,
      replyingTo: this.#mayWrite ? this.#reading.replyingTo : undefined,
      replyForm: (comment) =>
        this.#form(language.strings.writeReply(nameOf(comment, language.strings)), language, comment.id),
      onReply: this.#mayWrite ? ({ id }) => void this.#openReply(id) : undefined,
      writtenTo: this.#posting?.origin,
      onToggle: ({ id }) => this.#toggle(id),
    });
  }

  /** A reply in progress to a comment that is gone, or on a page that is not loaded: its text must not be out of reach. */
  #lostReply(language: Language): TemplateResult | typeof nothing {
    const { replyingTo } = this.#reading;
    if (replyingTo === undefined || this.#comments.has(replyingTo)) return nothing;
    return this.#form(language.strings.writeReplyHidden, language, replyingTo);
  }

  #form(legend: string, language: Language, parentId = ''): TemplateResult {
    return commentFormView(this.#composer.state(parentId), {
      language,
      posting: this.#posting ?? READ_ONLY,
      id: parentId ? 'reply' : 'write',
      legend,
      onInput: (field, value) => this.#composer.input(field, value, parentId),
      onSubmit: () => void this.#submit(parentId),
      onCancel: parentId ? () => void this.#closeReply(parentId) : undefined,
      onHandOver: () => this.#composer.handOver(parentId),
      onDiscard: () => void this.#discard(parentId),
    });
  }

  async #submit(parentId: string): Promise<void> {
    this.#reading.announcement = '';
    const wrong = await this.#composer.submit(parentId);
    if (wrong) await this.#focus(`#${parentId ? 'reply' : 'write'}-${wrong}`);
  }

  /** The focus stays in the form, whose buttons have gone. */
  async #discard(parentId: string): Promise<void> {
    this.#composer.discard(parentId);
    await this.#focus(`#${parentId ? 'reply' : 'write'}-comment`);
  }

  async #posted(comment: Comment, here: boolean): Promise<void> {
    if (here) {
      const { strings } = this.language;
      const reading = this.#reading;
      if (comment.status === 'published') this.#comments.put(comment);
      // Nobody should look for what they have just written.
      for (const id of this.#comments.ancestorsOf(comment)) reading.collapsed.delete(id);
      const answered = reading.replyingTo;
      if (
        answered !== undefined &&
        comment.parentId === answered &&
        !this.#composer.state(answered).comment
      ) {
        reading.replyingTo = undefined;
      }
      reading.announcement = comment.status === 'pending' ? strings.thanksPending : strings.thanksPublished;
      this.requestUpdate();
      await this.#focus(`[data-comment="${CSS.escape(comment.id)}"]`);
    }
    this.dispatchEvent(new NewsCommentEvent(comment));
  }

  async #openReply(id: string): Promise<void> {
    const reading = this.#reading;
    reading.replyingTo = reading.replyingTo === id ? undefined : id;
    this.requestUpdate();
    if (reading.replyingTo) await this.#focus('#reply-comment');
  }

  /** Closes the form; what stands in it is there again when it is opened. */
  async #closeReply(id: string): Promise<void> {
    this.#reading.replyingTo = undefined;
    this.requestUpdate();
    await this.#focus(
      this.#comments.has(id) ? `[data-comment="${CSS.escape(id)}"] [part~="reply-button"]` : '#write-comment',
    );
  }

  #toggle(id: string): void {
    const { collapsed } = this.#reading;
    if (!collapsed.delete(id)) collapsed.add(id);
    this.requestUpdate();
  }

  async #loadMore(thread: Thread, next: string): Promise<void> {
    const reading = this.#reading;
    // Emptied first: words that do not change are not said again.
    Object.assign(reading, { loadingMore: true, moreError: undefined, spoken: '' });
    this.requestUpdate();
    try {
      const query = { src: thread.src, order: thread.order, next };
      const page = await thread.adapter!.comments!(query, this.loader.io);
      await thread.bodies.prepare(page.items);
      if (this.loader.value !== thread) return; // it belongs to what is shown no longer
      const added = this.#comments.add(page);
      this.#composer.settle(page.items);
      reading.spoken = this.language.strings.loadedComments(added.length);
    } catch (reason) {
      if (this.loader.value !== thread || !this.isConnected) return;
      const error = asNewsError(reason);
      reading.moreError = error.kind;
      this.fail(error, 'load');
    } finally {
      reading.loadingMore = false;
      this.requestUpdate();
    }
    if (!reading.moreError) await this.#focus('.fresh');
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    focusOn(this.renderRoot, selector);
  }

  /** What the source shows, and the reader's own comments that wait. */
  get #all(): readonly Comment[] {
    return [...this.#comments.all, ...this.#composer.waiting.filter(({ id }) => !this.#comments.has(id))];
  }

  /** `undefined` when the source did not tell. */
  get #posting(): Posting | undefined {
    const thread = this.loader.value;
    return this.readonly || !thread ? READ_ONLY : thread.posting;
  }

  get #mayWrite(): boolean {
    return this.#posting?.how === 'anonymous';
  }

  get #order(): ThreadOrder {
    return this.sort === 'oldest' ? 'oldest' : 'newest';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'comment-thread': CommentThread;
  }
}
