import { expect } from 'chai';
import { newsprintPolicy, parseInert, withoutReports } from '../../../src/model/inert-document.js';
import { inStrictPage, sourceUrl } from './support.js';

describe('an inert document', () => {
  it('has what the markup says', () => {
    const parsed = parseInert('<p title="a">One <b>two</b></p>', 'text/html')!;
    expect(parsed.querySelector('p')!.getAttribute('title')).to.equal('a');
    expect(parsed.body.textContent).to.equal('One two');
  });

  it('stands in no window and runs nothing', () => {
    const parsed = parseInert(
      '<script>globalThis.ranInert = 1</script><img src="x" onerror="globalThis.ranInert = 1">',
      'text/html',
    )!;
    expect(parsed.defaultView === null).to.equal(true);
    expect(parsed.querySelectorAll('script, img').length).to.equal(2);
    expect('ranInert' in globalThis).to.equal(false);
  });

  it('may be XML', () => {
    const parsed = parseInert('<rss><channel><title>News</title></channel></rss>', 'application/xml')!;
    expect(parsed.documentElement.localName).to.equal('rss');
    expect(parsed.querySelector('title')!.textContent).to.equal('News');
  });

  for (const [name, xml] of [
    ['is cut off', '<rss><channel>'],
    ['is no XML at all', 'Not found'],
    ['is empty', ''],
    [
      'grows without end',
      `<!DOCTYPE r [<!ENTITY a0 "ha">${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n + 1} "&a${n};&a${n};">`).join('')}]><r>&a30;</r>`,
    ],
  ] as const) {
    it(`tells by its own mark that XML ${name}`, () => {
      expect(parseInert(xml, 'application/xml')!.querySelectorAll('parsererror').length).to.equal(1);
    });
  }

  it('takes nothing from another file', () => {
    const xml = '<!DOCTYPE r [<!ENTITY x SYSTEM "/package.json">]><r>a&x;b</r>';
    const parsed = parseInert(xml, 'application/xml')!;
    expect(parsed.documentElement.textContent).not.to.contain('newsprint');
  });
});

describe('HTML whose parsing no browser reports', () => {
  for (const [html, expected] of [
    ['<style>p{}</style>', '<noframes>p{}</noframes>'],
    ['<STYLE media="print">', '<noframes media="print">'],
    ['<style/><style\n>', '<noframes/><noframes\n>'],
    ['<base href="/x">', '<basefont href="/x">'],
    ['<svg><style>', '<svg><noframes>'],
  ] as const) {
    it(`has other tags in the place of those that are reported: ${JSON.stringify(html)}`, () => {
      expect(withoutReports(html)).to.equal(expected);
    });
  }

  it('keeps everything else', () => {
    for (const html of [
      '<p style="">',
      '<styles>',
      '<basefont>',
      '&lt;style&gt;',
      'a style, a base',
      '<style',
    ]) {
      expect(withoutReports(html)).to.equal(html);
    }
  });

  it('has no base of its own, and no words that are rules', () => {
    const parsed = parseInert(
      '<base href="https://example.com/"><a href="x">y</a><style>p{}</style>',
      'text/html',
    )!;
    expect(parsed.querySelector('a')!.href).to.equal(new URL('x', document.baseURI).href);
    expect(parsed.querySelectorAll('style, base').length).to.equal(0);
    expect(parsed.querySelector('noframes')!.childElementCount).to.equal(0);
  });

  it('is another thing than XML, whose tags mean what their format says', () => {
    const parsed = parseInert('<entry><style>a</style><base/></entry>', 'application/xml')!;
    expect([...parsed.documentElement.children].map(({ localName }) => localName)).to.deep.equal([
      'style',
      'base',
    ]);
  });
});

describe('the Trusted Types policy', () => {
  it('is one, whoever asks', () => {
    expect(newsprintPolicy()).to.equal(newsprintPolicy());
    expect(String(newsprintPolicy()!.createHTML('<b>x</b>'))).to.equal('<b>x</b>');
  });

  it('never loads a script', () => {
    expect(() => newsprintPolicy()!.createScriptURL('https://example.org/x.js')).to.throw(TypeError);
  });

  const script = `
    const said = [];
    console.warn = (text) => said.push(text);
    const { newsprintPolicy, parseInert } = await import('${sourceUrl('model/inert-document.ts')}');
    const words = () => parseInert('a &amp; b', 'text/html')?.body.textContent;
    const xml = () => parseInert('\\u003Crss/>', 'application/xml')?.documentElement.localName;
    return { words: [words(), words()], xml: xml(), policy: Boolean(newsprintPolicy()), said };`;

  it('is all that a strict page has to allow', async () => {
    expect(await inStrictPage('newsprint', script)).to.deep.equal({
      words: ['a & b', 'a & b'],
      xml: 'rss',
      policy: true,
      said: [],
    });
  });

  it('is missed in one clear sentence, said once, and nothing is parsed', async () => {
    const found = (await inStrictPage('another', script)) as { said: string[] };
    expect(found).to.deep.include({ words: [undefined, undefined], xml: undefined, policy: false });
    expect(found.said).to.have.length(1);
    expect(found.said[0]).to.contain("trusted-types lit-html newsprint 'allow-duplicates'");
  });

  it('may be made by a second copy of the library where the page allows that', async () => {
    const twice = (address: string) => `
      console.warn = () => {};
      const one = await import('${address}');
      const two = await import('${address}?copy');
      return [one, two].map(({ parseInert }) => parseInert('a', 'text/html')?.body.textContent);`;
    const address = sourceUrl('model/inert-document.ts');
    expect(await inStrictPage("newsprint 'allow-duplicates'", twice(address))).to.deep.equal(['a', 'a']);
    expect(await inStrictPage('newsprint', twice(address))).to.deep.equal(['a', undefined]);
  });
});
