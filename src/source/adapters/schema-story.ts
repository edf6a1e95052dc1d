import { toIsoDate } from '../../model/date.js';
import { get, isRecord, type UnknownRecord } from '../../model/record.js';
import { safeUrl } from '../../model/url.js';
import { addressOf, rawText, toBodyFields, toNumber, typesOf, words, type LinkedData } from './json-ld.js';

/** A story that a page describes: its own, or one of a list. */
export interface FoundStory {
  readonly thing: UnknownRecord;
  readonly isListed: boolean;
}

const STORY = /(?:Article|Posting)$|^(?:Question|Report)$/;
/** What else may be in a list of stories: things that are known by name and address only. */
const ITEM = /^(?:ListItem|WebPage|CreativeWork|VideoObject|PodcastEpisode|Episode|Recipe|Review)$/;
const MOST_STEPS = 20_000;

/** All stories of a page in its order, and whether there is a list at all, which may be empty. */
export function findStories(data: LinkedData): { stories: readonly FoundStory[]; hasList: boolean } {
  const stories: FoundStory[] = [];
  let hasList = false;
  const seen = new Set<unknown>();
  const waiting: { value: unknown; isListed: boolean }[] = data.roots
    .map((value) => ({ value, isListed: false }))
    .reverse();
  const later = (values: readonly unknown[], isListed: boolean) => {
    for (const value of [...values].reverse()) waiting.push({ value, isListed });
  };
  for (let step = 0; waiting.length > 0 && step < MOST_STEPS; step++) {
    const { value, isListed } = waiting.pop()!;
    if (Array.isArray(value)) {
      later(data.all(value), isListed);
      continue;
    }
    const thing = data.resolve(value);
    if (!isRecord(thing) || seen.has(thing)) continue;
    seen.add(thing);
    const types = typesOf(thing);
    if (types.some((type) => STORY.test(type))) {
      stories.push({ thing, isListed });
      continue;
    }
    // Questions that an editor asks and answers are no stories.
    if (types.includes('FAQPage')) continue;
    if (isListed && (types.length === 0 || types.some((type) => ITEM.test(type)))) {
      stories.push({ thing, isListed });
      continue;
    }
    // Not that of the way to a page (`BreadcrumbList`), which is made of list items too.
    if (types.includes('ItemList')) {
      hasList = true;
      later(
        data.all(get(thing, 'itemListElement')).map((item) => listItem(item, data)),
        true,
      );
    }
    later([...data.all(get(thing, 'blogPost')), ...data.all(get(thing, 'hasPart'))], true);
    later(data.all(get(thing, 'mainEntity')), isListed);
    later(data.all(get(thing, '@graph')), isListed);
  }
  return { stories: stories.filter(({ thing, isListed }) => !isListed || titleOf(thing)), hasList };
}

/** An element of a list is the thing, or holds it, or its address, or says itself what it is. */
function listItem(element: unknown, data: LinkedData): unknown {
  if (typeof element === 'string') return undefined;
  const item = data.resolve(get(element, 'item'));
  if (item === undefined) return element;
  const own = isRecord(item) ? item : { url: item };
  const [name, url, image] = ['name', 'url', 'image'].map((key) => get(element, key));
  return titleOf(own) && addressOf(get(own, 'url')) ? item : { name, url, image, ...own };
}

const titleOf = (thing: unknown) => words(get(thing, 'headline')) || words(get(thing, 'name'));

/** The address of a story, by the best of what it says. */
export function storyAddress(thing: unknown, base: string): string | undefined {
  for (const key of ['url', 'mainEntityOfPage', '@id']) {
    const address = addressOf(get(thing, key));
    // A blank node is named in its document only; `mainEntityOfPage` may be just "true".
    const url = /^(?:_:|true$)/i.test(address ?? '') ? undefined : safeUrl(address, base, 'media');
    if (url) return url;
  }
  return undefined;
}

/** A story under the names of `Article`. */
export function storyFields(thing: unknown, data: LinkedData, base: string): UnknownRecord {
  const url = storyAddress(thing, base);
  const publisher = data.all(get(thing, 'publisher') ?? get(thing, 'sourceOrganization'))[0];
  return {
    id: url,
    url,
    title: titleOf(thing),
    excerpt: words(get(thing, 'description')) || words(get(thing, 'abstract')),
    body: bodyOf(thing, data),
    image: pictureOf(get(thing, 'image') ?? get(thing, 'thumbnailUrl'), data, base),
    authors: personsOf(get(thing, 'author') ?? get(thing, 'creator'), data, base),
    published: dateOf(thing, 'datePublished', 'dateCreated', 'uploadDate'),
    updated: dateOf(thing, 'dateModified'),
    categories: termsOf(get(thing, 'articleSection'), data, false),
    tags: termsOf(get(thing, 'keywords'), data, true),
    source: nameOf(publisher)
      ? { name: nameOf(publisher), url: addressOf(get(publisher, 'url')) }
      : undefined,
    lang: languageOf(get(thing, 'inLanguage'), data),
    commentCount: commentCountOf(thing, data),
    access: isFree(get(thing, 'isAccessibleForFree')) ? 'public' : 'protected',
  };
}

export function dateOf(thing: unknown, ...names: readonly string[]): string | undefined {
  return names.map((name) => toIsoDate(rawText(get(thing, name)))).find(Boolean);
}

/** Text of its own; of a live blog its updates, as they are in order there. */
function bodyOf(thing: unknown, data: LinkedData): unknown {
  const own = toBodyFields(get(thing, 'articleBody') ?? get(thing, 'text'));
  if (own.value.trim()) return own;
  const updates = data.all(get(thing, 'liveBlogUpdate')).slice(0, 500);
  const parts = updates.flatMap((update) => {
    const text = words(get(update, 'articleBody'));
    return [titleOf(update), text].filter((part, index, all) => part && all.indexOf(part) === index);
  });
  return { format: 'text', value: parts.join('\n\n') };
}

function nameOf(thing: unknown): string {
  return isRecord(thing) ? words(get(thing, 'name')) || words(get(thing, 'legalName')) : words(thing);
}

/** A name, or a person or an organisation with one; an address alone is no name. */
export function personsOf(value: unknown, data: LinkedData, base: string): readonly UnknownRecord[] {
  return data
    .all(value)
    .slice(0, 50)
    .flatMap((person) => {
      const several = get(person, 'name');
      const names = Array.isArray(several) ? several.slice(0, 50).map(words) : [nameOf(person)];
      const more = isRecord(person)
        ? {
            url: addressOf(get(person, 'url')),
            avatar: get(pictureOf(get(person, 'image'), data, base), 'src'),
          }
        : {};
      return names.flatMap((name) => (name && !/^https?:/.test(name) ? [{ name, ...more }] : []));
    });
}

/** The widest of several shapes, where they tell, else the first. */
export function pictureOf(value: unknown, data: LinkedData, base: string): UnknownRecord | undefined {
  const pictures = data
    .all(value)
    .slice(0, 20)
    .flatMap((picture): UnknownRecord[] => {
      const address = isRecord(picture)
        ? (addressOf(get(picture, 'url')) ?? addressOf(get(picture, 'contentUrl')) ?? get(picture, '@id'))
        : picture;
      const src = safeUrl(address, base, 'media');
      if (!src) return [];
      const creator = data.all(get(picture, 'creator') ?? get(picture, 'author'))[0];
      return [
        {
          src,
          width: toNumber(get(picture, 'width')),
          height: toNumber(get(picture, 'height')),
          caption: words(get(picture, 'caption')),
          credit: words(get(picture, 'creditText')) || nameOf(creator),
        },
      ];
    });
  const width = (picture: UnknownRecord) => toNumber(picture['width']) ?? 0;
  return pictures.sort((one, other) => width(other) - width(one))[0];
}

function termsOf(value: unknown, data: LinkedData, isSplit: boolean): readonly string[] {
  const names = data.all(value).map(nameOf).slice(0, 200);
  return [...new Set(isSplit ? names.flatMap((name) => name.split(/[,;]/).map((one) => one.trim())) : names)];
}

function languageOf(value: unknown, data: LinkedData): string | undefined {
  const language = data.all(value)[0];
  return (
    (isRecord(language) ? words(get(language, 'alternateName')) || nameOf(language) : words(language)) ||
    undefined
  );
}

/** Of a question its answers count, too. */
export function commentCountOf(thing: unknown, data: LinkedData): number | undefined {
  const said = ['commentCount', 'answerCount'].flatMap((name) => toNumber(get(thing, name)) ?? []);
  if (said.length > 0) return said.reduce((sum, number) => sum + number, 0);
  return interactions(thing, data, /CommentAction$/);
}

/** How often readers did something with it: commented, liked. */
export function interactions(thing: unknown, data: LinkedData, action: RegExp): number | undefined {
  const counter = data.all(get(thing, 'interactionStatistic')).find((statistic) => {
    const type = get(statistic, 'interactionType');
    return action.test(typesOf(type)[0] ?? addressOf(type) ?? '');
  });
  return toNumber(get(counter, 'userInteractionCount'));
}

function isFree(value: unknown): boolean {
  return value !== false && !/(?:^|\/)false$/i.test(rawText(value));
}
