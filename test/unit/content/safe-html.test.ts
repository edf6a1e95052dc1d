import { expect } from 'chai';
import { mintSafeHtml, SafeHtml } from '../../../src/content/safe-html.js';
import { bodyOf } from './support.js';

function fragment(markup: string): DocumentFragment {
  const body = bodyOf(markup);
  const made = body.ownerDocument.createDocumentFragment();
  made.append(...body.childNodes);
  return made;
}

describe('sanitised content', () => {
  it('gives a copy that belongs to the page, as often as one asks', () => {
    const safe = mintSafeHtml(fragment('<p>One</p>two'), false);
    const [first, second] = [safe.clone(), safe.clone()];
    expect(first).not.to.equal(second);
    expect(first.ownerDocument).to.equal(document);
    first.firstChild!.remove();
    expect([first.textContent, second.textContent, safe.clone().textContent]).to.deep.equal([
      'two',
      'Onetwo',
      'Onetwo',
    ]);
  });

  it('says whether markup was given up', () => {
    expect(mintSafeHtml(fragment(''), true).plain).to.equal(true);
    expect(mintSafeHtml(fragment(''), false).plain).to.equal(false);
  });

  it('is opaque: there is nothing to read or to change in it, and it is no markup', () => {
    const safe = mintSafeHtml(fragment('<p>One</p>'), false);
    expect(safe).to.be.instanceOf(SafeHtml);
    expect(Object.isFrozen(safe)).to.equal(true);
    expect(Reflect.ownKeys(safe)).to.deep.equal(['plain']);
    expect(JSON.stringify(safe)).to.equal('{"plain":false}');
    expect(String(safe)).not.to.contain('One');
  });
});
