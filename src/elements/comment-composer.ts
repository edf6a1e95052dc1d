import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Strings } from '../i18n/strings.js';
import { toComment, type Comment } from '../model/comment.js';
import { NewsError, type NewsErrorKind } from '../model/news-error.js';
import type { ClassicForm, CommentDraft, Posting, PostingField } from '../model/posting.js';
import { readReader, writeReader, type ReaderRecord } from '../source/reader-store.js';
import type { FormState } from '../view/comment-form-view.js';
import { checkDraft } from './check-draft.js';

export interface ComposerOptions {
  strings(): Strings;
  posting(): Posting;
  post(draft: CommentDraft): Promise<Comment>;
  classicForm(draft: CommentDraft): ClassicForm | undefined;
  posted(comment: Comment): void;
  failed(error: NewsError): void;
}

type Progress = Pick<FormState, 'sending' | 'errors' | 'problem' | 'handOver'>;
const IDLE: Progress = { sending: false, errors: {} };

/** After these, nobody knows whether the comment has arrived. */
const UNCERTAIN: readonly NewsErrorKind[] = ['unreachable', 'timeout', 'server', 'parse'];

/**
 * What a reader writes in one thread: one text for the top level and one for each comment that is being answered,
 * kept on this device until it is posted; and the reader's own comments that a moderator has not seen yet.
 */
export class CommentComposer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: ComposerOptions;
  readonly #progress = new Map<string, Progress>();
  /** Texts that may have arrived although the answer did not. */
  readonly #uncertain = new Set<string>();
  #src = '';
  #record: ReaderRecord = { name: '', email: '', drafts: {}, waiting: [] };

  constructor(host: ReactiveControllerHost, options: ComposerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    // Nothing to take up: what was written is kept as it is typed.
  }

  /** Takes up what this device remembers of a thread. */
  open(src: string): void {
    if (src === this.#src) return;
    this.#src = src;
    this.#record = readReader(src);
    this.#progress.clear();
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
    const waiting = this.#record.waiting.filter((own) => !published.some((comment) => isSame(own, comment)));
    if (waiting.length !== this.#record.waiting.length) this.#keep({ waiting });
  }

  /** @param parentId the comment that is answered; the top level when left out */
  state(parentId = ''): FormState {
    const { name, email, drafts } = this.#record;
    return { name, email, comment: drafts[parentId] ?? '', ...(this.#progress.get(parentId) ?? IDLE) };
  }

  input(field: PostingField, value: string, parentId = ''): void {
    if (field === 'comment') this.#keep({ drafts: { ...this.#record.drafts, [parentId]: value } });
    else this.#keep({ [field]: value });
    const { errors, ...progress } = this.#progress.get(parentId) ?? IDLE;
    if (errors[field] || progress.handOver) {
      this.#report({ ...progress, errors: { ...errors, [field]: undefined }, handOver: undefined }, parentId);
    }
    this.#host.requestUpdate();
  }

  /** Sends what stands in a form. @returns the field that has to be changed first, when it was not sent */
  async submit(parentId = ''): Promise<PostingField | undefined> {
    const { strings, posting } = this.#options;
    const { name, email, comment } = this.state(parentId);
    const draft: CommentDraft = {
      name: name.trim(),
      email: email.trim(),
      comment: comment.trim(),
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
      this.#succeed(await this.#options.post(draft), parentId);
    } catch (reason) {
      return this.#fail(asNewsError(reason), draft, parentId);
    }
    return undefined;
  }

  #succeed(comment: Comment, parentId: string): void {
    const waiting = comment.status === 'pending' ? [...this.#record.waiting, comment] : this.#record.waiting;
    const name = this.#record.name;
    const email = this.#record.email;
    this.#keep({ drafts: { ...this.#record.drafts, [parentId]: '' }, waiting });
    // On this page the reader need not type the name again.
    this.#record = { ...this.#record, name, email };
    this.#report(IDLE, parentId);
    this.#options.posted(comment);
  }

  #fail(error: NewsError, draft: CommentDraft, parentId: string): PostingField | undefined {
    const text = JSON.stringify([draft.parentId, draft.comment]);
    if (error.kind === 'duplicate' && this.#uncertain.has(text)) {
      // It had arrived the first time, and only the answer was lost: for the writer that is success.
      this.#succeed(arrivedUnseen(draft), parentId);
      return undefined;
    }
    if (UNCERTAIN.includes(error.kind)) this.#uncertain.add(text);
    const { strings, classicForm } = this.#options;
    const handOver = error.kind === 'login-required' ? classicForm(draft) : undefined;
    const problem = `${strings().postErrors[error.kind]} ${strings().draftKept}`;
    this.#report(
      { sending: false, errors: error.fields, problem: handOver ? undefined : problem, handOver },
      parentId,
    );
    this.#options.failed(error);
    return (Object.keys(error.fields) as PostingField[])[0];
  }

  #report(progress: Progress, parentId: string): void {
    this.#progress.set(parentId, progress);
    this.#host.requestUpdate();
  }

  #keep(change: Partial<ReaderRecord>): void {
    this.#record = { ...this.#record, ...change };
    if (this.#src) writeReader(this.#src, this.#record);
  }
}

const UNSEEN = 'unseen-';

/** By id; where the id was never told, by writer, place and time. */
function isSame(own: Comment, published: Comment): boolean {
  if (!own.id.startsWith(UNSEEN)) return own.id === published.id;
  const apart = Math.abs(Date.parse(own.published ?? '') - Date.parse(published.published ?? ''));
  return (
    own.author.name === published.author.name && own.parentId === published.parentId && apart < 3_600_000
  );
}

/** The reader's own copy of a comment whose id nobody told. */
function arrivedUnseen(draft: CommentDraft): Comment {
  return toComment({
    id: `${UNSEEN}${Date.now()}`,
    parentId: draft.parentId,
    author: { name: draft.name },
    body: { format: 'text', value: draft.comment },
    published: new Date(),
    status: 'pending',
  });
}

function asNewsError(reason: unknown): NewsError {
  if (reason instanceof NewsError) return reason;
  return new NewsError('server', reason instanceof Error ? reason.message : String(reason));
}
