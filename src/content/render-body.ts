import type { Body } from '../model/body.js';
import { parseInert } from '../model/inert-document.js';
import type { BodyPurpose } from './allow-lists.js';
import type { UrlRules } from './check-attributes.js';
import { isReasonableFragment, isReasonableHtml, isReasonableInput, isReasonableMarkdown } from './limits.js';
import { plainFragment, wordsOf } from './plain-fragment.js';
import { refine } from './refine.js';
import { mintSafeHtml, type SafeHtml } from './safe-html.js';
import { sanitise } from './sanitise.js';
import { tidy } from './tidy.js';

export interface BodyOptions {
  readonly purpose: BodyPurpose;
  /** What relative URLs in the body are relative to. */
  readonly base?: string;
  /** Hosts from which pictures, sounds and films are requested. None by default. */
  readonly imageHosts?: readonly string[];
  /** Level of the widget's own title, below which headings of the body come. Default: 2. */
  readonly headingLevel?: number;
}

const REL: Readonly<Record<BodyPurpose, string>> = {
  comment: 'nofollow ugc noopener noreferrer',
  article: 'noopener noreferrer',
};

let markdownToHtml: ((markdown: string) => string) | undefined;

/** Loads what the formats of these bodies need: the Markdown parser only where there is Markdown. */
export async function prepareFor(bodies: Iterable<Body>): Promise<void> {
  if (markdownToHtml) return;
  for (const { format } of bodies) {
    if (format !== 'markdown') continue;
    try {
      ({ markdownToHtml } = await import('./markdown.js'));
    } catch {
      // It did not arrive: Markdown is readable as it stands, and is marked as plain text.
    }
    return;
  }
}

/**
 * The one door for content into a page. Never throws: what cannot be shown safely as HTML is shown as plain text, and
 * says so by `plain`.
 *
 * Markdown needs `prepareFor()` before; without it, it counts as text that could not be parsed.
 */
export function renderBody(body: Body, options: BodyOptions): SafeHtml {
  const { purpose } = options;
  const { format, value } = body;
  if (format === 'text') return mintSafeHtml(plainFragment(value, REL[purpose]), false);
  const html = format === 'markdown' ? fromMarkdown(value, purpose) : value;
  const fragment = html === undefined ? undefined : safeFragment(html, options);
  if (fragment) return mintSafeHtml(fragment, false);
  const words = format === 'markdown' ? value : wordsOf(value);
  return mintSafeHtml(plainFragment(words, REL[purpose]), words !== '');
}

function fromMarkdown(value: string, purpose: BodyPurpose): string | undefined {
  if (!markdownToHtml || !isReasonableMarkdown(value, purpose)) return undefined;
  try {
    return markdownToHtml(value);
  } catch {
    return undefined;
  }
}

function safeFragment(html: string, options: BodyOptions): DocumentFragment | undefined {
  const { purpose, base, imageHosts = [], headingLevel = 2 } = options;
  const rules: UrlRules = {
    base,
    rel: REL[purpose],
    allowsMedia: (url) => imageHosts.includes(new URL(url).host),
  };
  try {
    if (!isReasonableHtml(html, purpose)) return undefined;
    const body = parseInert(html, 'text/html')?.body;
    // A document of frames has another kind of body.
    if (body?.localName !== 'body' || !isReasonableInput(body)) return undefined;
    tidy(body, purpose);
    const fragment = sanitise(body, purpose);
    if (!fragment || !isReasonableFragment(fragment)) return undefined;
    refine(fragment, purpose, rules, { images: imageHosts.length > 0, headingLevel });
    return hasContent(fragment) ? fragment : undefined;
  } catch {
    return undefined;
  }
}

function hasContent(fragment: DocumentFragment): boolean {
  return fragment.textContent?.trim() !== '' || fragment.querySelector('img,video,audio,hr') !== null;
}
