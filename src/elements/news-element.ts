import {
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { languageFor, nearestLang, onStrings, type Language } from '../i18n/language.js';
import { NewsError } from '../model/news-error.js';
import { safeUrl } from '../model/url.js';
import type { Adapter } from '../source/adapter.js';
import { findSources } from '../source/find-sources.js';
import { onAdapters } from '../source/registry.js';
import type { Io, IoOptions } from '../source/io.js';
import { Loader, type LoadRequest } from '../source/loader.js';
import { baseStyles } from '../view/base-styles.js';
import { errorView, noteView } from '../view/status-view.js';
import { ElementStates } from './element-states.js';
import { NewsErrorEvent } from './events.js';
import { hasFallback, inlineJson, inlineMapping, parseInline } from './inline-data.js';
import { reportOnce } from './report.js';
import { VERSION } from './version.js';

const CREDENTIALS: readonly RequestCredentials[] = ['omit', 'same-origin', 'include'];

/** Milliseconds before an element that was told nothing says so: a page's script may be about to tell it. */
const PATIENCE = 2000;

/**
 * What all elements have in common: where the data comes from, when it is loaded, what is shown meanwhile.
 * `T` is what an element loads.
 */
export abstract class NewsElement<T> extends LitElement {
  static override properties: PropertyDeclarations = {
    src: {},
    adapter: {},
    loading: {},
    proxy: {},
    credentials: {},
    data: { attribute: false },
  };
  static override styles: CSSResultGroup = baseStyles;
  /** Version of the library that defined the element. */
  static readonly version = VERSION;

  /** URL of the content, absolute or relative to the page. */
  declare src: string;
  /** Name of the adapter, where neither the URL nor the answer tells it; `json` with a mapping for any other API. */
  declare adapter: string;
  /** `lazy` (default) waits until the element comes near the visible part of the page; `eager` does not. */
  declare loading: 'lazy' | 'eager';
  /** For sources that send no CORS headers: `https://proxy.example/?url={url}`. Reads go through it, posts do not. */
  declare proxy: string;
  /** Whether the source sees the reader's cookies: `omit` (default), `same-origin`, `include`. */
  declare credentials: RequestCredentials;
  /** The content itself, instead of `src`: no request is made. */
  declare data: unknown;

  protected readonly loader: Loader<T>;
  /** Whether the page's own children come back when there is nothing to show. */
  protected readonly fallbackWhenEmpty: boolean = true;
  readonly #states = new ElementStates(this);
  #stopListening: (() => void) | undefined;
  /** Why the load before failed, while a reader waits for another try: the button that was pressed must not vanish. */
  #retried: NewsError | undefined;
  /** Whether the page has had the time to say where the content is. */
  #patience: ReturnType<typeof setTimeout> | 'over' | undefined;
  /** Numbers what `data` was set to, so that new data is new to the loader. */
  #dataVersion = 0;

  constructor() {
    super();
    this.src = '';
    this.adapter = '';
    this.loading = 'lazy';
    this.proxy = '';
    this.credentials = 'omit';
    this.loader = new Loader<T>(this, {
      request: () => this.#request(),
      load: (io) => this.#load(io),
      io: () => this.ioOptions,
      loaded: (value) => void this.#onScreen(() => this.onLoaded(value)),
      failed: (error) => void this.#onScreen(() => this.fail(error, 'load')),
    });
  }

  /** Asks the source again. What is on screen stays until the answer is there. */
  reload(): void {
    this.loader.reload();
  }

  /** Loads from a source. */
  protected abstract load(adapter: Adapter, src: string, io: Io): Promise<T>;
  /** The same from data that the page gave. */
  protected abstract normalise(data: unknown, base: string): T | Promise<T>;
  /** Tells the page. */
  protected abstract onLoaded(value: T): void;
  protected abstract isEmpty(value: T): boolean;
  protected abstract view(value: T, language: Language): TemplateResult;
  protected abstract skeleton(language: Language): TemplateResult;

  /** What is said when there is nothing to show. */
  protected emptyView(_value: T, { strings }: Language): TemplateResult {
    return noteView(strings.noStories);
  }

  /** Whatever else than `src`, `adapter` and `data` the answer depends on. */
  protected loadKey(): unknown {
    return undefined;
  }

  protected get language(): Language {
    return languageFor(nearestLang(this));
  }

  /** The first URL of `src`. */
  protected get source(): string {
    return this.sources[0] ?? '';
  }

  /** The URLs of `src`, absolute; as they stand where they are none, for the error to say so. */
  protected get sources(): readonly string[] {
    // Queries may have spaces in them: what goes on with another address is another URL.
    const given = this.src?.trim().split(/\s+(?=https?:\/\/|at:\/\/|\/\w)/) ?? [];
    return given.filter(Boolean).map((src) => {
      try {
        return new URL(src, this.ownerDocument.baseURI).href;
      } catch {
        return src;
      }
    });
  }

  protected get ioOptions(): IoOptions {
    const { credentials } = this;
    return {
      credentials: CREDENTIALS.includes(credentials) ? credentials : 'omit',
      proxy: this.proxy?.trim() ?? '',
    };
  }

  /** One event and one line on the console, however often it happens. */
  protected fail(error: NewsError, during: 'load' | 'post'): void {
    reportOnce(this.localName, error, {
      adapter: this.adapter,
      during,
      credentials: this.ioOptions.credentials,
    });
    this.dispatchEvent(new NewsErrorEvent(error, during));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const stop = [
      onStrings(() => this.requestUpdate()),
      // The page's script may come after the element that needs its adapter.
      onAdapters(() => this.loader.error?.kind === 'unsupported' && this.reload()),
    ];
    this.#stopListening = () => stop.forEach((end) => end());
    this.#patience ??= setTimeout(() => {
      this.#patience = 'over';
      this.requestUpdate();
    }, PATIENCE);
    // The parser may not have reached the element's JSON child when the element starts.
    if (this.ownerDocument.readyState === 'loading') {
      this.ownerDocument.addEventListener('DOMContentLoaded', () => this.requestUpdate(), { once: true });
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
    if (this.#patience !== 'over') {
      clearTimeout(this.#patience);
      this.#patience = undefined;
    }
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('data')) this.#dataVersion++;
  }

  protected override render(): TemplateResult {
    const { loader, language } = this;
    this.#states.current = this.#state();
    const { state, error } = loader;
    const failed = error ?? (state === 'loading' ? this.#retried : undefined);
    return html`<div class="frame" aria-busy=${state === 'loading'}>
      ${this.#content(language)}
      <div role="status">
        ${
          failed
            ? errorView(failed.kind, language.strings, this.#retrier(failed), state === 'loading')
            : nothing
        }
      </div>
    </div>`;
  }

  #state(): 'loading' | 'ready' | 'empty' | 'error' | undefined {
    const { state, value } = this.loader;
    if (state === 'ready' && value !== undefined && this.isEmpty(value)) return 'empty';
    return state === 'idle' ? undefined : state;
  }

  #content(language: Language): unknown {
    const { state, value, error } = this.loader;
    if (value !== undefined && !(this.fallbackWhenEmpty && this.isEmpty(value)))
      return this.view(value, language);
    // The page's own children stay until there is something better.
    const fallback = html`<slot @slotchange=${() => this.requestUpdate()}></slot>`;
    if (value !== undefined) return [fallback, this.emptyView(value, language)];
    if (error || this.#retried || hasFallback(this)) return fallback;
    const untold = state === 'idle' && this.#patience === 'over';
    return [fallback, untold ? noteView(language.strings.noSource) : this.skeleton(language)];
  }

  /** Data that the page gave would be the same again. */
  #retrier(failed: NewsError): (() => void) | undefined {
    return this.hasData || inlineJson(this) !== undefined ? undefined : () => this.#retry(failed);
  }

  /** Asks again because a reader has pressed the button, which stays until the answer is there. */
  #retry(failed: NewsError): void {
    this.#retried = failed;
    this.reload();
  }

  async #onScreen(tell: () => void): Promise<void> {
    const pressed = this.renderRoot.querySelector('[part~="error"] :focus') !== null;
    this.#retried = undefined;
    await this.updateComplete;
    if (!this.isConnected) return;
    const frame = this.renderRoot.querySelector<HTMLElement>('.frame');
    if (pressed && frame && !this.loader.error && !this.shadowRoot!.activeElement) {
      // The button has gone: the focus goes on to what came instead of it.
      frame.tabIndex = -1;
      frame.focus();
    }
    tell();
  }

  /** `null` is what frameworks say for "not yet". */
  protected get hasData(): boolean {
    return this.data !== undefined && this.data !== null;
  }

  #request(): LoadRequest | undefined {
    const key = (of: unknown) => JSON.stringify([of, this.loadKey()]);
    if (this.hasData)
      return { subject: `data ${this.#dataVersion}`, key: key(this.#dataVersion), lazy: false };
    const json = inlineJson(this);
    // While the page is still being parsed, the child may not be whole.
    if (json !== undefined && this.ownerDocument.readyState !== 'loading') {
      return { subject: json, key: key(json), lazy: false };
    }
    const subject = this.sources.join(' ');
    if (!subject || json !== undefined) return undefined;
    const mapping = inlineMapping(this);
    if (mapping !== undefined && this.ownerDocument.readyState === 'loading') return undefined;
    return {
      subject,
      key: key([subject, this.adapter, mapping, this.proxy, this.credentials]),
      lazy: this.loading !== 'eager',
    };
  }

  async #load(io: Io): Promise<T> {
    const base = this.ownerDocument.baseURI;
    if (this.hasData) return this.normalise(this.data, base);
    const json = inlineJson(this);
    if (json !== undefined) return this.normalise(parseInline(json), base);
    const wrong = this.sources.find((src) => !/^at:\/\//.test(src) && !safeUrl(src, undefined, 'media'));
    if (wrong) throw new NewsError('unsupported', `Not an http(s) URL: ${wrong.slice(0, 200)}`);
    const mapping = inlineMapping(this);
    const found = await findSources(
      {
        sources: this.sources,
        adapter: this.adapter ?? '',
        mapping: mapping === undefined ? undefined : parseInline(mapping, 'unsupported'),
      },
      io,
    );
    return this.load(found.adapter, found.src, io);
  }
}
