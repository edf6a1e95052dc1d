import type { Adapter } from './adapter.js';

/** What came back from a URL that alone did not tell which API it is of. */
export interface SourceAnswer {
  /** The parsed answer, when it is JSON. */
  readonly json?: unknown;
  /** Its beginning, when it is not. */
  readonly text?: string;
  readonly url: string;
  readonly type: string;
}

/** How an adapter of a page's own is found and fetched. */
export interface AdapterEntry {
  /** Value of the `adapter` attribute. */
  readonly name: string;
  /** Whether a URL is surely of this API. Asked before anything is requested. */
  matchesUrl?(url: string): boolean;
  /** Whether an answer is of this API: `json` is the parsed answer, `text` its beginning when it is no JSON. */
  matchesAnswer?(answer: SourceAnswer): boolean;
  /** Adapters are code that only pages with such a source load. */
  load(): Promise<Adapter>;
}
