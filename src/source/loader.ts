import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { asNewsError, type NewsError } from '../model/news-error.js';
import { createIo, type Io, type IoOptions } from './io.js';

/** How far below the visible part of the page loading starts, so that it is done when a reader gets there. */
const AHEAD = '1200px';

export type LoadState = 'idle' | 'loading' | 'ready' | 'error';

export interface LoadRequest {
  /** What is shown, such as the `src`. When it changes, what was on screen belongs to something else and goes. */
  readonly subject: string;
  /** All that the answer depends on. When only this changes, what is on screen stays until the new data is there. */
  readonly key: string;
  /** Whether to wait until the element is near the visible part of the page. */
  readonly lazy: boolean;
}

export interface LoaderOptions<T> {
  /** What to load now; `undefined` for nothing. Asked at every update of the host. */
  request(): LoadRequest | undefined;
  load(io: Io): Promise<T>;
  /** What the page says about requests. */
  io?(): IoOptions;
  loaded(value: T): void;
  failed(error: NewsError): void;
}

/**
 * Brings data into an element: one load at a time, aborted when it is no longer wanted, started when the element
 * comes near the visible part of the page, and never an answer that comes too late.
 */
export class Loader<T> implements ReactiveController {
  state: LoadState = 'idle';
  /** What was loaded last; stays while the same subject is loaded again, also when that fails. */
  value: T | undefined;
  error: NewsError | undefined;
  readonly #host: ReactiveControllerHost & Element;
  readonly #options: LoaderOptions<T>;
  #current: LoadRequest | undefined;
  #controller: AbortController | undefined;
  #observer: IntersectionObserver | undefined;
  #near = false;
  /** Whether the load that is under way, or was cut, goes past what the page remembers. */
  #fresh = false;

  constructor(host: ReactiveControllerHost & Element, options: LoaderOptions<T>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Asks the source again, past what the page remembers, with what is shown left in place. */
  reload(): void {
    this.#abort();
    if (this.#current) {
      this.state = 'loading';
      this.error = undefined;
      this.#fresh = true;
      void this.#run();
    }
    this.#host.requestUpdate();
  }

  /** An `Io` that lives as long as the present load: for a next page, or for posting. */
  get io(): Io {
    this.#controller ??= new AbortController();
    return createIo(this.#controller.signal, this.#options.io?.());
  }

  hostConnected(): void {
    // A load that a disconnect has cut is taken up again.
    if (this.state === 'loading' && !this.#controller && this.#current) this.#begin(this.#current);
  }

  hostDisconnected(): void {
    this.#abort();
    this.#stopWatching();
  }

  hostUpdate(): void {
    const next = this.#options.request();
    if (next?.key === this.#current?.key) {
      this.#current = next;
      if (this.#observer && !next?.lazy) void this.#run(); // what is no longer lazy need not wait
      return;
    }
    const sameSubject = next?.subject === this.#current?.subject;
    this.#abort();
    this.#stopWatching();
    this.#current = next;
    this.#fresh = false;
    if (!sameSubject) this.value = undefined;
    this.error = undefined;
    if (next) this.#begin(next);
    else this.state = 'idle';
  }

  #begin(request: LoadRequest): void {
    this.state = 'loading';
    this.error = undefined;
    if (request.lazy && !this.#near) this.#watch();
    else void this.#run();
  }

  async #run(): Promise<void> {
    this.#stopWatching();
    const fresh = this.#fresh;
    const controller = (this.#controller = new AbortController());
    let value: T;
    try {
      value = await this.#options.load(createIo(controller.signal, { ...this.#options.io?.(), fresh }));
    } catch (reason) {
      if (controller.signal.aborted) return;
      this.error = asNewsError(reason);
      this.state = 'error';
      // Asked for first, so that whoever is told can wait until it is on screen.
      this.#host.requestUpdate();
      this.#options.failed(this.error);
      return;
    }
    if (controller.signal.aborted) return;
    this.value = value;
    this.state = 'ready';
    this.#host.requestUpdate();
    this.#options.loaded(value);
  }

  #watch(): void {
    if (this.#observer || !this.#host.isConnected) return;
    this.#observer = new IntersectionObserver(
      (seen) => {
        // An element whose box a page took away with `display: contents` is never seen: it loads at once.
        const near =
          seen.some((entry) => entry.isIntersecting) || getComputedStyle(this.#host).display === 'contents';
        if (!near) return;
        this.#near = true;
        void this.#run();
      },
      { rootMargin: AHEAD },
    );
    this.#observer.observe(this.#host);
  }

  #stopWatching(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  #abort(): void {
    this.#controller?.abort();
    this.#controller = undefined;
  }
}
