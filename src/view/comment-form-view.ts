import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Language } from '../i18n/language.js';
import type { ClassicForm, Posting, PostingField } from '../model/posting.js';

/** What stands in a form, and what became of it. */
export interface FormState {
  readonly name: string;
  readonly email: string;
  readonly comment: string;
  readonly sending: boolean;
  /** One sentence by field, for what has to be changed. */
  readonly errors: Readonly<Partial<Record<PostingField, string>>>;
  /** One sentence about the last try as a whole. */
  readonly problem?: string;
  /** The source's own form, when its API refused: a real submission takes the text there. */
  readonly handOver?: ClassicForm;
  /** Whether the reader has sent that form: only then can the text be done with here. */
  readonly handedOver?: boolean;
}

export interface FormOptions {
  readonly language: Language;
  readonly posting: Posting;
  /** Tells the forms of one element apart. */
  readonly id: string;
  readonly legend: string;
  onInput(field: PostingField, value: string): void;
  onSubmit(): void;
  /** Present where the form can be closed. */
  readonly onCancel?: () => void;
  /** The text has been posted in another way and is not needed here any more. */
  onDiscard(): void;
  /** The source's own form has been sent. */
  onHandOver(): void;
}

/** From this many characters before the limit on, the reader is told how many are left. */
export const COUNT_FROM = 200;

/** A form for a comment or a reply. */
export function commentFormView(state: FormState, options: FormOptions): TemplateResult {
  const { language, posting, id } = options;
  const { strings } = language;
  const submit = (event: Event) => {
    event.preventDefault();
    if (!state.sending) options.onSubmit();
  };
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !options.onCancel || event.isComposing) return;
    event.stopPropagation();
    options.onCancel();
  };
  return html`<form
      class="form"
      part="form"
      novalidate
      aria-labelledby="${id}-legend"
      @submit=${submit}
      @keydown=${close}
    >
      <p class="legend" id="${id}-legend">${options.legend}</p>
      ${textView(state, options)}
      <div class="writer">
        ${posting.fields.includes('name') ? inputView('name', 'text', 'name', state, options) : nothing}
        ${posting.fields.includes('email') ? inputView('email', 'email', 'email', state, options) : nothing}
      </div>
      <div role="alert">
        ${state.problem ? html`<p class="problem" part="form-problem">${state.problem}</p>` : nothing}
      </div>
      <div class="buttons">
        <button class="button primary" part="submit-button" type="submit" aria-disabled=${state.sending}>
          ${state.sending ? strings.posting : strings.post}
        </button>
        ${
          options.onCancel
            ? html`<button class="button" part="button" type="button" @click=${options.onCancel}>
                ${strings.cancel}
              </button>`
            : nothing
        }
      </div>
    </form>
    ${state.handOver ? handOverView(state.handOver, state.handedOver, options) : nothing}`;
}

function textView(state: FormState, options: FormOptions): TemplateResult {
  const { posting, id, language, onInput } = options;
  const { strings } = language;
  const left = posting.maxLength === undefined ? Infinity : posting.maxLength - state.comment.length;
  const error = state.errors.comment;
  const hint =
    left > COUNT_FROM ? '' : left < 0 ? strings.charactersOver(-left) : strings.charactersLeft(left);
  // No `maxlength`: it would cut the end off a text that is pasted, and say nothing.
  return html`<div class="field">
    <label for="${id}-comment">${strings.comment}</label>
    <textarea
      id="${id}-comment"
      name="comment"
      rows="4"
      required
      dir="auto"
      part="input"
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${describedBy(error && `${id}-comment-error`, hint && `${id}-comment-hint`)}
      .value=${live(state.comment)}
      @input=${(event: Event) => onInput('comment', (event.target as HTMLTextAreaElement).value)}
    ></textarea>
    ${hint ? html`<p class="hint" id="${id}-comment-hint">${hint}</p>` : nothing}
    ${errorView(error, `${id}-comment-error`)}
  </div>`;
}

function inputView(
  field: 'name' | 'email',
  type: string,
  autocomplete: 'name' | 'email',
  state: FormState,
  { id, language, onInput }: FormOptions,
): TemplateResult {
  const { strings } = language;
  const error = state.errors[field];
  const hint = field === 'email' ? strings.emailHint : '';
  return html`<div class="field">
    <label for="${id}-${field}">${strings[field]}</label>
    <input
      id="${id}-${field}"
      name=${field}
      type=${type}
      autocomplete=${autocomplete}
      required
      maxlength=${field === 'email' ? 100 : 245}
      part="input"
      dir=${field === 'email' ? 'ltr' : 'auto'}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${describedBy(error && `${id}-${field}-error`, hint && `${id}-${field}-hint`)}
      .value=${live(state[field])}
      @input=${(event: Event) => onInput(field, (event.target as HTMLInputElement).value)}
    />
    ${hint ? html`<p class="hint" id="${id}-${field}-hint">${hint}</p>` : nothing}
    ${errorView(error, `${id}-${field}-error`)}
  </div>`;
}

const describedBy = (...ids: (string | undefined)[]) => ids.filter(Boolean).join(' ') || nothing;

function errorView(error: string | undefined, id: string): TemplateResult | typeof nothing {
  return error ? html`<p class="field-error" part="field-error" id=${id}>${error}</p>` : nothing;
}

/**
 * A real form, submitted by the reader into a new tab: the source's own page then says what it needs, with its own
 * cookies and its own words. The draft stays here.
 */
function handOverView(
  { action, fields }: ClassicForm,
  handedOver: boolean | undefined,
  { language: { strings }, onDiscard, onHandOver }: FormOptions,
): TemplateResult {
  return html`<form
    class="hand-over"
    part="hand-over"
    method="post"
    action=${action}
    target="_blank"
    rel="noopener"
    @submit=${onHandOver}
  >
    ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name=${name} .value=${value} />`)}
    <div class="buttons">
      <button class="button primary" part="submit-button" type="submit">
        ${strings.carryOn(new URL(action).host)}
      </button>
      ${
        handedOver
          ? html`<button class="button" part="button" type="button" @click=${onDiscard}>
              ${strings.discard}
            </button>`
          : nothing
      }
    </div>
  </form>`;
}
