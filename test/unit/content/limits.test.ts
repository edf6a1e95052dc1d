import { expect } from 'chai';
import {
  isReasonableFragment,
  isReasonableHtml,
  isReasonableInput,
  isReasonableMarkdown,
  MAX_BODY,
} from '../../../src/content/limits.js';
import { bodyOf, counted } from './support.js';

/** The longest that passes, and one more. */
function edge(
  name: string,
  most: number,
  make: (size: number) => unknown,
  check: (made: never) => boolean,
): void {
  it(`are ${most} ${name}`, () => {
    expect(check(make(most) as never)).to.equal(true);
    expect(check(make(most + 1) as never)).to.equal(false);
  });
}

const words = (length: number) => 'word '.repeat(length / 5 + 1).slice(0, length);

describe('limits of Markdown', () => {
  const comment = (text: string) => isReasonableMarkdown(text, 'comment');
  const article = (text: string) => isReasonableMarkdown(text, 'article');
  edge('characters in a comment', 10_000, words, comment);
  edge('characters in an article', 102_400, words, article);
  edge(
    'characters without white space',
    2000,
    (size) => `a ${'_a**'.repeat(size / 4)}${'!'.repeat(size % 4)} b`,
    comment,
  );
  edge('quotes in each other', 32, (size) => `a\n${'>'.repeat(size)} b`, comment);
  edge('quotes in each other, with spaces', 32, (size) => `a\n${' > '.repeat(size)}b`, comment);
  edge('quotes after another kind of line end', 32, (size) => `a\r${'> '.repeat(size)}b`, comment);
  edge('lists in each other', 32, (size) => `${'- '.repeat(size)}a`, comment);
  edge('numbered lists in each other', 32, (size) => `${'12. '.repeat(size)}a`, comment);
  edge(
    'kinds of it in each other',
    32,
    (size) =>
      '> * 1) + '
        .repeat(size / 4 + 1)
        .split(' ')
        .slice(0, size)
        .join(' ') + ' a',
    comment,
  );
  edge('lines', 5000, (size) => 'a\n'.repeat(size - 1), article);

  it('are not for languages that write without spaces', () => {
    expect(comment('港の壁が高くなる。'.repeat(1000))).to.equal(true);
    expect(comment('ท่าเรือ'.repeat(1000))).to.equal(true);
  });

  it('are not for what only looks like it', () => {
    expect(comment('-'.repeat(1000))).to.equal(true);
    expect(comment('a > b '.repeat(500))).to.equal(true);
    expect(comment('')).to.equal(true);
  });
});

describe('limits of HTML', () => {
  const comment = (text: string) => isReasonableHtml(text, 'comment');
  const article = (text: string) => isReasonableHtml(text, 'article');
  edge('characters', MAX_BODY, words, article);
  edge('tags in a comment', 1000, (size) => '<'.repeat(size), comment);
  edge('tags in an article', 8000, (size) => '<'.repeat(size), article);

  edge('attributes of one element', 200, (size) => bodyOf(`<p ${counted(' a#', size)}>`), isReasonableInput);
  edge('nodes', 20_000, (size) => bodyOf('<br>'.repeat(size)), isReasonableInput);

  it('are not for how deep the markup is before it is sanitised', () => {
    expect(isReasonableInput(bodyOf('<x>'.repeat(500)))).to.equal(true);
  });
});

describe('limits of what comes out', () => {
  const fragment = (...nodes: Node[]) => {
    const made = new DOMParser().parseFromString('', 'text/html').createDocumentFragment();
    made.append(...nodes);
    return made;
  };
  const chain = (depth: number) => {
    let node: Node = document.createTextNode('a');
    for (let level = 1; level < depth; level++) {
      const parent = document.createElement('b');
      parent.append(node);
      node = parent;
    }
    return fragment(node);
  };

  edge('levels', 128, chain, isReasonableFragment);
  edge(
    'nodes',
    20_000,
    (size) => fragment(...Array.from({ length: size }, () => document.createElement('br'))),
    isReasonableFragment,
  );
  edge(
    'nodes on several levels',
    19_999,
    (size) => {
      const list = document.createElement('ul');
      for (let item = 0; item < (size - 1) / 2; item++) {
        const entry = document.createElement('li');
        entry.append('a');
        list.append(entry);
      }
      if (size % 2 === 0) list.append('a');
      return fragment(document.createElement('hr'), list);
    },
    isReasonableFragment,
  );

  it('are counted from each branch anew', () => {
    const branches = Array.from({ length: 100 }, () => chain(128).firstChild!);
    expect(isReasonableFragment(fragment(...branches))).to.equal(true);
    expect(isReasonableFragment(fragment(...branches, chain(129).firstChild!))).to.equal(false);
    expect(isReasonableFragment(fragment())).to.equal(true);
  });
});
