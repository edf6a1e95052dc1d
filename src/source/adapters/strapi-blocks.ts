import { get, isRecord, list } from '../../model/record.js';
import { cleanText, MAX_STRING } from '../../model/text.js';
import { safeUrl } from '../../model/url.js';
import { escapeHtml, escapeLines } from './common/html-writer.js';

/*
 * Strapi's rich text as JSON ("blocks"), and pages built of components ("dynamic zones"). What comes out is as untrusted
 * as what goes in: only the renderer makes it showable.
 * Source: https://docs.strapi.io/cms/features/content-manager
 */

/** A list in a list in a list: nobody writes deeper. */
const MAX_DEPTH = 12;
const MAX_BLOCKS = 2000;

/** Blocks as HTML; of kinds that are not known, the text. */
export function blocksToHtml(blocks: unknown, base: string): string {
  return children(blocks, base, 0).slice(0, MAX_STRING);
}

function children(nodes: unknown, base: string, depth: number): string {
  if (depth > MAX_DEPTH) return '';
  const all = list(nodes).slice(0, MAX_BLOCKS);
  return all.map((node) => (isRecord(node) ? toHtml(node, base, depth) : '')).join('');
}

const MARKS = { bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's', code: 'code' };

function toHtml(node: unknown, base: string, depth: number): string {
  const inside = () => children(get(node, 'children'), base, depth + 1);
  switch (get(node, 'type')) {
    case 'text':
      return Object.entries(MARKS).reduce(
        (html, [mark, tag]) => (get(node, mark) === true ? `<${tag}>${html}</${tag}>` : html),
        text(get(node, 'text')),
      );
    case 'paragraph':
      return `<p>${inside()}</p>`;
    case 'heading': {
      const level = get(node, 'level');
      const tag = typeof level === 'number' && [1, 2, 3, 4, 5, 6].includes(level) ? `h${level}` : 'h2';
      return `<${tag}>${inside()}</${tag}>`;
    }
    case 'list': {
      const tag = get(node, 'format') === 'ordered' ? 'ol' : 'ul';
      return `<${tag}>${inside()}</${tag}>`;
    }
    case 'list-item':
      return `<li>${inside()}</li>`;
    case 'quote':
      return `<blockquote>${inside()}</blockquote>`;
    case 'code':
      return `<pre><code>${inside().replaceAll('<br>', '\n')}</code></pre>`;
    case 'link': {
      const url = safeUrl(get(node, 'url'), base);
      return url ? `<a href="${escapeHtml(url)}">${inside()}</a>` : inside();
    }
    case 'image':
      return imageHtml(get(node, 'image'), base);
    default:
      return inside();
  }
}

function imageHtml(image: unknown, base: string): string {
  const url = safeUrl(get(image, 'url'), base, 'media');
  if (!url) return '';
  const size = ['width', 'height'].flatMap((name) => {
    const value = get(image, name);
    return typeof value === 'number' && value > 0 ? `${name}="${Math.round(value)}"` : [];
  });
  const alt = `alt="${escapeHtml(cleanText(get(image, 'alternativeText')))}"`;
  const caption = text(cleanText(get(image, 'caption')));
  const img = `<img ${[`src="${escapeHtml(url)}"`, alt, ...size].join(' ')}>`;
  return `<figure>${img}${caption && `<figcaption>${caption}</figcaption>`}</figure>`;
}

/** A dynamic zone as a body: its texts are Markdown, or blocks where there is no Markdown in it. */
export function zoneToBody(zone: unknown, base: string): unknown {
  const parts = list(zone).slice(0, 200);
  const blocks = parts.flatMap((part) => list(TEXTS.map((name) => get(part, name)).find(Array.isArray)));
  const markdown = parts.map((part) => componentToMarkdown(part, base)).filter(Boolean);
  if (blocks.length > markdown.length) return { format: 'html', value: blocksToHtml(blocks, base) };
  return { format: 'markdown', value: markdown.join('\n\n') };
}

const TEXTS = ['body', 'content', 'text', 'richText', 'markdown', 'quote'];
const PICTURES = ['file', 'files', 'image', 'images', 'media', 'picture'];

function componentToMarkdown(component: unknown, base: string): string {
  const value = TEXTS.map((name) => get(component, name)).find((found) => typeof found === 'string');
  const words = typeof value === 'string' ? value.trim() : '';
  if (words && /quote/i.test(cleanText(get(component, '__component')))) {
    const author = cleanText(get(component, 'author') ?? get(component, 'title'));
    return `${words}${author && `\n— ${author}`}`.replace(/^/gm, '> ');
  }
  if (words) return words;
  const media = PICTURES.map((name) => get(component, name)).find(
    (found) => isRecord(found) || Array.isArray(found),
  );
  // Version 4 wraps them.
  const found = get(media, 'data') ?? media;
  const pictures = Array.isArray(found) ? found.slice(0, 50) : [found];
  return pictures
    .flatMap((file: unknown) => {
      const picture = get(file, 'attributes') ?? file;
      const url = safeUrl(get(picture, 'url'), base, 'media');
      const alt = cleanText(get(picture, 'alternativeText')).replace(/[[\]\\]/g, '');
      return url ? `![${alt}](<${url.replace(/[<>]/g, encodeURIComponent)}>)` : [];
    })
    .join('\n\n');
}

/** Plain text as blocks, for a comment that is stored so. */
export function textToBlocks(plain: string): unknown {
  return plain.split(/\n{2,}/).map((paragraph) => ({
    type: 'paragraph',
    children: [{ type: 'text', text: paragraph }],
  }));
}

function text(value: unknown): string {
  return typeof value === 'string' ? escapeLines(value) : '';
}
