import '../../../src/embed/article-card.js';
import '../../../src/embed/article-view.js';
import '../../../src/embed/comment-thread.js';
import { prepareFor, renderBody, type BodyOptions } from '../../../src/content/render-body.js';
import { markdownToHtml } from '../../../src/content/markdown.js';
import type { NewsElement } from '../../../src/elements/news-element.js';
import type { Body } from '../../../src/model/body.js';
import type { Payload } from './payloads.js';
import { faultsIn, faultsInWidget, isLink, type Rules } from './policy.js';
import { poke } from './watch.js';

// Stories come from here, so that everything else is elsewhere.
const HOST = location.host;
const BASE = `${location.origin}/news/`;
const AT_ONCE = 80;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The bodies that a payload makes: as what it is meant to be first, then as what it may be taken for. */
function bodiesOf({ kind, payload }: Payload): Body[] {
  const body = (format: Body['format'], value: string): Body => ({ format, value });
  const url = escaped(payload);
  switch (kind) {
    case 'html':
      return [body('html', payload), body('markdown', payload)];
    case 'markdown':
      return [body('markdown', payload), body('html', payload)];
    case 'text':
      return [body('text', payload), body('html', payload), body('markdown', payload)];
    case 'url':
      return [
        body(
          'html',
          `<a href="${url}">Words</a> <img src="${url}" srcset="${url} 1x" alt="Words"> <video src="${url}"><track src="${url}"></video> ` +
            `<audio><source src="${url}"></audio> <iframe src="${url}"></iframe> <object data="${url}">Words</object> ` +
            `<picture><source srcset="${url}"><img src="${url}" alt="Words"></picture> <form action="${url}">Words</form>`,
        ),
        body('markdown', `[Words](<${payload}>) ![Words](${payload})`),
        body('text', payload),
      ];
  }
}

const WAYS: readonly BodyOptions[] = [
  { purpose: 'comment', base: BASE },
  { purpose: 'comment', base: BASE, imageHosts: [HOST] },
  { purpose: 'article', base: BASE },
  { purpose: 'article', base: BASE, imageHosts: [HOST] },
];

/** Sends payloads through the door, in every way that an element may, and puts what comes out into the page. */
export async function replayBodies(payloads: readonly Payload[]): Promise<string[]> {
  await prepareFor([{ format: 'markdown', value: '' }]);
  const faults: string[] = [];
  for (const some of batches(payloads)) {
    const stage = newStage();
    for (const payload of some) {
      for (const [index, body] of bodiesOf(payload).entries()) {
        const words = wordsOf(body);
        for (const way of index === 0 ? WAYS : [WAYS[3]!]) {
          const about = `${payload.id} (${body.format}, ${way.purpose}, ${way.imageHosts ? 'pictures' : 'no pictures'})`;
          const place = document.createElement('div');
          try {
            place.append(renderBody(body, way).clone());
          } catch (error) {
            faults.push(`${about} throws ${String(error)}`);
          }
          const found = faultsIn(place, { purpose: way.purpose, hosts: way.imageHosts ?? [] });
          faults.push(...found.map((fault) => `${about}: ${fault}`));
          const lost = missing(words, place.textContent!);
          if (lost.length > 0) faults.push(`${about} loses ${lost.slice(0, 5).join(' ')}`);
          stage.append(place);
        }
      }
    }
    await live([stage]);
    stage.remove();
  }
  return faults;
}

/** Shows payloads by the elements themselves, in every field that a source fills. */
export async function replayElements(payloads: readonly Payload[]): Promise<string[]> {
  const faults: string[] = [];
  for (const some of batches(payloads)) {
    const stage = newStage();
    const all = [...some.flatMap((payload) => [viewOf(payload), cardOf(payload)]), threadOf(some)];
    stage.append(...all.map(({ element }) => element));
    await Promise.all(all.map(({ element }) => loaded(element)));
    await live(all.flatMap(bodiesIn));
    for (const shown of all) faults.push(...faultsOf(shown).map((fault) => `${shown.about}: ${fault}`));
    stage.remove();
  }
  return faults;
}

interface Shown {
  readonly about: string;
  readonly element: NewsElement<unknown>;
  /** Where a payload stands in the element, and in how many places. */
  readonly place: string;
  readonly places: number;
  /** What may stand there; missing where the element makes it all by itself. */
  readonly rules?: Rules;
  /** Words that must be seen. */
  readonly words: string;
}

const bodiesIn = ({ element, place }: Shown) => [...element.shadowRoot!.querySelectorAll(place)];

function faultsOf(shown: Shown): string[] {
  const { element, rules, words, places } = shown;
  const root = element.shadowRoot!;
  const bodies = bodiesIn(shown);
  return [
    ...faultsInWidget(root),
    ...(bodies.length === places ? [] : [`shows ${bodies.length} instead of ${places}`]),
    ...(rules ? bodies.flatMap((body) => faultsIn(body, rules)) : []),
    ...missing([words], root.textContent!).map((word) => `loses ${word}`),
  ];
}

function viewOf(payload: Payload): Shown {
  const element = document.createElement('article-view');
  const body = bodiesOf(payload)[0]!;
  element.data = { id: payload.id, title: 'Story', url: BASE, body };
  return {
    about: `article-view with ${payload.id}`,
    element,
    place: '.body',
    places: 1,
    rules: { purpose: 'article', hosts: [HOST] },
    words: 'Story',
  };
}

function cardOf({ id, payload }: Payload): Shown {
  const element = document.createElement('article-card');
  element.data = {
    id: payload,
    url: payload,
    title: payload,
    excerpt: payload,
    image: isPicture(payload)
      ? undefined
      : {
          src: payload,
          srcset: [{ src: payload, width: 320 }],
          alt: payload,
          caption: payload,
          credit: payload,
        },
    source: { name: payload, url: payload },
    categories: [{ id: payload, name: payload, url: payload }],
    published: payload,
    lang: payload,
  };
  // Longer ones are shortened for the eye.
  const words = payload.length <= 80 ? payload : '';
  return { about: `article-card with ${id}`, element, place: '.card', places: 1, words };
}

/** The picture of a story may come from anywhere: then asking for it is no fault. */
function isPicture(address: string): boolean {
  try {
    const { href, protocol } = new URL(address, document.baseURI);
    return /^https?:$/.test(protocol) && isLink(href);
  } catch {
    return false;
  }
}

function threadOf(payloads: readonly Payload[]): Shown {
  const element = document.createElement('comment-thread');
  const comments = payloads.flatMap((payload) =>
    bodiesOf(payload).map((body, index) => ({
      id: `${payload.id} ${payload.payload.slice(0, 100)} ${index}`,
      parentId: payload.payload,
      author: {
        name: payload.payload,
        url: payload.payload,
        avatar: payload.payload,
        badge: payload.payload,
      },
      url: payload.payload,
      body,
    })),
  );
  element.data = comments;
  return {
    about: `comment-thread with ${payloads[0]!.id} to ${payloads.at(-1)!.id}`,
    element,
    place: '.prose',
    places: comments.length,
    rules: { purpose: 'comment', hosts: [] },
    words: 'Comments',
  };
}

/** Whether something came: also an error is an answer, as for a story of nothing but white space. */
function loaded(element: NewsElement<unknown>): Promise<void> {
  return new Promise((resolve) => {
    for (const type of ['news-load', 'news-error'])
      element.addEventListener(type, () => resolve(), { once: true });
  });
}

/** Two frames and a little: long enough for what loads, fails, appears, animates or waits for a moment. */
async function live(places: readonly Element[]): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  for (const place of places) poke(place);
  await new Promise((resolve) => setTimeout(resolve, 20));
}

function newStage(): Element {
  const stage = document.createElement('div');
  document.body.append(stage);
  return stage;
}

function* batches(payloads: readonly Payload[]): Iterable<readonly Payload[]> {
  for (let at = 0; at < payloads.length; at += AT_ONCE) yield payloads.slice(at, at + AT_ONCE);
}

/** The texts that a browser would show. */
function wordsOf({ format, value }: Body): string[] {
  if (format === 'text') return [value];
  const html = format === 'markdown' ? markdownToHtml(value) : value;
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  // What nobody sees, what is not HTML, and what stands in for things that a browser shows instead of it.
  const unseen =
    'script,style,template,noscript,noembed,noframes,title,svg,math,iframe,audio,video,selectedcontent';
  const walker = parsed.createTreeWalker(parsed.querySelector('body') ?? parsed, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) {
    const { parentElement, nodeValue } = walker.currentNode;
    if (!parentElement!.closest(unseen)) texts.push(nodeValue!);
  }
  return texts;
}

/** Of ASCII only: other characters may be left out. */
function missing(texts: readonly string[], shown: string): string[] {
  const all = shown.replace(/\s+/g, '');
  const words = texts.flatMap((text) => text.normalize('NFC').split(/[^\x21-\x7E]+/));
  return words.filter((word) => word !== '' && !all.includes(word));
}
