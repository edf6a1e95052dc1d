import { expect } from 'chai';
import { OWN_PAYLOADS, type Payload } from './payloads.js';
import { replayBodies, replayElements } from './replay.js';
import { watchPage } from './watch.js';

/** Payloads by others, 1,639 of them: they lie beside the repository, not in it. */
async function byOthers(): Promise<Payload[] | undefined> {
  const answer = await fetch('/__corpora/xss-public.json');
  return answer.ok ? ((await answer.json()) as Payload[]) : undefined;
}

const others = await byOthers();

describe('attacks', function () {
  this.timeout(120_000);
  // One after the other, in one page, which is watched all the time.
  let watch: ReturnType<typeof watchPage>;
  let made = 0;
  before(() => {
    // What attackers may know of a page: elements of its own.
    customElements.define(
      'x-watched',
      class extends HTMLParagraphElement {
        constructor() {
          super();
          made++;
        }
      },
      { extends: 'p' },
    );
    watch = watchPage();
  });
  after(() => watch.stop());

  function replay(name: string, payloads: readonly Payload[]): void {
    it(`come out of the door harmless: ${name}`, async () => {
      expect(await replayBodies(payloads)).to.deep.equal([]);
      expect(watch.happened()).to.deep.equal([]);
    });

    it(`are harmless in the elements: ${name}`, async () => {
      expect(await replayElements(payloads)).to.deep.equal([]);
      expect(watch.happened()).to.deep.equal([]);
    });
  }

  replay(`${OWN_PAYLOADS.length} of our own`, OWN_PAYLOADS);
  if (others) replay(`${others.length} by others`, others);
  else it('by others are not here: xss-public.json does not lie beside the repository', () => {});

  it('have done nothing since, either', async () => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(watch.happened()).to.deep.equal([]);
    expect(made).to.equal(0);
  });
});
