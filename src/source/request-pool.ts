/** An answer as it came, kept so that everyone who asks for the same URL can read it. */
export interface StoredAnswer {
  readonly bytes: Uint8Array;
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  /** Parsed once, for all who ask for JSON. Readers never change it. */
  json?: { readonly value: unknown };
}

/** How long an answer is good for everybody on the page, in milliseconds. */
export const LIFETIME = 60_000;
const MOST_ANSWERS = 50;

interface Shared {
  readonly promise: Promise<StoredAnswer>;
  readonly controller: AbortController;
  users: number;
  settledAt?: number;
}

/**
 * One request for identical URLs on the page, however many elements ask: those that come while it is under way
 * wait with it, those that come within the next minute get the same answer. Failures are not kept.
 * The request is aborted when the last one who waits has gone.
 */
export class RequestPool {
  readonly #shared = new Map<string, Shared>();

  get(
    /** The URL, and whatever else the answer depends on behind a space. */
    url: string,
    ask: (signal: AbortSignal) => Promise<StoredAnswer>,
    signal: AbortSignal,
    fresh: boolean,
  ): Promise<StoredAnswer> {
    if (signal.aborted) return Promise.reject(signal.reason);
    let shared = this.#shared.get(url);
    const usable =
      shared && (shared.settledAt === undefined || (!fresh && Date.now() - shared.settledAt < LIFETIME));
    if (!shared || !usable) shared = this.#start(url, ask);
    return this.#join(url, shared, signal);
  }

  /**
   * Drops what is known of a host after something was written there: where it shows up again is for the source to know.
   * Those who wait for an answer still get it, but it may be from before, so nobody else does.
   */
  forget(url: string): void {
    const { origin } = new URL(url);
    for (const known of this.#shared.keys()) if (known.startsWith(`${origin}/`)) this.#shared.delete(known);
  }

  #start(url: string, ask: (signal: AbortSignal) => Promise<StoredAnswer>): Shared {
    const controller = new AbortController();
    const promise = ask(controller.signal);
    const shared: Shared = { promise, controller, users: 0 };
    this.#shared.delete(url); // so that it counts as the newest
    this.#shared.set(url, shared);
    promise.then(
      () => (shared.settledAt = Date.now()),
      () => this.#drop(url, shared),
    );
    for (const [oldest, candidate] of this.#shared) {
      if (this.#shared.size <= MOST_ANSWERS) break;
      if (candidate.settledAt !== undefined) this.#shared.delete(oldest);
    }
    return shared;
  }

  #join(url: string, shared: Shared, signal: AbortSignal): Promise<StoredAnswer> {
    shared.users++;
    return new Promise((resolve, reject) => {
      const leave = () => {
        signal.removeEventListener('abort', stop);
        shared.users--;
      };
      const stop = () => {
        leave();
        if (shared.users === 0 && shared.settledAt === undefined) {
          this.#drop(url, shared);
          shared.controller.abort();
        }
        reject(signal.reason);
      };
      signal.addEventListener('abort', stop);
      shared.promise.then(
        (stored) => {
          leave();
          resolve(stored);
        },
        (error) => {
          leave();
          reject(error);
        },
      );
    });
  }

  #drop(url: string, shared: Shared): void {
    if (this.#shared.get(url) === shared) this.#shared.delete(url);
  }
}
