/** What a body is decides what may stand in it. */
export type BodyPurpose = 'comment' | 'article';

const COMMENT = 'a b blockquote br code del em i li ol p pre s strong sub sup u ul'.split(' ');
const ARTICLE = [
  ...COMMENT,
  ...'abbr bdi bdo cite dfn hr ins kbd mark q rp rt ruby samp small span time var wbr dl dt dd'.split(' '),
  ...'h1 h2 h3 h4 h5 h6 div section figure figcaption'.split(' '),
  ...'table caption colgroup col thead tbody tfoot tr th td details summary'.split(' '),
  ...'img picture source video audio track'.split(' '),
];

export const ELEMENTS: Readonly<Record<BodyPurpose, readonly string[]>> = {
  comment: COMMENT,
  article: ARTICLE,
};

/**
 * These come through the sanitiser in any case, as inert nodes, and are then replaced by their alternative text or by a
 * link, unless `ELEMENTS` has them: what is not shown must not vanish.
 */
export const REPLACED = ['img', 'iframe', 'video', 'audio'] as const;

/** What is in these is no text, or not for those who see the page. Everything else that is not allowed leaves its words. */
export const WITHOUT_WORDS = [
  ...['script', 'style', 'template', 'noscript', 'noembed', 'noframes', 'head', 'title'],
  ...['svg', 'math', 'selectedcontent'],
] as const;

/** Attributes by element, beside the ones that all may have. Values are checked one by one in `checkAttributes()`. */
export const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src', 'alt', 'width', 'height', 'srcset', 'sizes'],
  source: ['src', 'srcset', 'sizes', 'type'],
  video: ['src', 'width', 'height'],
  audio: ['src'],
  track: ['src'],
  iframe: ['src'],
  ol: ['start', 'reversed', 'type'],
  li: ['value'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  col: ['span'],
  colgroup: ['span'],
  time: ['datetime'],
  ins: ['datetime'],
  del: ['datetime'],
  details: ['open'],
  code: ['class'],
};

export const EVERYWHERE = ['dir', 'lang', 'title'];

/** All of them in one list, as the sanitiser wants it. */
export const ALL_ATTRIBUTES: readonly string[] = [
  ...new Set([...EVERYWHERE, ...Object.values(ATTRIBUTES).flat()]),
];
