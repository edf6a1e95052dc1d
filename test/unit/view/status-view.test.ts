import { expect } from 'chai';
import { en } from '../../../src/i18n/en.js';
import type { NewsErrorKind } from '../../../src/model/news-error.js';
import { errorView, noteView, skeletonView } from '../../../src/view/status-view.js';
import { countOf, draw, words } from './support.js';

describe('what is said when something went wrong', () => {
  const worthwhile = ['unreachable', 'timeout', 'rate-limited', 'flood', 'server', 'parse'];

  for (const kind of Object.keys(en.readErrors) as NewsErrorKind[]) {
    const again = worthwhile.includes(kind);
    it(`is one sentence, with ${again ? 'a' : 'no'} way to try again: ${kind}`, () => {
      let tries = 0;
      const stage = draw(errorView(kind, en, () => tries++));
      expect(words(stage.querySelector('p')!)).to.equal(en.readErrors[kind]);
      stage.querySelector('button')?.click();
      expect(tries).to.equal(again ? 1 : 0);
    });
  }

  it('has no button where nobody can try again', () => {
    expect(countOf(draw(errorView('timeout', en)), 'button')).to.equal(0);
  });
});

describe('what is said meanwhile', () => {
  it('is a sentence as text', () => {
    expect(draw(noteView('<b>Nothing</b> here')).querySelector('p')!.textContent).to.equal(
      '<b>Nothing</b> here',
    );
  });

  it('is one word for screen readers, and shapes that they do not hear', () => {
    const stage = draw(skeletonView('row', en, 3));
    const shapes = [...stage.querySelectorAll('.skeleton')];
    expect(shapes.map((shape) => shape.getAttribute('aria-hidden'))).to.deep.equal(['true', 'true', 'true']);
    for (const shape of shapes) shape.remove();
    expect(words(stage)).to.equal('Loading…');
  });
});
