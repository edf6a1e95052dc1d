import { toArticle, type Article } from '../../model/article.js';
import { toComment, type Comment } from '../../model/comment.js';
import { count, get, identifier, isRecord, list } from '../../model/record.js';
import { guessComment, guessStory, type Shape } from './common/field-names.js';
import { blocksToHtml, zoneToBody } from './strapi-blocks.js';

/** Version 4 wraps a record in `attributes` and a relation in `data`; version 5 does neither. */
export function flat(value: unknown): unknown {
  const keys = isRecord(value) ? Object.keys(value) : [];
  const isWrapped = keys.includes('data') && keys.every((key) => key === 'data' || key === 'meta');
  const record = isWrapped ? get(value, 'data') : value;
  const attributes = get(record, 'attributes');
  return isRecord(attributes) ? { ...attributes, id: get(record, 'id') } : record;
}

export const idOf = (record: unknown): unknown => get(record, 'documentId') || get(record, 'id');

const shapeFor = (base: string): Shape => ({
  unwrap: flat,
  origin: new URL(base).origin,
  id: idOf,
  picture: toPicture,
  body: (value) => {
    if (!Array.isArray(value)) return undefined;
    const isZone = value.some((part) => get(part, '__component') !== undefined);
    return isZone ? zoneToBody(value, base) : { format: 'html', value: blocksToHtml(value, base) };
  },
});

export function toStrapiArticle(record: unknown, base: string): Article {
  return toArticle(guessStory(record, shapeFor(base)), base);
}

export function toStrapiComment(record: unknown, base: string): Comment {
  return toComment(guessComment(record, shapeFor(base)), base);
}

/** An upload with its smaller copies. Without an image library on the server there are none. */
function toPicture(file: unknown): unknown {
  if (typeof file === 'string') return file;
  const type = get(file, 'mime');
  if (typeof type === 'string' && !type.startsWith('image/')) return undefined;
  const [width, height] = [count(get(file, 'width')) ?? 0, count(get(file, 'height')) ?? 0];
  const formats = get(file, 'formats');
  const copies = isRecord(formats) ? Object.values(formats).slice(0, 16) : [];
  const same = (copy: unknown) => {
    const ratio = (count(get(copy, 'width')) ?? 0) / (count(get(copy, 'height')) || 1);
    return width > 0 && height > 0 && Math.abs(ratio / (width / height) - 1) < 0.02;
  };
  return {
    src: get(file, 'url'),
    srcset: [file, ...copies.filter(same)].map((copy) => ({
      src: get(copy, 'url'),
      width: get(copy, 'width'),
    })),
    width,
    height,
    alt: get(file, 'alternativeText'),
    caption: get(file, 'caption'),
  };
}

/** Ids of related records, or the words themselves where a field is a plain text or an enumeration. */
export function valuesOf(value: unknown): {
  readonly ids: readonly string[];
  readonly words: readonly string[];
} {
  const found = flat(value);
  const items = (Array.isArray(found) ? list(found).slice(0, 20) : [found]).map(flat);
  return {
    ids: items.filter(isRecord).flatMap((item) => identifier(idOf(item)) ?? []),
    words: items.flatMap((item) => (typeof item === 'string' && item ? [item] : [])),
  };
}
