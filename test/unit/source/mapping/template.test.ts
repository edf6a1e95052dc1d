import { expect } from 'chai';
import { NewsError } from '../../../../src/model/news-error.js';
import {
  fill,
  itemOf,
  srcTemplate,
  toTemplate,
  type Values,
} from '../../../../src/source/mapping/template.js';

const NAMES = ['item', 'page', 'limit', 'cursor'];
const SRC = 'https://api.example/v1/news?lang=en';
const filled = (text: string, values: Values, src = SRC) =>
  fill(toTemplate(text, 'request', NAMES), values, src);

describe('templates of requests', () => {
  const ADDRESSES: [text: string, values: Values, url: string][] = [
    ['/news/{item}', { item: 7 }, 'https://api.example/news/7'],
    ['/news/{item}', { item: 'a b/c?d#é' }, 'https://api.example/news/a%20b%2Fc%3Fd%23%C3%A9'],
    ['one/{item}.json', { item: 'x' }, 'https://api.example/v1/one/x.json'],
    ['https://other.example/{item}', { item: 'x' }, 'https://other.example/x'],
    ['/all?page={page}&sort=new', { page: 2 }, 'https://api.example/all?page=2&sort=new'],
    ['/all?page={page}&after={cursor}', { page: 1 }, 'https://api.example/all?page=1'],
    ['?page={page}&after={cursor}', { page: 1 }, `${SRC}&page=1`],
    ['?lang=de&page={page}', { page: 1 }, 'https://api.example/v1/news?lang=de&page=1'],
    ['/n?filter[id][$eq]={item}', { item: '1&x=2' }, 'https://api.example/n?filter[id][$eq]=1%26x%3D2'],
    ['/n?x={item}', { item: '\ud800' }, 'https://api.example/n?x=%EF%BF%BD'],
  ];
  for (const [text, values, url] of ADDRESSES) {
    it(`${text} is ${url}`, () => expect(filled(text, values)).to.equal(url));
  }

  for (const item of ['', '.', '..', undefined, null, {}, NaN]) {
    it(`${String(item)} cannot stand in a path`, () =>
      expect(() => filled('/news/{item}/edit', { item })).to.throw(NewsError, /\{item\}/));
  }

  for (const [text, why] of [
    ['/news/{itme}', /\{itme\}.*\{item\}/],
    ['https://{item}.example/', /host/],
    ['//{item}/x', /host/],
    ['https://api.example:{item}/x', /host/],
    ['', /must be an address/],
  ] as const) {
    it(`refuses ${text}`, () =>
      expect(() => toTemplate(text, 'item.request', NAMES))
        .to.throw(NewsError, why)
        .that.includes({ kind: 'unsupported' }));
  }

  it('takes a src with places in it, whatever the URL parser made of them', () => {
    const src = new URL('/n/{item}?p={page}&keep={other}', SRC).href;
    const template = srcTemplate(src, NAMES);
    expect(template.names).to.deep.equal(['item', 'page']);
    expect(fill(template, { item: 'x', page: 3 }, src)).to.equal('https://api.example/n/x?p=3&keep={other}');
  });

  it('finds again what stands in an address', () => {
    const find = (text: string, src: string) => itemOf(toTemplate(text, 'request', NAMES), src);
    expect(find('/news/{item}', 'https://api.example/news/a%20b?lang=en')).to.equal('a b');
    expect(find('/news/{item}.json', 'https://api.example/news/7.json')).to.equal('7');
    expect(find('/one?id={item}&x={limit}', 'https://api.example/one?lang=en&id=7')).to.equal('7');
    for (const src of [
      'https://api.example/news/',
      'https://api.example/news/7/edit',
      'https://api.example/newsroom',
      'https://api.example/news/%E0%A4%A',
    ]) {
      expect(find('/news/{item}', src), src).to.equal(undefined);
    }
    expect(find('https://other.example/{item}', 'https://api.example/7')).to.equal(undefined);
    expect(find('/news', 'https://api.example/news')).to.equal(undefined);
  });
});
