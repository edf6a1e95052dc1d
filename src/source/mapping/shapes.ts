/** What a field holds, which decides how it may be written in a mapping; a list names all that it may be. */
export type Kind = 'id' | 'text' | 'body' | 'url' | 'date' | 'number' | 'boolean' | readonly string[];
export interface Group {
  readonly fields: Shape;
  readonly many?: boolean;
}
export type Shape = { readonly [field: string]: Kind | Group };

const PERSON: Shape = {
  id: 'id',
  name: 'text',
  url: 'url',
  avatar: 'url',
  badge: ['author', 'staff', 'bot'],
};
const TERM: Shape = { id: 'id', name: 'text', url: 'url' };
const PICTURE: Shape = {
  src: 'url',
  alt: 'text',
  width: 'number',
  height: 'number',
  caption: 'text',
  credit: 'text',
  srcset: { fields: { src: 'url', width: 'number' }, many: true },
};

/** Fields of `Article`. */
export const STORY: Shape = {
  id: 'id',
  title: 'text',
  url: 'url',
  excerpt: 'text',
  body: 'body',
  image: { fields: PICTURE },
  authors: { fields: PERSON, many: true },
  published: 'date',
  updated: 'date',
  categories: { fields: TERM, many: true },
  tags: { fields: TERM, many: true },
  source: { fields: { name: 'text', url: 'url' } },
  lang: 'text',
  commentCount: 'number',
  commentsOpen: 'boolean',
  access: ['public', 'protected'],
};

/** Fields of `Comment`. */
export const COMMENT: Shape = {
  id: 'id',
  parentId: 'id',
  author: { fields: PERSON },
  body: 'body',
  published: 'date',
  edited: 'date',
  status: ['published', 'pending', 'deleted', 'hidden'],
  url: 'url',
  warning: 'text',
  score: 'number',
  pinned: 'boolean',
  moreReplies: 'number',
};
