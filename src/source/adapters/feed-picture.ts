import { parseInert } from '../../model/inert-document.js';
import { plainText } from '../../model/text.js';
import { child, children, NS, textOf } from './xml.js';

const IMAGE_FILE = /\.(?:avif|gif|jpe?g|png|svg|webp)(?:$|[?#])/i;

/**
 * The picture of an entry, as `toArticle()` takes it: Media RSS, then enclosures, then the first picture of the text.
 * Source: https://www.rssboard.org/media-rss
 */
export function feedPicture(entry: Element, html: string | undefined): unknown {
  const group = child(entry, 'group', NS.media);
  const places = group ? [entry, group] : [entry];
  const images = places.flatMap((place) => children(place, 'content', NS.media)).filter(isImage);
  const lead = images.find((image) => image.getAttribute('isDefault') === 'true') ?? images[0];
  const sizes = lead ? images.filter((image) => isSamePicture(image, lead)).sort(byWidth) : [];
  const media = sizes[0];
  const thumbnail = places.flatMap((place) => children(place, 'thumbnail', NS.media)).find(hasUrl);
  const found = media ?? thumbnail;
  if (found) {
    const about = (name: string) =>
      [found, ...places].map((place) => textOf(place, name, NS.media)).find((text) => text !== undefined);
    return {
      src: found.getAttribute('url'),
      srcset:
        sizes.length < 2
          ? []
          : sizes.map((size) => ({ src: size.getAttribute('url'), width: widthOf(size) })),
      width: Number(found.getAttribute('width')),
      height: Number(found.getAttribute('height')),
      alt: plainText(about('title')),
      caption: plainText(about('description')),
      credit: plainText(about('credit')),
    };
  }
  const enclosure = [...children(entry, 'enclosure'), ...children(entry, 'link', NS.atom)].find(
    (link) =>
      /^image\//.test(link.getAttribute('type') ?? '') &&
      (link.localName === 'enclosure' || link.getAttribute('rel') === 'enclosure'),
  );
  const own = enclosure?.getAttribute(enclosure.localName === 'enclosure' ? 'url' : 'href');
  return { src: own ?? child(entry, 'image', NS.itunes)?.getAttribute('href') ?? firstPicture(html) };
}

/** Newspapers send one picture in several sizes: in a group, or from one address with other parameters. */
function isSamePicture(one: Element, other: Element): boolean {
  const isGroup = one.parentElement?.localName === 'group' && one.parentElement === other.parentElement;
  const [path, otherPath] = [one, other].map((media) => media.getAttribute('url')!.replace(/[?#].*/, ''));
  return (isGroup || path === otherPath) && Math.abs(ratioOf(one) - ratioOf(other)) < 0.02;
}

const widthOf = (media: Element) => Number(media.getAttribute('width')) || 0;
const byWidth = (one: Element, other: Element) => widthOf(other) - widthOf(one);
/** 0 when it is not known. */
const ratioOf = (media: Element) =>
  (widthOf(media) && Number(media.getAttribute('height')) / widthOf(media)) || 0;

function hasUrl(media: Element): boolean {
  return !!media.getAttribute('url');
}

/** By what it says it is; by its name where it says nothing. */
function isImage(media: Element): boolean {
  if (!hasUrl(media)) return false;
  const said = media.getAttribute('medium') ?? media.getAttribute('type');
  return said ? said.startsWith('image') : IMAGE_FILE.test(media.getAttribute('url') ?? '');
}

/** Not one in a `data:` URL, which stands there until a script of the publisher brings the real one. */
function firstPicture(html: string | undefined): string | null | undefined {
  if (!html?.includes('<img')) return undefined;
  return parseInert(html, 'text/html')?.querySelector('img[src]:not([src^="data:"])')?.getAttribute('src');
}
