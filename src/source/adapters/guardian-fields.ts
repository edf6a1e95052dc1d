import { toArticle, type Article } from '../../model/article.js';
import { count, get, list } from '../../model/record.js';
import { plainText } from '../../model/text.js';

/** The terms of use want it named. */
const SOURCE = { name: 'The Guardian', url: 'https://www.theguardian.com/' };

/** An item of the Content API as an `Article`. */
export function toGuardianArticle(content: unknown, base: string): Article {
  const field = (name: string) => get(content, 'fields', name);
  const contributors = tagsOf(content, 'contributor');
  const section = get(content, 'sectionId');
  return toArticle(
    {
      id: get(content, 'id'),
      url: get(content, 'webUrl'),
      title: field('headline') || get(content, 'webTitle'),
      excerpt: plainText(field('trailText')) || plainText(field('standfirst')),
      body: { format: 'html', value: field('body') },
      image: toPicture(content),
      authors: contributors.length > 0 ? contributors.map(toAuthor) : [field('byline')],
      published: get(content, 'webPublicationDate'),
      updated: field('lastModified'),
      categories: [
        {
          id: section,
          name: get(content, 'sectionName'),
          url: typeof section === 'string' ? SOURCE.url + section : undefined,
        },
      ],
      tags: tagsOf(content, 'keyword').map(toTerm),
      source: SOURCE,
      lang: field('lang') || 'en',
    },
    base,
  );
}

export function tagsOf(content: unknown, type: string): readonly unknown[] {
  return list(get(content, 'tags')).filter((tag) => get(tag, 'type') === type);
}

function toTerm(tag: unknown): { id: unknown; name: unknown; url: unknown } {
  return { id: get(tag, 'id'), name: get(tag, 'webTitle'), url: get(tag, 'webUrl') };
}

function toAuthor(tag: unknown): unknown {
  return { ...toTerm(tag), avatar: get(tag, 'bylineImageUrl') };
}

/** The main picture in all its widths, or the small one that stands for it. */
function toPicture(content: unknown): unknown {
  const main = list(get(content, 'elements')).find(
    (element) => get(element, 'relation') === 'main' && get(element, 'type') === 'image',
  );
  const assets = list(get(main, 'assets'))
    .map((asset) => ({
      // Older stories have both, and the one without a lock would not be shown on a page with one.
      src: get(asset, 'typeData', 'secureFile') || get(asset, 'file'),
      width: size(get(asset, 'typeData', 'width')),
      height: size(get(asset, 'typeData', 'height')),
      data: get(asset, 'typeData'),
    }))
    .filter(({ width, height }) => width > 0 && height > 0)
    .sort((a, b) => b.width - a.width);
  const full = assets.find(({ width }) => width <= 2000) ?? assets.at(-1);
  if (!full) return { src: get(content, 'fields', 'thumbnail') };
  return {
    src: full.src,
    width: full.width,
    height: full.height,
    // Older pictures come in other crops as well.
    srcset: assets.filter(
      ({ width, height }) => Math.abs(width / height / (full.width / full.height) - 1) < 0.02,
    ),
    alt: get(full.data, 'altText'),
    caption: plainText(get(full.data, 'caption')),
    credit: plainText(get(full.data, 'credit')) || plainText(get(full.data, 'source')),
  };
}

/** Some numbers come as text. */
function size(value: unknown): number {
  return count(typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value) ?? 0;
}
