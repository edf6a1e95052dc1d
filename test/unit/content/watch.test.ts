import { expect } from 'chai';
import { faultsIn, faultsInWidget } from './policy.js';
import { poke, watchPage } from './watch.js';

/** An element as an attack would have it, made without a parser. */
function attack(tag: string, attributes: Record<string, string> = {}, text = ''): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(text);
  return element;
}

describe('an attack that got through', () => {
  it('would be seen by the watch', async () => {
    const watch = watchPage();
    expect(watch.happened()).to.deep.equal([]);
    const stage = document.createElement('div');
    document.body.append(stage);
    stage.append(
      attack('img', { src: 'x:x', onerror: 'alert("handler")' }),
      attack('img', { src: 'https://evil.example/1.gif' }),
      attack('iframe', { src: 'https://evil.example/frame' }),
      attack('script', {}, 'window.leftBehind = 1; document.title = "taken"'),
      attack('a', { href: 'javascript:void prompt("link")', onclick: 'print()' }),
      attack('p', { onmouseover: 'confirm("mouse")' }),
      attack('input', { autofocus: '' }),
    );
    stage.querySelector('input')!.focus();
    location.hash = 'elsewhere';
    document.cookie = 'left=behind; path=/';
    await new Promise((resolve) => setTimeout(resolve, 100));
    poke(stage);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const seen = watch.happened().join('\n');
    watch.stop();
    stage.remove();
    for (const what of [
      'alert(handler)',
      'loads img-src https://evil.example/1.gif',
      'loads frame-src https://evil.example',
      'window.leftBehind',
      'title: taken',
      'print()',
      'confirm(mouse)',
      'focus: input',
      '#elsewhere',
      'cookie: ',
    ]) {
      expect(seen).to.contain(what);
    }
    Reflect.deleteProperty(window, 'leftBehind');
    document.cookie = 'left=; path=/; max-age=0';
  });

  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'a');
  const nested = attack('a');
  nested.append(attack('a'));
  for (const [name, element, fault] of [
    ['an element', attack('form'), '<form>'],
    ['an element of an article', attack('h2'), '<h2>'],
    ['a picture', attack('img', { alt: '' }), '<img>'],
    ['a namespace', svg, '<a> of http://www.w3.org/2000/svg'],
    ['a handler', attack('p', { onclick: 'x' }), '<p onclick="x">'],
    ['an attribute of another element', attack('p', { href: '/a' }), '<p href="/a">'],
    ['a script in a link', attack('a', { href: 'javascript:x' }), '<a href="javascript:x">: no such link'],
    [
      'a name in a link',
      attack('a', { href: 'https://a@b.example/' }),
      '<a href="https://a@b.example/">: no such link',
    ],
    ['a relative link', attack('a', { href: '/a' }), '<a href="/a">: no such link'],
    ['a link that tells', attack('a', { href: 'https://a.example/' }), '<a> without rel'],
    ['a link in a link', nested, 'a link in a link'],
    ['an element of the page', document.createElement('p', { is: 'x-own' }), '<p is>'],
    ['a class', attack('code', { class: 'frame' }), '<code class="frame">: no language'],
  ] as const) {
    it(`would be found by the policy: ${name}`, () => {
      const stage = document.implementation.createHTMLDocument('').body;
      stage.append(element);
      expect(faultsIn(stage, { purpose: 'comment', hosts: [] })).to.include(fault);
    });
  }

  it('would be found by the policy: a picture from elsewhere', () => {
    const stage = document.implementation.createHTMLDocument('').body;
    stage.append(
      attack('img', { src: 'https://evil.example/1.gif', srcset: 'https://evil.example/2.gif 2x' }),
    );
    const faults = faultsIn(stage, { purpose: 'article', hosts: ['site.example'] });
    expect(faults).to.include('<img src="https://evil.example/1.gif">: not from there');
    expect(faults).to.include('<img srcset="https://evil.example/2.gif 2x">: not from there');
    expect(faults).to.include('<img> without loading');
  });

  it('would be found in a widget', () => {
    const stage = document.implementation.createHTMLDocument('').body;
    stage.append(
      attack('iframe'),
      attack('p', { style: 'color: red' }),
      attack('a', { href: 'javascript:x' }),
      attack('img', { src: 'data:image/png,x' }),
    );
    expect(faultsInWidget(stage)).to.deep.equal([
      '<iframe>',
      'style="color: red"',
      'href="javascript:x"',
      'src="data:image/png,x"',
    ]);
  });
});
