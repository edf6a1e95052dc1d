import { NewsError } from '../../model/news-error.js';

/** What a URL says about a forum. */
export interface DiscoursePlace {
  /** Address of the forum, without a slash at its end. */
  readonly base: string;
  readonly topic?: string;
  /** URL of a list of topics, where it is no topic, as JSON and without its query. */
  readonly list: string;
  /** The author's own query parameters. */
  readonly params: URLSearchParams;
}

// A slug is never only digits: `/t/42/7` is the seventh post of topic 42.
const TOPIC = /^(.*?)\/[tn]\/(?:[^/]*[^/\d][^/]*\/)?(\d+)(?:\/\d+)?(?:\/posts)?(?:\.json)?\/?$/;
const LIST = /^(.*?)(\/(?:latest|new|top|hot|c\/.+?|tags?\/.+?))(?:\.json)?\/?$/;

/** `/t/slug/42`, `/t/slug/42/7`, `/t/42.json`; `/latest`, `/c/town/5`, `/tag/ferry`; the forum's own address means its latest. */
export function placeOf(src: string): DiscoursePlace | undefined {
  if (!URL.canParse(src)) return undefined;
  const url = new URL(src);
  const params = new URLSearchParams(url.search);
  const topic = TOPIC.exec(url.pathname);
  const list = topic ? null : LIST.exec(url.pathname);
  const folder = topic?.[1] ?? list?.[1] ?? url.pathname.replace(/\/+$/, '');
  const base = url.origin + folder;
  return { base, topic: topic?.[2], list: `${base}${list?.[2] ?? '/latest'}.json`, params };
}

/** @throws NewsError `unsupported` */
export function readAddress(src: string): DiscoursePlace {
  const place = placeOf(src);
  if (place) return place;
  throw new NewsError('unsupported', `Not an absolute URL: ${src}`, { url: src });
}

/** The number of a topic, given as one or by its address. */
export function topicNumber(item: string | undefined): string | undefined {
  return item && (/^\d+$/.test(item) ? item : placeOf(item)?.topic);
}

export const hostOf = ({ base }: DiscoursePlace): string => new URL(base).host.replace(/^www\./, '');
