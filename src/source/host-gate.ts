/** Most requests that are under way to one host. */
export const MOST_IN_FLIGHT = 6;

interface Host {
  inFlight: number;
  /** When the host may be asked again, in milliseconds of `Date.now()`. */
  closedUntil: number;
  readonly waiting: (() => void)[];
}

/**
 * The queue before each host, for the whole page: so many requests at once and no more, and none at all while a host has
 * asked to be left alone.
 */
export class HostGate {
  readonly #hosts = new Map<string, Host>();

  /** Runs a request as soon as its host has a free place. */
  async run<T>(url: string, signal: AbortSignal, request: () => Promise<T>): Promise<T> {
    const host = this.#host(url);
    if (host.inFlight >= MOST_IN_FLIGHT) await this.#queue(host, signal);
    else host.inFlight++;
    try {
      signal.throwIfAborted();
      return await request();
    } finally {
      const next = host.waiting.shift();
      // The place goes on to whoever waits, so that nobody overtakes.
      if (next) next();
      else host.inFlight--;
    }
  }

  /** A host has said when it wants to be asked again. */
  close(url: string, milliseconds: number): void {
    const host = this.#host(url);
    host.closedUntil = Math.max(host.closedUntil, Date.now() + milliseconds);
  }

  /** Milliseconds until a host may be asked. */
  closedFor(url: string): number {
    return Math.max(0, this.#host(url).closedUntil - Date.now());
  }

  #queue(host: Host, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        host.waiting.splice(host.waiting.indexOf(enter), 1);
        reject(signal.reason);
      };
      if (signal.aborted) return reject(signal.reason);
      signal.addEventListener('abort', leave, { once: true });
      host.waiting.push(enter);
    });
  }

  #host(url: string): Host {
    const name = hostOf(url);
    let host = this.#hosts.get(name);
    if (!host) this.#hosts.set(name, (host = { inFlight: 0, closedUntil: 0, waiting: [] }));
    return host;
  }
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return '';
  }
}
