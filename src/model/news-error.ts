/**
 * What can go wrong between an element and its source. `unreachable` covers a dead network, a refused connection,
 * a redirect loop and a CORS refusal: a script cannot tell them apart.
 */
export type NewsErrorKind =
  | 'unreachable'
  | 'timeout'
  | 'not-found'
  | 'login-required'
  | 'forbidden'
  | 'closed'
  | 'validation'
  | 'duplicate'
  | 'flood'
  | 'rate-limited'
  | 'too-large'
  | 'parse'
  | 'unsupported'
  | 'server';

export interface NewsErrorDetails {
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** The source's own error code, such as `rest_post_invalid_id`. */
  readonly code?: string;
  /** What each field lacks, by field name of `Posting.fields`, in the source's words. Plain text. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Seconds until another try makes sense. */
  readonly retryAfter?: number;
  /** The URL that was asked. */
  readonly url?: string;
  /** The parsed answer, for an adapter to read; never shown. */
  readonly answer?: unknown;
}

/** The one error family of the library; carried by `news-error` events. */
export class NewsError extends Error {
  override readonly name = 'NewsError';
  readonly kind: NewsErrorKind;
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly fields: Readonly<Record<string, string>>;
  readonly retryAfter: number | undefined;
  readonly url: string | undefined;
  readonly answer: unknown;

  constructor(kind: NewsErrorKind, message: string, details: NewsErrorDetails = {}) {
    super(message);
    this.kind = kind;
    this.status = details.status;
    this.code = details.code;
    this.fields = details.fields ?? {};
    this.retryAfter = details.retryAfter;
    this.url = details.url;
    this.answer = details.answer;
  }
}

/**
 * Whatever was thrown, as one of the family: a bug of ours or of a page's own adapter must not look like silence either.
 *
 * @param kind what it is taken for when it is none of ours
 */
export function asNewsError(reason: unknown, kind: NewsErrorKind = 'parse'): NewsError {
  if (reason instanceof NewsError) return reason;
  return new NewsError(kind, `Unexpected: ${reason instanceof Error ? reason.message : String(reason)}`);
}
