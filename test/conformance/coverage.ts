import type { Adapter } from '../../src/source/adapter.js';
import type { Outcome } from './ask.js';
import type { Question, Questions } from './questions.js';

export interface Asked {
  readonly question: Question;
  readonly outcome: Outcome;
}

type Check = readonly [name: string, shown: (asked: readonly Asked[]) => boolean];

const of = (ask: Question['ask']) => (all: readonly Asked[]) =>
  all.filter(({ question }) => question.ask === ask);
const worked = ({ outcome }: Asked) => !('error' in outcome);
const failed = ({ outcome }: Asked) => 'error' in outcome;
const number = ({ outcome }: Asked, name: 'count' | 'pages' | 'depth') =>
  (outcome as { readonly [key in typeof name]?: number })[name] ?? 0;
const status = ({ outcome }: Asked) => ('comment' in outcome ? outcome.comment.status : undefined);
const refused = (kind: string) => (all: readonly Asked[]) =>
  of('addComment')(all).some(({ outcome }) => 'error' in outcome && outcome.error === kind);

/** What each method has to show; what an API has no way to show is named in `cannot`, with the reason. */
const CHECKS: Readonly<Record<string, readonly Check[]>> = {
  article: [
    ['article', (all) => of('article')(all).some(worked)],
    ['article-error', (all) => of('article')(all).some(failed)],
  ],
  articles: [
    ['articles', (all) => of('articles')(all).some((asked) => number(asked, 'count') > 1)],
    ['articles-paging', (all) => of('articles')(all).some((asked) => number(asked, 'pages') > 1)],
    [
      'articles-empty',
      (all) => of('articles')(all).some((asked) => worked(asked) && number(asked, 'count') === 0),
    ],
  ],
  comments: [
    ['comments', (all) => of('comments')(all).some((asked) => number(asked, 'count') > 1)],
    ['comments-paging', (all) => of('comments')(all).some((asked) => number(asked, 'pages') > 1)],
    ['tree', (all) => of('comments')(all).some((asked) => number(asked, 'depth') > 1)],
    ['empty', (all) => of('comments')(all).some((asked) => worked(asked) && number(asked, 'count') === 0)],
    ['comments-error', (all) => of('comments')(all).some(failed)],
  ],
  posting: [['posting', (all) => of('posting')(all).some(worked)]],
  addComment: [
    ['posted', (all) => of('addComment')(all).some((asked) => status(asked) === 'published')],
    ['held', (all) => of('addComment')(all).some((asked) => status(asked) === 'pending')],
    [
      'closed',
      (all) =>
        refused('closed')(all) ||
        of('posting')(all).some(({ outcome }) => 'posting' in outcome && outcome.posting.how === 'closed'),
    ],
    ['duplicate', refused('duplicate')],
    ['rate-limited', (all) => refused('rate-limited')(all) || refused('flood')(all)],
    ['invalid', refused('validation')],
  ],
};

/** Names of what was neither shown nor excused. */
export function notShown(adapter: Adapter, { cannot = {} }: Questions, asked: readonly Asked[]): string[] {
  const checks: Check[] = [['detect', (all) => of('detect')(all).some(worked)]];
  for (const [method, own] of Object.entries(CHECKS)) if (method in adapter) checks.push(...own);
  return checks.filter(([name, shown]) => !shown(asked) && !cannot[name]).map(([name]) => name);
}
