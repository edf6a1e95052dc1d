import { get } from '../../model/record.js';
import { plainText } from '../../model/text.js';
import { safeUrl } from '../../model/url.js';
import { valueOf } from './common/field-names.js';

/** Where the pictures of a query are. */
export interface Dataset {
  /** Unknown behind a proxy. */
  readonly project?: string;
  readonly name: string;
}

const WIDTHS = [320, 640, 960, 1280, 1920];
const REFERENCE = /^image-([A-Za-z0-9_]{1,80})-(\d{1,5}x\d{1,5})-([a-z]{3,4})$/;
const ADDRESS = /^https:\/\/cdn\.sanity\.io\/images\/[^?#]*-(\d{1,5})x(\d{1,5})\.([a-z]{3,4})$/;

/**
 * An image field, with its asset as a reference or read along; a reference as text; or an address. The size of a picture
 * stands in its name. Source: https://www.sanity.io/docs/apis-and-sdks/image-urls
 */
export function toSanityPicture(value: unknown, dataset: Dataset, base: string) {
  const asset = get(value, 'asset');
  const named = [value, asset, get(asset, '_ref'), get(asset, '_id'), get(value, '_ref'), get(value, '_id')];
  const src =
    safeUrl(named.map((name) => addressOf(name, dataset)).find(Boolean), base, 'media') ??
    safeUrl(get(asset, 'url') ?? valueOf(value, ['src', 'url', 'href']) ?? asset ?? value, base, 'media');
  if (!src) return undefined;
  const about = {
    alt: valueOf(value, ['alt', 'alttext', 'alternativetext']) ?? get(asset, 'altText'),
    caption: plainText(valueOf(value, ['caption'])),
    credit: plainText(valueOf(value, ['credit', 'attribution', 'copyright']) ?? get(asset, 'creditLine')),
  };
  const address = ADDRESS.exec(src.replace(/[?#].*$/, ''));
  const dimensions = get(asset, 'metadata', 'dimensions');
  if (!address || address[3] === 'svg' || src.includes('?')) {
    const width = get(dimensions, 'width') ?? valueOf(value, ['width', 'w']);
    return { src, width, height: get(dimensions, 'height') ?? valueOf(value, ['height', 'h']), ...about };
  }
  const cut = cutOf(get(value, 'crop'), Number(address[1]), Number(address[2]));
  const sized = (width?: number) => {
    const query = [cut.rect, width && `w=${width}`, width && 'auto=format'].filter(Boolean).join('&');
    return query ? `${address[0]}?${query}` : address[0];
  };
  const widths = WIDTHS.filter((width) => width < cut.width);
  return {
    src: sized(),
    width: cut.width,
    height: cut.height,
    srcset: [...widths, cut.width].map((width) => ({ src: sized(width), width })),
    ...about,
  };
}

function addressOf(reference: unknown, { project, name }: Dataset): string | undefined {
  const match = typeof reference === 'string' && project ? REFERENCE.exec(reference) : null;
  return match
    ? `https://cdn.sanity.io/images/${project}/${name}/${match[1]}-${match[2]}.${match[3]}`
    : undefined;
}

interface Cut {
  readonly width: number;
  readonly height: number;
  /** For the image server, where an editor has cut something away. */
  readonly rect?: string;
}

/** Parts of the whole that are cut away on each side. */
function cutOf(crop: unknown, width: number, height: number): Cut {
  const part = (side: string) => {
    const value = get(crop, side);
    return typeof value === 'number' && value >= 0 && value < 1 ? value : 0;
  };
  const left = Math.round(part('left') * width);
  const top = Math.round(part('top') * height);
  const wide = Math.round(width * (1 - part('right'))) - left;
  const high = Math.round(height * (1 - part('bottom'))) - top;
  const isCut = wide > 0 && high > 0 && (wide < width || high < height);
  return isCut
    ? { width: wide, height: high, rect: `rect=${left},${top},${wide},${high}` }
    : { width, height };
}
