import { expect } from 'chai';
import { en } from '../../../src/i18n/en.js';
import { languageFor, nearestLang, onStrings, registerStrings } from '../../../src/i18n/language.js';

const found = (lang: string) => {
  const { locale, strings } = languageFor(lang);
  return [locale, strings.readMore];
};

describe('the language of an element', () => {
  for (const [lang, locale] of [
    ['en', 'en'],
    ['EN', 'en'],
    ['en-GB', 'en-GB'],
    ['en_gb', 'en-GB'],
    [' en-us ', 'en-US'],
    ['en-u-nu-arab', 'en-u-nu-arab'],
    ['en-', 'en'],
    ['en-ä', 'en'],
    ['en-a', 'en'],
  ] as const) {
    it(`has a locale that dates and numbers understand: ${JSON.stringify(lang)}`, () => {
      expect(languageFor(lang)).to.deep.equal({ locale, strings: en });
      expect(new Intl.NumberFormat(locale).format(1)).not.to.equal('');
    });
  }

  for (const lang of [
    '',
    ' ',
    'xx',
    'fr-CA',
    'english',
    '-',
    '<b>',
    '__proto__',
    'constructor',
    'x'.repeat(9999),
  ]) {
    it(`is English where we have no words, also for dates: ${JSON.stringify(lang.slice(0, 20))}`, () => {
      expect(languageFor(lang)).to.deep.equal({ locale: 'en', strings: en });
    });
  }

  it('is one that the page adds, with English for the words it leaves out', () => {
    registerStrings('de', { readMore: 'Weiterlesen', by: (authors) => `Von ${authors}` });
    for (const [lang, locale] of [
      ['de', 'de'],
      ['de-AT', 'de-AT'],
      ['DE_ch', 'de-CH'],
    ] as const) {
      expect(found(lang)).to.deep.equal([locale, 'Weiterlesen']);
    }
    expect(languageFor('de').strings.by('Jo')).to.equal('Von Jo');
    expect(languageFor('de').strings.tryAgain).to.equal('Try again');
    expect(languageFor('de').strings.readErrors.timeout).to.equal(en.readErrors.timeout);
  });

  it('keeps the words that were added before', () => {
    registerStrings('nl', { readMore: 'Lees meer' });
    registerStrings('NL', { tryAgain: 'Opnieuw' });
    const { readMore, tryAgain } = languageFor('nl').strings;
    expect([readMore, tryAgain]).to.deep.equal(['Lees meer', 'Opnieuw']);
  });

  it('prefers the words of a region to those of the language', () => {
    registerStrings('pt', { readMore: 'Ler mais' });
    registerStrings('pt_BR', { readMore: 'Leia mais' });
    expect([found('pt-BR'), found('pt_br'), found('pt-PT')]).to.deep.equal([
      ['pt-BR', 'Leia mais'],
      ['pt-BR', 'Leia mais'],
      ['pt-PT', 'Ler mais'],
    ]);
  });

  it('is found under the script when the region has no words of its own', () => {
    registerStrings('zh-Hant', { readMore: '閱讀更多' });
    expect(found('zh-Hant-TW')).to.deep.equal(['zh-Hant-TW', '閱讀更多']);
    expect(found('zh-Hans-CN')).to.deep.equal(['en', 'Read more']);
  });

  it('is told to those who listen, until they stop', () => {
    let told = 0;
    const stop = onStrings(() => told++);
    registerStrings('sv', {});
    registerStrings('sv', {});
    expect(told).to.equal(2);
    stop();
    registerStrings('sv', {});
    expect(told).to.equal(2);
  });

  it('takes English words that the page changes, also where a page says no language', () => {
    registerStrings('en', { readMore: 'Carry on reading' });
    try {
      for (const lang of ['en', 'en-GB', '', 'xx']) expect(found(lang)[1], lang).to.equal('Carry on reading');
      registerStrings('fi', {});
      expect(found('fi')).to.deep.equal(['fi', 'Carry on reading']);
    } finally {
      registerStrings('en', en);
    }
  });
});

describe('the nearest lang attribute', () => {
  const page = document.documentElement;
  const own = page.getAttribute('lang');
  const stage = document.createElement('div');
  before(() => {
    page.lang = 'nl';
    document.body.append(stage);
  });
  afterEach(() => stage.replaceChildren());
  after(() => {
    stage.remove();
    if (own === null) page.removeAttribute('lang');
    else page.lang = own;
  });
  const inside = (parent: Element | ShadowRoot, lang?: string) => {
    const element = document.createElement('div');
    if (lang !== undefined) element.lang = lang;
    parent.append(element);
    return element;
  };

  it('is the element’s own, then that of what stands around it', () => {
    expect(nearestLang(inside(stage, 'de-AT'))).to.equal('de-AT');
    expect(nearestLang(inside(inside(stage, 'fr')))).to.equal('fr');
    expect(nearestLang(inside(stage))).to.equal('nl');
  });

  it('is found out of the shadow roots that the element stands in', () => {
    const outer = inside(stage, 'fr').attachShadow({ mode: 'closed' });
    const inner = inside(outer).attachShadow({ mode: 'open' });
    expect(nearestLang(inside(inner))).to.equal('fr');
    expect(nearestLang(inside(inside(inner, 'it')))).to.equal('it');
  });

  it('is empty where there is none', () => {
    page.removeAttribute('lang');
    expect(nearestLang(inside(stage))).to.equal('');
    expect(nearestLang(document.createElement('div'))).to.equal('');
    page.lang = 'nl';
  });
});
