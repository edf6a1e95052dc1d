import { expect } from 'chai';
import { parseInert } from '../../../src/model/inert-document.js';
import { countTags, isParseable } from '../../../src/model/parse-cost.js';
import { plainText } from '../../../src/model/text.js';

/** A text with `#` counted up. */
const counted = (text: string, times: number) =>
  Array.from({ length: times }, (_, index) => text.replaceAll('#', `${index}`)).join('');
const paragraphs = (formatting: string, times = 300) =>
  `<p>${counted(formatting, times)}${'<p>a'.repeat(times)}`;

describe('HTML that a parser needs seconds for', () => {
  for (const [name, html] of [
    ['elements in each other', '<x>a'.repeat(8001)],
    ['elements in each other, in capitals', '<X>a'.repeat(8001)],
    ['elements in each other, with ends of others', '<x></y>'.repeat(8001)],
    ['ends first', '</x>'.repeat(9000) + '<x>'.repeat(8001)],
    ['attributes', `<p ${counted('a# ', 1001)}>`],
    ['attributes with values', `<p ${counted("a#='>' ", 1001)}>`],
    ['attributes of one name', `<p${' a'.repeat(1001)}>`],
    ['attributes with slashes', `<p${'/a'.repeat(1001)}`],
    ['attributes that look like a start', `<p ${'<p a="<p" '.repeat(501)}`],
    ['formatting that never ends', paragraphs('<b class=x#>')],
    ['formatting in capitals', paragraphs('<FONT COLOR="#">')],
    ['formatting with a line end', paragraphs('<b\nclass=x#>')],
    ['formatting with slashes', paragraphs('<b/class=x#>')],
    ['formatting with quotes in names', paragraphs('<b x"y="a>#">')],
    ['formatting with a tag in its attribute', paragraphs('<b x="<#">')],
    ['formatting that ends within its attribute', paragraphs('<b x="></b>#">')],
    ['formatting that ends in a comment', paragraphs('<b class=x#><!--</b>-->')],
    ['formatting that ends in a table', paragraphs('<b class=x#><table><td></b></table>')],
    [
      'formatting that is alike, three times each',
      paragraphs('<b class=x#><b class=x#><b class=x#>', 100) + '<p>a'.repeat(300),
    ],
  ] as const) {
    it(`is refused: ${name}`, () => {
      expect(isParseable(html)).to.equal(false);
      expect(parseInert(html, 'text/html')).to.equal(undefined);
    });
  }

  for (const [name, html] of [
    ['nothing', ''],
    ['words', 'a < b and c > d '.repeat(30_000)],
    ['elements in each other, within reason', '<div>'.repeat(1000) + '</div>'.repeat(1000)],
    ['paragraphs that are not closed', '<p>a'.repeat(20_000)],
    ['lists that are not closed', '<ul><li>a<li>b</ul>'.repeat(10_000)],
    ['elements without an end', '<br><img src=a><hr>'.repeat(10_000)],
    ['a long table', `<table>${'<tr><td>a<td>b'.repeat(10_000)}</table>`],
    [
      'formatted words',
      counted('<p><strong style="color:#">a</strong> <em class=x#>b</em> <font color=#>c</font>', 2000),
    ],
    [
      'formatted words, one in the other',
      counted('<p><b><i>a #</i></b> <a href="/#"><b>b</b></a></p>', 2000),
    ],
    ['formatting that never ends, but is alike', `${'<b>a'.repeat(300)}${'<p>a'.repeat(300)}`],
    ['many links', counted('<p><a href="/#" class="x#">a</a>', 5000)],
    ['long attributes', `<p title="${'a b=c '.repeat(5000)}">a</p>`],
    ['data in an attribute', `<img src="data:image/png;base64,${'A/='.repeat(100_000)}">`],
  ] as const) {
    it(`is not just long: ${name}`, () => {
      expect(isParseable(html)).to.equal(true);
    });
  }

  for (const [name, make, most] of [
    ['elements in each other', (size) => '<x>'.repeat(size), 8000],
    ['attributes', (size) => `<p ${counted('a# ', size)}>`, 1000],
    [
      'tags after formatting that never ends',
      (size) => counted('<b x=#>', 100) + '<p>'.repeat(size - 100),
      400,
    ],
    ['formatting, by its square', (size) => counted('<b x=#>', size) + '<p>'.repeat(1000 - size), 63],
  ] as const satisfies readonly (readonly [string, (size: number) => string, number])[]) {
    it(`may have ${most} ${name}`, () => {
      expect(isParseable(make(most))).to.equal(true);
      expect(isParseable(make(most + 1))).to.equal(false);
    });
  }

  it('is still words in a title', () => {
    expect(plainText(`One &amp; ${'<x>'.repeat(100_000)}two`)).to.equal('One & two');
  });
});

describe('tags', () => {
  it('are counted by what begins them', () => {
    expect(countTags('')).to.equal(0);
    expect(countTags('<p>a</p> < b')).to.equal(3);
  });
});

describe('an inert HTML document', () => {
  it('has no names that could stand in for its properties', () => {
    const markup = ['img', 'embed', 'form', 'iframe', 'object']
      .map((tag) => `<${tag} name=body id=body></${tag}>`)
      .join('');
    const parsed = parseInert(`<p id=a>b</p>${markup}`, 'text/html')!;
    expect(parsed.querySelectorAll('[name]')).to.have.length(0);
    expect([...parsed.querySelectorAll('[id]')].map(({ localName }) => localName)).to.deep.equal(['p']);
  });

  it('has none either where a form has fields of such names', () => {
    const parsed = parseInert(
      '<form name=body><input name=removeAttribute><input name=attributes></form>',
      'text/html',
    )!;
    expect(parsed.querySelector('form')!.outerHTML).to.contain('<form><input');
  });
});
