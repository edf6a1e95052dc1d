import type { NewsErrorKind } from '../../src/model/news-error.js';
import type { CommentDraft } from '../../src/model/posting.js';
import type { ThreadOrder } from '../../src/model/thread.js';
import type { RelatedBy } from '../../src/source/adapter.js';

/** `questions.json` of a folder in `test/fixtures/adapters`: what is asked of one adapter, and what it must answer. */
export interface Questions {
  /** Value of the `adapter` attribute. */
  readonly adapter: string;
  /** The server in `test/backends` that `npm run record` asks; missing where the exchanges are after a documentation. */
  readonly backend?: string;
  /** For `adapter: "json"`. */
  readonly mapping?: unknown;
  /** What this API cannot show, and why: `paging`, `tree`, `empty`, `held`, `closed`, `duplicate`, `rate-limited`… */
  readonly cannot?: Readonly<Record<string, string>>;
  readonly questions: readonly Question[];
}

export interface Question {
  readonly ask: 'detect' | 'article' | 'articles' | 'comments' | 'posting' | 'addComment';
  readonly src: string;
  /** What the question shows, for the report. */
  readonly shows?: string;
  readonly item?: string;
  /** Stories of a page. Default: 10. */
  readonly limit?: number;
  readonly since?: string;
  readonly relatedTo?: string;
  readonly by?: RelatedBy;
  /** Default: `oldest`. */
  readonly order?: ThreadOrder;
  readonly draft?: Partial<CommentDraft>;
  readonly expect: Expected;
}

/** Every value that is given must be in the outcome, at whatever depth; lists are compared item by item from the start. */
export interface Expected {
  readonly error?: NewsErrorKind;
  /** Names of the fields that a refusal speaks of. */
  readonly fields?: readonly string[];
  /** `detect`: the adapter that was found without its name. */
  readonly adapter?: string;
  readonly article?: unknown;
  readonly posting?: unknown;
  readonly comment?: unknown;
  /** Lists: read to the end, page by page. */
  readonly count?: number;
  readonly total?: number;
  readonly pages?: number;
  readonly first?: unknown;
  /** Each of these is one of the items. */
  readonly has?: readonly unknown[];
  /** Comments as a tree: how many stand at the top, how deep it goes, how many answer what is not shown. */
  readonly roots?: number;
  readonly depth?: number;
  readonly orphans?: number;
}

/** `exchanges.json`: what went over the wire. */
export interface Exchanges {
  readonly provenance: {
    readonly how: 'recorded' | 'documentation';
    /** The server and its version, or the pages that say so. */
    readonly from: string | readonly string[];
    readonly on?: string;
  };
  readonly exchanges: readonly Exchange[];
}

export interface Exchange {
  readonly request: { readonly method: 'GET' | 'POST'; readonly url: string; readonly body?: string };
  readonly response: {
    /** 0: the browser let no script read it, because the source names no other origin. */
    readonly status: number;
    /** Those that a script may read across origins. */
    readonly headers: Readonly<Record<string, string>>;
    readonly json?: unknown;
    /** What it was, when it was not JSON. */
    readonly text?: string;
  };
}
