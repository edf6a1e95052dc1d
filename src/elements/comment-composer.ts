import type { Strings } from '../i18n/strings.js';
import { isUnseen, toComment, unseenId, type Comment } from '../model/comment.js';
import { asNewsError, type NewsError, type NewsErrorKind } from '../model/news-error.js';
import type { ClassicForm, CommentDraft, Posting, PostingField } from '../model/posting.js';
import { changeReader, draftFor, readReader, type ReaderRecord } from '../source/reader-store.js';
import { COUNT_FROM, type FormState } from '../view/comment-form-view.js';
import { checkDraft } from './check-draft.js';

export interface ComposerOptions {
  strings(): Strings;
  posting(): Posting;
  post(draft: CommentDraft): Promise<Comment>;
  classicForm(draft: CommentDraft): ClassicForm | undefined;
  /** A comment has arrived. `here`: the thread that it was written in is still the one that is open. */
  posted(comment: Comment, here: boolean): void;
  failed(error: NewsError): void;
  /** Something that a form shows has changed. */
  changed(): void;
}

type Progress = Pick<FormState, 'sending' | 'errors' | 'problem' | 'handOver' | 'handedOver'>;
const IDLE: Progress = { sending: false, errors: {} };

/** After these, nobody knows whether the comment has arrived. */
const UNCERTAIN: readonly NewsErrorKind[] = ['unreachable', 'timeout', 'server', 'parse'];

/**
 * What a reader writes in one thread: one text for the top level and one for each comment that is being answered,
 * kept on this device until it is posted; and the reader's own comments that a moderator has not seen yet.
 */
export class CommentComposer {
  readonly #options: ComposerOptions;
  readonly #progress = new Map<string, Progress>();
  /** Texts that may have arrived although the answer did not. */
  readonly #uncertain = new Set<string>();
  #src: string | undefined;
  #record: ReaderRecord = { name: '', email: '', drafts: {}, waiting: [] };

  constructor(options: ComposerOptions) {
    this.#options = options;
  }

  /** Takes up what this device remembers of a thread. @returns whether it is another thread than before */
  open(src: string): boolean {
    if (src === this.#src) return false;
    this.#src = src;
    this.#record = readReader(src);
    this.#progress.clear();
    return true;
  }

  /** The reader's own comments that wait for a moderator. */
  get waiting(): readonly Comment[] {
    return this.#record.waiting;
  }

  /** Ids of the comments with a reply in progress. */
  get unfinishedReplies(): readonly string[] {
    return Object.entries(this.#record.drafts).flatMap(([id, text]) => (id && text.trim() ? [id] : []));
  }

  /** Those that the source now shows wait no longer. */
  settle(published: readonly Comment[]): void {
    const waits = (own: Comment) => !published.some((comment) => isSame(own, comment));
    if (this.#record.waiting.every(waits)) return;
    this.#keep((known) => ({ ...this.#written(known), waiting: known.waiting.filter(waits) }));
  }

  /** @param parentId the comment that is answered; the top level when left out */
  state(parentId = ''): FormState {
    const { name, email } = this.#record;
    return {
      name,
      email,
      comment: draftFor(parentId, this.#record),
      ...(this.#progress.get(parentId) ?? IDLE),
    };
  }

  input(field: PostingField, value: string, parentId = ''): void {
    const before = draftFor(parentId, this.#record);
    if (field === 'comment') this.#keepDraft(value, parentId);
    else this.#keep((known) => ({ ...this.#written(known), [field]: value }));
    const { errors, ...progress } = this.#progress.get(parentId) ?? IDLE;
    if (errors[field] || progress.handOver) {
      const left = { ...errors, [field]: undefined };
      // What was said about the fields is over with the last of them.
      const problem = progress.handOver || !Object.values(left).some(Boolean) ? undefined : progress.problem;
      this.#report({ sending: progress.sending, errors: left, problem }, parentId);
      return;
    }
    // Drawing a long thread anew with every letter would be felt; only what is counted has to be.
    const countedFrom = (this.#options.posting().maxLength ?? Infinity) - COUNT_FROM;
    if (field === 'comment' && Math.max(before.length, value.length) >= countedFrom) this.#options.changed();
  }

  /** The source's own form has taken the text to its page. */
  handOver(parentId = ''): void {
    this.#report({ ...(this.#progress.get(parentId) ?? IDLE), handedOver: true }, parentId);
  }

  /** Removes a text that was posted in another way. */
  discard(parentId = ''): void {
    this.#keepDraft('', parentId);
    this.#report(IDLE, parentId);
  }

  /** Sends what stands in a form. @returns the field that has to be changed first, when it was not sent */
  async submit(parentId = ''): Promise<PostingField | undefined> {
    const { strings, posting } = this.#options;
    const src = this.#src;
    const { name, email, comment: text } = this.state(parentId);
    const draft: CommentDraft = {
      name: name.trim(),
      email: email.trim(),
      comment: text.trim(),
      parentId: parentId || undefined,
    };
    const errors = checkDraft(draft, posting(), strings());
    const [first] = Object.keys(errors) as PostingField[];
    if (first) {
      this.#report({ sending: false, errors, problem: strings().fixFields }, parentId);
      return first;
    }
    this.#report({ sending: true, errors: {} }, parentId);
    try {
      const comment = await this.#options.post(draft);
      this.#succeed(comment, src, text, parentId);
      return undefined;
    } catch (reason) {
      return this.#fail(asNewsError(reason, 'server'), draft, src, text, parentId);
    }
  }

  /** @param src the thread that it was written in, which may be left by now; `text`: the draft as it was sent */
  #succeed(comment: Comment, src: string | undefined, text: string, parentId: string): void {
    const { name, email } = this.#record;
    const change = (known: ReaderRecord): ReaderRecord => ({
      ...known,
      waiting: comment.status === 'pending' ? [...known.waiting, comment] : known.waiting,
      // What was typed while the comment was on its way is not sent, and stays.
      drafts: draftFor(parentId, known) === text ? { ...known.drafts, [parentId]: '' } : known.drafts,
    });
    const here = src === this.#src;
    const changed = src === undefined ? change(this.#record) : changeReader(src, change);
    if (here) {
      // On this page the reader need not type the name again.
      this.#record = { ...changed, name, email };
      this.#report(IDLE, parentId);
    }
    this.#options.posted(comment, here);
  }

  #fail(
    error: NewsError,
    draft: CommentDraft,
    src: string | undefined,
    text: string,
    parentId: string,
  ): PostingField | undefined {
    const sent = JSON.stringify([src, draft.parentId, draft.comment]);
    if (error.kind === 'duplicate' && this.#uncertain.has(sent)) {
      // It had arrived the first time, and only the answer was lost: for the writer that is success.
      this.#succeed(arrivedUnseen(draft), src, text, parentId);
      return undefined;
    }
    if (UNCERTAIN.includes(error.kind)) this.#uncertain.add(sent);
    this.#options.failed(error);
    if (src !== this.#src) return undefined; // the text waits in its own thread
    const { strings, classicForm } = this.#options;
    const handOver = error.kind === 'login-required' ? classicForm(draft) : undefined;
    const problem = handOver
      ? strings().carriedOn
      : `${strings().postErrors[error.kind]} ${strings().draftKept}`;
    this.#report({ sending: false, errors: error.fields, problem, handOver }, parentId);
    return (Object.keys(error.fields) as PostingField[])[0];
  }

  #report(progress: Progress, parentId: string): void {
    this.#progress.set(parentId, progress);
    this.#options.changed();
  }

  #keepDraft(text: string, parentId: string): void {
    this.#keep((known) => {
      const written = this.#written(known);
      return { ...written, drafts: { ...written.drafts, [parentId]: text } };
    });
  }

  /** What is stored, with the name and the address that stand in the forms here. */
  #written(known: ReaderRecord): ReaderRecord {
    const { name, email } = this.#record;
    return { ...known, name: name || known.name, email: email || known.email };
  }

  #keep(change: (known: ReaderRecord) => ReaderRecord): void {
    this.#record = this.#src === undefined ? change(this.#record) : changeReader(this.#src, change);
  }
}

/** By id; where the id was never told, by writer, place and time. */
function isSame(own: Comment, published: Comment): boolean {
  if (!isUnseen(own.id)) return own.id === published.id;
  const apart = Math.abs(Date.parse(own.published ?? '') - Date.parse(published.published ?? ''));
  return (
    own.author.name === published.author.name && own.parentId === published.parentId && apart < 3_600_000
  );
}

/** The reader's own copy of a comment whose id nobody told. */
function arrivedUnseen(draft: CommentDraft): Comment {
  return toComment({
    id: unseenId(),
    parentId: draft.parentId,
    author: { name: draft.name },
    body: { format: 'text', value: draft.comment },
    published: new Date(),
    status: 'pending',
  });
}
