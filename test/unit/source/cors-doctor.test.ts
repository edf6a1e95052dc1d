import { expect } from 'chai';
import { NewsError } from '../../../src/model/news-error.js';
import { reportOnce } from '../../../src/elements/report.js';
import { ADAPTERS } from '../../../src/source/adapter-table.js';
import { corsAdvice, isMixedContent, settingFor } from '../../../src/source/cors-advice.js';
import { examine, explainUnreachable } from '../../../src/source/cors-doctor.js';
import { closeSource, newSite, serve, soon } from './support.js';

const PAGE = location.origin;
const fails = () => {
  throw new TypeError('Failed to fetch');
};

describe('why a source cannot be reached', () => {
  afterEach(() => {
    closeSource();
    Reflect.deleteProperty(navigator, 'onLine');
  });

  it('there is no network', async () => {
    const asked = serve({});
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    expect(await examine(`${newSite()}/x`)).to.equal('offline');
    expect(asked.length).to.equal(0);
  });

  it('the host answers: then it is the header', async () => {
    const asked = serve(() => new Response('words'));
    expect(await examine(`${newSite()}/x`)).to.equal('no-header');
    expect(asked[0]).to.include({ mode: 'no-cors', credentials: 'omit', cache: 'no-store', method: 'GET' });
  });

  it('the host does not answer', async () => {
    serve(fails);
    expect(await examine(`${newSite()}/x`)).to.equal('silent');
  });

  it('the host keeps silent', async () => {
    serve(() => () => new Promise(() => {}));
    expect(await examine(`${newSite()}/x`, { timeout: 20 })).to.equal('silent');
  });

  it('the page answers again itself', async () => {
    serve(() => new Response('words'));
    expect(await examine(`${PAGE}/x`)).to.equal('answers');
  });

  const violation = (url: string, effectiveDirective = 'connect-src', disposition = 'enforce') => {
    document.dispatchEvent(
      new SecurityPolicyViolationEvent('securitypolicyviolation', {
        blockedURI: url,
        documentURI: PAGE,
        effectiveDirective,
        violatedDirective: effectiveDirective,
        originalPolicy: '',
        disposition: disposition as SecurityPolicyViolationEventDisposition,
        statusCode: 200,
      }),
    );
    fails();
  };

  it("the page's own policy forbids it", async () => {
    serve(({ url }) => violation(url) as never);
    expect(await examine(`${newSite()}/x`)).to.equal('policy');
  });

  it('another report means nothing', async () => {
    for (const report of [
      () => violation('https://other.example/x'),
      ({ url }: Request) => violation(url, 'img-src'),
      ({ url }: Request) => violation(url, 'connect-src', 'report'),
    ]) {
      serve((request) => report(request) as never);
      expect(await examine(`${newSite()}/x`)).to.equal('silent');
    }
  });

  it('an address without encryption on a page with it', () => {
    expect(isMixedContent('http://api.example/', 'https://my.page')).to.equal(true);
    for (const url of [
      'https://api.example/',
      'http://localhost:3000/',
      'http://127.0.0.1/',
      'http://[::1]:8/',
    ]) {
      expect(isMixedContent(url, 'https://my.page'), url).to.equal(false);
    }
    expect(isMixedContent('http://api.example/', 'http://my.page')).to.equal(false);
  });

  it('says the header, the setting of that system, and the way around', async () => {
    serve(() => new Response('words'));
    const url = `${newSite()}/items/articles`;
    const said = await explainUnreachable({ url }, { adapter: 'directus' });
    expect(said).to.contain(`Access-Control-Allow-Origin: ${PAGE} (or *)`);
    expect(said).to.contain(`Directus: environment: CORS_ENABLED=true and CORS_ORIGIN=${PAGE}`);
    expect(said)
      .to.contain('proxy="')
      .and.to.contain(`npx newsprint-elements doctor '${url}' --origin=${PAGE}`);
    expect(said).not.to.contain('OPTIONS');
  });

  it('gives a command that no address can break out of', async () => {
    serve(() => new Response('words'));
    const url = `${newSite()}/x?'$(touch%20y)\`z\`"`;
    const said = await explainUnreachable({ url });
    expect(said).to.contain(`doctor '${url.replace("'", '%27')}' --origin=`);
  });

  it('knows the system by the address when nobody names it', async () => {
    serve(() => new Response('words'));
    const url = `${newSite()}/items/articles`;
    for (const adapter of ['', 'auto', 'directus mastodon']) {
      expect(await explainUnreachable({ url }, { adapter }), adapter).to.contain('CORS_ENABLED');
    }
    expect(await explainUnreachable({ url: `${newSite()}/unknown` }))
      .to.contain('nginx')
      .and.to.contain('Apache');
  });

  it('says what posting and cookies need besides', async () => {
    serve(() => new Response('words'));
    const url = `${newSite()}/x`;
    expect(await explainUnreachable({ url }, { during: 'post' })).to.contain('OPTIONS');
    const said = await explainUnreachable({ url }, { credentials: 'include' });
    expect(said).to.contain('(not *)').and.to.contain('Allow-Credentials: true');
  });

  it('asks for nothing that no browser asks for', async () => {
    const asked = serve({});
    for (const url of [undefined, '', 'about:blank', 'at://did:plc:x/y', 'data:,x']) {
      expect(await explainUnreachable({ url })).to.equal(undefined);
    }
    expect(asked.length).to.equal(0);
  });

  it('has advice for every adapter, and no place in it that is not filled', () => {
    for (const { name } of ADAPTERS) {
      const words = settingFor(name, 'https://my.page');
      expect(corsAdvice(name).system, name).not.to.equal('The server');
      expect(words, name).not.to.match(/[{]\w+[}]/);
    }
    expect(corsAdvice('constructor').system).to.equal('The server');
    expect(settingFor('waline', 'https://my.page:8080')).to.contain('my.page:8080');
  });
});

describe('what the console is told', () => {
  const { warn } = console;
  let said: string[] = [];
  beforeEach(() => {
    said = [];
    console.warn = (line: string) => void said.push(line);
  });
  afterEach(() => {
    console.warn = warn;
    closeSource();
  });

  it('once for a host, however many elements and addresses', async () => {
    const asked = serve(() => new Response('words'));
    const site = newSite();
    for (const path of ['a', 'b', 'c']) {
      reportOnce('article-card', new NewsError('unreachable', 'No answer.', { url: `${site}/${path}` }));
    }
    await soon(300);
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('[newsprint] <article-card> unreachable:').and.to.contain('this page read it');
    expect(asked.length).to.equal(1);
  });

  it('at once when it is no question of the host', async () => {
    const asked = serve({});
    const site = newSite();
    reportOnce('article-card', new NewsError('not-found', 'None.', { url: site }));
    reportOnce('article-card', new NewsError('unreachable', 'No code.', { url: site, code: 'code-missing' }));
    reportOnce('article-card', new NewsError('unreachable', 'No code at all.'));
    expect(said.map((line) => line.split(': ')[1]?.split(' http')[0])).to.deep.equal([
      'None.',
      'No code.',
      'No code at all.',
    ]);
    await soon(50);
    expect(asked.length).to.equal(0);
  });
});
