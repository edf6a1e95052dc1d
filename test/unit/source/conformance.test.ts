import { expect } from 'chai';
import { ask, type Outcome } from '../../conformance/ask.js';
import { notShown, type Asked } from '../../conformance/coverage.js';
import { missingIn } from '../../conformance/expected.js';
import { spoiledExchanges } from '../../conformance/hostile.js';
import type { Exchanges, Question, Questions } from '../../conformance/questions.js';
import { endReplay, replay } from '../../conformance/replay.js';
import { ADAPTERS } from '../../../src/source/adapter-table.js';
import { createIo } from '../../../src/source/io.js';
import { findSource } from '../../../src/source/registry.js';
import { expectHarmless } from './support.js';

// Every folder of test/fixtures/adapters is a test: what an adapter is asked, what went over the wire, what it must say.
const FOLDER = '/test/fixtures/adapters';
const names = await load<string[]>('/__adapters.json');
const folders = await Promise.all(
  names.map(async (name) => ({
    name,
    about: await load<Questions>(`${FOLDER}/${name}/questions.json`),
    recorded: await load<Exchanges>(`${FOLDER}/${name}/exchanges.json`),
  })),
);

async function load<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as T;
}

const titleOf = ({ ask: what, shows, src }: Question) => `${what}: ${shows ?? src}`;

describe('conformance', () => {
  afterEach(endReplay);

  it('every adapter has a folder', function () {
    if (names.length === 1) this.skip(); // one folder was asked for
    const tested = folders.map(({ about }) => about.adapter);
    expect(
      [...ADAPTERS.map(({ name }) => name), 'json'].filter((name) => !tested.includes(name)),
    ).to.deep.equal([]);
  });

  for (const { name, about, recorded } of folders) {
    describe(name, () => {
      const asked: Asked[] = [];

      for (const question of about.questions) {
        it(titleOf(question), async () => {
          const wire = replay(recorded.exchanges);
          const outcome = await ask(about, question);
          asked.push({ question, outcome });
          expect(wire.unknown, 'no exchange for').to.deep.equal([]);
          const { has = [], ...expected } = question.expect;
          const items = 'items' in outcome ? outcome.items : [];
          const absent = has.filter((wanted) => !items.some((item) => missingIn(item, wanted).length === 0));
          expect(
            missingIn(outcome, expected).concat(absent.map((item) => JSON.stringify(item))),
          ).to.deep.equal([]);
          expectHarmless(valueOf(outcome));
        });
      }

      it('shows all that it can do', async () => {
        replay([]);
        const src = about.questions.find(({ ask: what }) => what !== 'detect')!.src;
        const io = createIo(new AbortController().signal);
        const { adapter } = await findSource({ src, adapter: about.adapter, mapping: about.mapping }, io);
        expect(notShown(adapter, about, asked)).to.deep.equal([]);
      });

      it('keeps its head whatever comes', async function () {
        this.timeout(120_000);
        let tried = 0;
        for (const question of hostileQuestions(about.questions)) {
          const wire = replay(recorded.exchanges);
          await ask(about, question);
          const used = recorded.exchanges.filter(({ request }) =>
            wire.asked.some((key) => key.startsWith(`${request.method} `) && sameAddress(key, request.url)),
          );
          for (const exchanges of spoiledExchanges(used)) {
            replay(exchanges);
            // Anything but a typed error is thrown on, and fails the test.
            const outcome = await ask(about, question);
            expectHarmless(valueOf(outcome));
            tried++;
          }
        }
        expect(tried).to.be.greaterThan(10);
      });

      it('stops when nobody wants the answer any more', async () => {
        const question = about.questions.find(({ ask: what, expect: e }) => what !== 'detect' && !e.error)!;
        const controller = new AbortController();
        globalThis.fetch = (_input, init) =>
          new Promise((_resolve, reject) => {
            init?.signal?.addEventListener('abort', () => reject(init.signal!.reason));
            setTimeout(() => controller.abort());
          });
        const reason = await ask(about, question, controller.signal).then(
          (outcome) => outcome,
          (error: unknown) => error,
        );
        expect(reason).to.have.property('name', 'AbortError');
      });
    });
  }
});

/** One question of each kind that worked: the first of a kind has the richest answer. */
function hostileQuestions(questions: readonly Question[]): readonly Question[] {
  const kinds = ['article', 'articles', 'comments', 'posting', 'addComment'] as const;
  return kinds.flatMap((kind) => questions.find((q) => q.ask === kind && !q.expect.error) ?? []);
}

function sameAddress(key: string, address: string): boolean {
  const asked = new URL(key.split(' ')[1]!);
  const recorded = new URL(address);
  recorded.searchParams.sort();
  return asked.href === recorded.href;
}

/** What an element would get. */
function valueOf(outcome: Outcome): unknown {
  if ('items' in outcome) return outcome.items;
  if ('article' in outcome) return outcome.article;
  return 'comment' in outcome ? outcome.comment : undefined;
}
