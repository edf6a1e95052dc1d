import { toArticle, type Article } from '../../model/article.js';
import { toComment, type Comment } from '../../model/comment.js';
import { count, get, isRecord } from '../../model/record.js';
import {
  guessComment,
  guessStory,
  isReference,
  keyOf,
  STORY_NAMES,
  type Shape,
} from './common/field-names.js';
import { tokenOf, type DirectusAddress } from './directus-address.js';

/** Files are resized on demand: these widths are asked for, as far as a picture has them. */
const WIDTHS = [320, 640, 960, 1280, 1920];

const shapeFor = (address: DirectusAddress): Shape => ({
  origin: new URL(address.base).origin,
  picture: (file) => toPicture(file, address),
});

export function toDirectusArticle(record: unknown, address: DirectusAddress): Article {
  return toArticle(guessStory(record, shapeFor(address)), address.base);
}

export function toDirectusComment(record: unknown, address: DirectusAddress): Comment {
  return toComment(guessComment(record, shapeFor(address)), address.base);
}

/** A file, the id of one, or an address that a site keeps as text. In a list of files, each is behind a joining record. */
function toPicture(value: unknown, address: DirectusAddress): unknown {
  const file = isRecord(get(value, 'directus_files_id')) ? get(value, 'directus_files_id') : value;
  const id = isRecord(file) ? get(file, 'id') : file;
  if (typeof id !== 'string' || !isReference(id)) return typeof value === 'string' ? value : undefined;
  const type = get(file, 'type');
  if (typeof type === 'string' && !type.startsWith('image/')) return undefined;
  const width = count(get(file, 'width')) ?? 0;
  const isVector = type === 'image/svg+xml';
  const src = (wide?: number) => {
    const params = tokenOf(address);
    if (wide !== undefined) params.set('width', String(wide));
    const query = params.toString();
    return `${address.base}/assets/${id}${query && `?${query}`}`;
  };
  const smaller = isVector ? [] : WIDTHS.filter((wide) => wide < width);
  return {
    src: src(),
    srcset: [...smaller.map((wide) => ({ src: src(wide), width: wide })), { src: src(), width }],
    width,
    height: get(file, 'height'),
    alt: get(file, 'description') || get(file, 'title'),
  };
}

const LINKS = ['image', 'categories', 'authors', 'source'] as const;

/** Linked records that a story shows, as `fields` has them. Tags are many to many: a joining record is between. */
export function linkedFields(sample: unknown): readonly string[] {
  const isLink = (value: unknown) => value === null || isReference(value);
  const several = (value: unknown) =>
    Array.isArray(value) && value.every((item) => !isRecord(item) && isLink(item));
  const fields = [...LINKS, 'tags' as const].flatMap((field) => {
    const key = keyOf(sample, STORY_NAMES[field]);
    if (key === undefined) return [];
    const value = get(sample, key);
    return several(value) ? [`${key}.*`, `${key}.*.*`] : isLink(value) ? [`${key}.*`] : [];
  });
  return [...new Set(fields)];
}

/** All that is short: a list has no use for the texts. */
export function shortFields(sample: unknown): readonly string[] {
  const { body, ...short } = STORY_NAMES;
  const keys = Object.values(short).flatMap((names) => names.flatMap((name) => keyOf(sample, [name]) ?? []));
  const isBody = (key: string) => keyOf({ [key]: 1 }, body) !== undefined;
  return [...new Set(['id', ...keys.filter((key) => !isBody(key))])];
}
