import { get, list } from '../../model/record.js';
import { cleanText } from '../../model/text.js';

export interface Moderation {
  readonly hidden: boolean;
  readonly bot: boolean;
  /** What it is labelled as; empty for nothing. */
  readonly warning: string;
}

/** An account has a handful; what is over is noise. */
const MOST_LABELS = 100;
/** What a page for everybody must not show. */
const HIDING = ['!hide', '!takedown', '!suspend', '!no-unauthenticated'];
/** What people may say of their own posts; anything else that they label themselves with is ignored. */
const OWN = [
  '!no-unauthenticated',
  'bot',
  'porn',
  'sexual',
  'nudity',
  'graphic-media',
  'gore',
  'nsfl',
  'sexual-figurative',
];

/**
 * What the labels of a post and of its author ask for. The server sends those of its own moderators and those that the
 * author set; readers of a page choose no others.
 * Source: https://docs.bsky.app/docs/advanced-guides/moderation and com.atproto.label.defs
 */
export function moderationOf(post: unknown, record: unknown): Moderation {
  const author = get(post, 'author');
  const did = get(author, 'did');
  const own = list(get(record, 'labels', 'values')).map((label) => ({ src: did, val: get(label, 'val') }));
  const sent = [post, author].flatMap((subject) => list(get(subject, 'labels')).slice(0, MOST_LABELS));
  const values = [...valid(sent), ...valid(own.slice(0, MOST_LABELS))]
    .filter(({ src, val }) => src !== did || OWN.includes(val))
    .map(({ val }) => val);
  const names = values.filter((val) => val !== 'bot' && !HIDING.includes(val)).map(nameOf);
  return {
    hidden: values.some((val) => HIDING.includes(val)),
    bot: values.includes('bot'),
    warning: [...new Set(names)].filter(Boolean).join(', '),
  };
}

interface Label {
  readonly src: unknown;
  readonly val: string;
}

/** Of several labels from one source on one thing the latest counts; a negated or expired one takes the label away. */
function valid(labels: readonly unknown[]): readonly Label[] {
  const latest = new Map<string, unknown>();
  for (const label of labels) {
    const key = [get(label, 'src'), get(label, 'uri'), get(label, 'val')].map(cleanText).join(' ');
    const before = latest.get(key);
    if (before === undefined || momentOf(label) >= momentOf(before)) latest.set(key, label);
  }
  const now = new Date().toISOString();
  return [...latest.values()].flatMap((label) => {
    const val = get(label, 'val');
    const exp = get(label, 'exp');
    const isOver = get(label, 'neg') === true || (typeof exp === 'string' && exp < now);
    return typeof val === 'string' && val && !isOver ? [{ src: get(label, 'src'), val }] : [];
  });
}

function momentOf(label: unknown): string {
  const moment = get(label, 'cts');
  return typeof moment === 'string' ? moment : '';
}

/** Values are words with hyphens; the general warning has no word of its own. */
function nameOf(val: string): string {
  return val === '!warn'
    ? 'Content warning'
    : cleanText(val.replace(/^!/, '').replaceAll('-', ' ')).slice(0, 64);
}
