import { expect } from 'chai';
import { OWN_PAYLOADS, type Payload } from './payloads.js';
import { replayBodies, replayElements } from './replay.js';
import { poke, watchPage } from './watch.js';

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
  });

  it('would be seen', async () => {
    const trial = watchPage();
    const { title } = document;
    const stage = document.createElement('div');
    document.body.append(stage);
    const attack = (tag: string, attributes: Record<string, string>, text = '') => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      element.append(text);
      stage.append(element);
      return element;
    };
    attack('img', { src: 'x:x', onerror: 'alert("handler")' });
    attack('img', { src: 'https://evil.example/1.gif' });
    attack('iframe', { src: 'https://evil.example/frame' });
    attack('script', {}, 'window.leftBehind = 1; document.title = "taken"; throw new Error("thrown")');
    attack('a', { href: 'javascript:prompt("link")' });
    attack('a', { href: '#elsewhere' });
    attack('p', { onmouseover: 'confirm("mouse")' });
    attack('p', { is: 'x-watched' });
    stage.append(document.createElement('p', { is: 'x-watched' }));
    attack('input', {}).focus();
    await new Promise((resolve) => setTimeout(resolve, 100));
    poke(stage);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const seen = trial.happened().join('\n');
    trial.stop();
    for (const what of [
      'alert(handler)',
      'loads img-src https://evil.example/1.gif',
      'loads frame-src https://evil.example',
      'error: Uncaught Error: thrown',
      'window.leftBehind',
      'title: taken',
      'confirm(mouse)',
      'focus: input',
    ])
      expect(seen).to.contain(what);
    expect(made).to.equal(1);
    made = 0;
    stage.remove();
    document.title = title;
    Reflect.deleteProperty(window, 'leftBehind');
  });

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

  it('are watched from here on', () => {
    watch = watchPage();
    expect(watch.happened()).to.deep.equal([]);
  });
  after(() => watch.stop());

  replay(`${OWN_PAYLOADS.length} of our own`, OWN_PAYLOADS);
  if (others) replay(`${others.length} by others`, others);
  else it('by others are not here: xss-public.json does not lie beside the repository', () => {});

  it('have done nothing since, either', async () => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(watch.happened()).to.deep.equal([]);
    expect(made).to.equal(0);
  });
});
