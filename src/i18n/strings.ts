/** Every word that the library itself says. One file a language; `registerStrings()` adds or changes one. */
export interface Strings {
  /** "Published on {date}" */
  readonly publishedOn: (date: string) => string;
  /** "Updated on {date}" */
  readonly updatedOn: (date: string) => string;
  /** In front of the name of the news source. */
  readonly source: string;
  /** "By {authors}" */
  readonly by: (authors: string) => string;
  readonly readMore: string;
  /** Accessible name of a "Read more" link. */
  readonly readMoreAbout: (title: string) => string;
  readonly untitled: string;
  readonly photo: (credit: string) => string;
  readonly protectedStory: string;
  readonly openStory: string;
  readonly shownAsText: string;
  readonly relatedHeading: string;
  readonly noStories: string;

  readonly comments: string;
  readonly noComments: string;
  /** The same, where one can write. */
  readonly beFirst: string;
  readonly sortBy: string;
  readonly newestFirst: string;
  readonly oldestFirst: string;
  readonly moreComments: (left: number | undefined) => string;
  readonly loadedComments: (count: number) => string;
  readonly anonymous: string;
  readonly author: string;
  readonly staff: string;
  readonly bot: string;
  readonly newComment: string;
  readonly deletedComment: string;
  /** Hidden by its source, or by those who moderate it. */
  readonly hiddenComment: string;
  /** Before what a comment warns of. */
  readonly warnedOf: string;
  /** Link to where the comment lives. */
  readonly replyOn: (site: string) => string;
  /** Link to where so many more are. */
  readonly moreReplies: (count: number) => string;
  /** Of several sources, those that are down. */
  readonly sourceMissing: (names: string) => string;
  readonly pendingComment: string;
  readonly inReplyTo: (name: string) => string;
  readonly inReplyToHidden: string;
  readonly showReplies: (count: number) => string;
  readonly hideReplies: (count: number) => string;
  /** Accessible name of the link that shows only `age`, which it has to contain. */
  readonly permalink: (age: string) => string;

  readonly screened: string;
  readonly writeComment: string;
  /** The same, where that comment is gone or on a page that is not loaded. */
  readonly writeReplyHidden: string;
  readonly writeReply: (name: string) => string;
  readonly reply: string;
  readonly replyTo: (name: string) => string;
  readonly name: string;
  readonly email: string;
  readonly emailHint: string;
  readonly comment: string;
  readonly post: string;
  readonly posting: string;
  readonly cancel: string;
  readonly charactersLeft: (count: number) => string;
  readonly charactersOver: (count: number) => string;
  readonly thanksPending: string;
  readonly thanksPublished: string;
  readonly formUnavailable: string;
  readonly commentsClosed: string;
  readonly commentsElsewhere: string;
  readonly openOnSite: string;
  /** The same for a thread that lives on another site. */
  readonly answeredOn: (site: string) => string;
  readonly answerThere: string;
  readonly carriedOn: string;
  readonly carryOn: (site: string) => string;
  /** Removes a text that was handed over. */
  readonly discard: string;
  readonly fieldMissing: (field: string) => string;
  readonly emailWrong: string;
  readonly fixFields: string;
  readonly draftKept: string;

  readonly loading: string;
  readonly tryAgain: string;
  readonly noSource: string;
  /** Why something could not be shown, by error kind. */
  readonly readErrors: Readonly<Record<ErrorKind, string>>;
  /** Why a comment could not be posted, by error kind. */
  readonly postErrors: Readonly<Record<ErrorKind, string>>;
}

/** The same kinds as `NewsErrorKind` of the model: this folder imports nothing, so the compiler checks it in the view. */
export type ErrorKind =
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
