import { expect } from 'chai';
import type { NewsErrorKind } from '../../../src/model/news-error.js';
import { createIo, MAX_BYTES, TRIES } from '../../../src/source/io.js';
import {
  closeSource,
  deferred,
  expectFailure,
  failure,
  json,
  newSite,
  quickIo,
  serve,
  soon,
  xml,
} from './support.js';

const address = () => `${newSite()}/posts`;
const html = (status: number) =>
  new Response('<!doctype html><h1>Sorry</h1>', { status, headers: { 'content-type': 'text/html' } });
const endless = () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }));
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const aborted = (promise: Promise<unknown>) =>
  promise.then(
    () => 'answered',
    (error: unknown) => (error as Error).name,
  );

describe('io: answers', () => {
  afterEach(closeSource);

  it('gives the value, the address, the status and the headers', async () => {
    const url = address();
    serve({ [url]: json([1, 2], { status: 203, headers: { 'X-WP-Total': '62' } }) });
    const answer = await quickIo().json(url);
    expect(answer.value).to.deep.equal([1, 2]);
    expect(answer).to.include({ url, status: 203 });
    expect(answer.header('x-wp-total')).to.equal('62');
    expect(answer.header('Link')).to.equal(null);
  });

  it('gives text and documents in the charset that they are in', async () => {
    const url = address();
    const latin = (markup: string) => Uint8Array.from(markup, (letter) => letter.charCodeAt(0));
    serve({ [url]: xml(latin('<?xml version="1.0" encoding="iso-8859-1"?><a>Málaga</a>')) });
    expect((await quickIo().text(url)).value).to.contain('<a>Málaga</a>');
    const { value } = await quickIo().document(url, 'application/xml');
    expect(value.documentElement.textContent).to.equal('Málaga');
    expect(value.defaultView).to.equal(null);
  });

  it('takes JSON with a byte order mark', async () => {
    const url = address();
    serve({ [url]: new Response(Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d)) });
    expect((await quickIo().json(url)).value).to.deep.equal({});
  });

  it('takes XML after white space, which the standard does not', async () => {
    const url = address();
    serve({ [url]: xml('\r\n\t <?xml version="1.0"?><a/>') });
    const { value } = await quickIo().document(url, 'application/xml');
    expect(value.documentElement.localName).to.equal('a');
  });

  it('asks without cookies and without anything that causes a preflight', async () => {
    const url = address();
    const asked = serve({ [url]: {} });
    await quickIo().json(url);
    await quickIo().json(url, { fresh: true });
    expect(asked.map(({ method, credentials, mode }) => [method, credentials, mode])).to.deep.equal([
      ['GET', 'omit', 'cors'],
      ['GET', 'omit', 'cors'],
    ]);
    expect(asked.flatMap(({ headers }) => [...headers.keys()])).to.deep.equal([]);
    expect(asked.map(({ cache }) => cache)).to.deep.equal(['default', 'no-cache']);
  });

  it('asks again for each load of an element that wants it fresh', async () => {
    const url = address();
    const asked = serve({ [url]: {} });
    await quickIo().json(url);
    await quickIo().json(url);
    await quickIo({ fresh: true }).json(url);
    await quickIo({ fresh: true }).json(url, { fresh: false });
    expect(asked.length).to.equal(2);
  });
});

describe('io: refusals', () => {
  afterEach(closeSource);

  const KINDS: [status: number, kind: NewsErrorKind, tries: number][] = [
    [400, 'validation', 1],
    [401, 'login-required', 1],
    [403, 'forbidden', 1],
    [404, 'not-found', 1],
    [408, 'timeout', 1],
    [409, 'duplicate', 1],
    [410, 'not-found', 1],
    [413, 'too-large', 1],
    [418, 'validation', 1],
    [429, 'rate-limited', TRIES],
    [500, 'server', TRIES],
    [501, 'server', 1],
    [502, 'server', TRIES],
    [503, 'server', TRIES],
    [504, 'server', TRIES],
    [505, 'server', 1],
  ];
  for (const [status, kind, tries] of KINDS) {
    it(`${status} is ${kind}, asked ${tries === 1 ? 'once' : `${tries} times`}`, async () => {
      const url = address();
      const asked = serve({ [url]: html(status) });
      const error = await expectFailure(quickIo().json(url), kind);
      expect(error).to.include({ status, url, message: `HTTP ${status}`, code: undefined });
      expect(asked.length).to.equal(tries);
    });
  }

  it('carries code, message as plain text and the whole answer, but only from JSON', async () => {
    const url = address();
    const body = { code: 'rest_post_invalid_id', message: 'It&#8217;s <b>gone</b>.', data: { status: 404 } };
    serve({ [url]: json(body, { status: 404 }) });
    const error = await failure(quickIo().json(url));
    expect(error).to.include({ code: 'rest_post_invalid_id', message: 'It’s gone.' });
    expect(error.answer).to.deep.equal(body);
  });

  for (const body of [null, 7, [], 'x', { code: 5, message: {} }, { code: ['a'], message: null }]) {
    it(`is not confused by a refusal in the words ${JSON.stringify(body)}`, async () => {
      const url = address();
      serve({ [url]: json(body, { status: 403 }) });
      const error = await expectFailure(quickIo().json(url), 'forbidden');
      expect(error).to.include({ message: 'HTTP 403', code: undefined });
    });
  }

  it('knows a refusal by its status, however large its page is', async () => {
    const url = address();
    serve({ [url]: new Response('x'.repeat(200), { status: 404 }) });
    await expectFailure(quickIo({ maxBytes: 100 }).json(url), 'not-found');
  });

  const RETRY_AFTER: [header: () => string, seconds: number | undefined][] = [
    [() => '120', 120],
    [() => new Date(Date.now() + 90_000).toUTCString(), 90],
    [() => 'soon', undefined],
  ];
  for (const [header, seconds] of RETRY_AFTER) {
    it(`reads Retry-After: ${seconds ? header() : 'soon'}`, async () => {
      const url = address();
      const asked = serve(() => json({}, { status: 429, headers: { 'Retry-After': header() } }));
      const error = await expectFailure(quickIo().json(url), 'rate-limited');
      if (seconds === undefined) expect(error.retryAfter).to.equal(undefined);
      else expect(error.retryAfter).to.be.within(seconds - 5, seconds);
      expect(asked.length, 'what is put off for long is not asked again').to.equal(seconds ? 1 : TRIES);
    });
  }

  it('knows that an allowance is used up where a source says 403, and when there is a new one', async () => {
    const url = address();
    const headers = {
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': String(Math.floor(Date.now() / 1000) + 600),
    };
    const asked = serve(() => json({}, { status: 403, headers }));
    const error = await expectFailure(quickIo().json(url), 'rate-limited');
    expect(error.retryAfter).to.be.within(590, 600);
    expect(asked.length).to.equal(1);
    serve(() => json({}, { status: 403, headers: { ...headers, 'X-RateLimit-Remaining': '7' } }));
    await expectFailure(quickIo().json(address()), 'forbidden');
  });

  it('comes back when the source said, rather than after its own pause', async () => {
    const url = address();
    const asked = serve(() =>
      asked.length === 1 ? json({}, { status: 503, headers: { 'Retry-After': '0' } }) : json('here'),
    );
    expect((await quickIo({ backoff: 60_000 }).json(url)).value).to.equal('here');
    expect(asked.length).to.equal(2);
  });

  it('gives the answer of the last try, and forgets the failures before', async () => {
    const url = address();
    const asked = serve(() => (asked.length < TRIES ? html(500) : json('here')));
    expect((await quickIo().json(url)).value).to.equal('here');
    expect(asked.length).to.equal(TRIES);
  });

  it('waits longer from try to try', async () => {
    const url = address();
    const times: number[] = [];
    serve(() => {
      times.push(performance.now());
      return html(500);
    });
    await failure(quickIo({ backoff: 30 }).json(url));
    expect(times[1]! - times[0]!).to.be.at.least(14);
    expect(times[2]! - times[1]!).to.be.at.least(29);
  });

  it('stops waiting for the next try when nobody wants the answer any more', async () => {
    const url = address();
    const controller = new AbortController();
    const asked = serve(() => html(500));
    const answer = aborted(quickIo({ backoff: 20 }, controller.signal).json(url));
    await soon(1);
    controller.abort();
    expect(await answer).to.equal('AbortError');
    await soon(40);
    expect(asked.length).to.equal(1);
  });
});

describe('io: broken answers', () => {
  afterEach(closeSource);

  const BROKEN: [what: string, body: string | null, words: RegExp][] = [
    ['HTML', '\n<!doctype html><h1>Maintenance</h1>', /HTML or XML/],
    ['truncated JSON', '[{"id": 1, "title": {"rend', /something broken/],
    ['an empty body', '', /something broken/],
    ['no body', null, /something broken/],
    ['a warning of PHP before JSON', 'Warning: Undefined key in x.php\n{"id": 1}', /something broken/],
  ];
  for (const [what, body, words] of BROKEN) {
    it(`${what} where JSON was expected is parse`, async () => {
      const url = address();
      const asked = serve({ [url]: new Response(body) });
      const error = await expectFailure(quickIo().json(url), 'parse');
      expect(error).to.include({ url, status: 200 });
      expect(error.message).to.match(words);
      expect(asked.length).to.equal(1);
    });
  }

  it('204 is parse', async () => {
    const url = address();
    serve({ [url]: new Response(null, { status: 204 }) });
    await expectFailure(quickIo().json(url), 'parse');
  });

  it('does not keep an answer that is no JSON', async () => {
    const url = address();
    const asked = serve(() => (asked.length === 1 ? html(200) : json('here')));
    await expectFailure(quickIo().json(url), 'parse');
    expect((await quickIo({ fresh: true }).json(url)).value).to.equal('here');
  });

  it('more bytes than the limit are too-large, declared or not', async () => {
    const [declared, streamed, exact] = [address(), address(), address()];
    const body = (length: number) => `"${'x'.repeat(length - 2)}"`;
    serve({
      [declared]: new Response(body(10), { headers: { 'Content-Length': '101' } }),
      [streamed]: new Response(body(101)),
      [exact]: new Response(body(100)),
    });
    const io = quickIo({ maxBytes: 100 });
    await expectFailure(io.json(declared), 'too-large');
    await expectFailure(io.json(streamed), 'too-large');
    expect((await io.json(exact)).value).to.have.length(98);
  });

  it('has a limit of 2 MiB', async () => {
    const [over, exact] = [address(), address()];
    serve({
      [over]: new Response(new Uint8Array(MAX_BYTES + 1)),
      [exact]: new Response(new Uint8Array(MAX_BYTES)),
    });
    expect(MAX_BYTES).to.equal(2_097_152);
    await expectFailure(quickIo().text(over), 'too-large');
    expect((await quickIo().text(exact)).value).to.have.length(MAX_BYTES);
  });

  const SHAPES: [what: string, text: string, fits: boolean][] = [
    ['32 levels', nested(32), true],
    ['33 levels', nested(33), false],
    ['a hundred thousand levels', nested(100_000), false],
    ['a list of 5,000', JSON.stringify(Array(5000).fill(1)), true],
    ['a list of 5,001', JSON.stringify({ posts: Array(5001).fill(1) }), false],
  ];
  for (const [what, text, fits] of SHAPES) {
    it(`${what} ${fits ? 'pass' : 'are too-large'}`, async () => {
      const url = address();
      serve({ [url]: new Response(text) });
      if (fits) await quickIo().json(url);
      else await expectFailure(quickIo().json(url), 'too-large');
    });
  }

  it('a refusal whose JSON is too deep is still that refusal', async () => {
    const url = address();
    serve({ [url]: new Response(nested(50), { status: 404 }) });
    await expectFailure(quickIo().json(url), 'not-found');
  });
});

describe('io: no answer', () => {
  afterEach(closeSource);

  it('a dead address is unreachable, asked once', async () => {
    await expectFailure(quickIo().json('http://127.0.0.1:9/'), 'unreachable');
    const asked = serve(() => {
      throw new TypeError('Failed to fetch'); // as a redirect loop ends, too
    });
    const url = address();
    const error = await expectFailure(quickIo().json(url), 'unreachable');
    expect(error).to.include({ url, status: undefined });
    expect(asked.length).to.equal(1);
  });

  it('a host that sends no CORS headers is unreachable', async () => {
    const other = new URL(location.href);
    other.hostname = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
    await expectFailure(quickIo().text(other.href), 'unreachable');
  });

  it('an answer that breaks off is unreachable', async () => {
    const url = address();
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('[1, 2')),
      pull: (controller) => controller.error(new TypeError('network error')),
    });
    serve({ [url]: new Response(body) });
    await expectFailure(quickIo().json(url), 'unreachable');
  });

  it('an answer that does not begin, or does not end, is timeout', async () => {
    const [silent, neverEnding] = [address(), address()];
    const asked = serve({ [silent]: () => new Promise(() => {}), [neverEnding]: endless() });
    const error = await expectFailure(quickIo({ timeout: 15 }).json(silent), 'timeout');
    expect(error).to.include({ url: silent, status: undefined });
    await expectFailure(quickIo({ timeout: 15 }).json(neverEnding), 'timeout');
    expect(asked.map(({ signal }) => signal.aborted)).to.deep.equal([true, true]);
  });

  it('is an AbortError when the element no longer wants it: before, meanwhile, and in the body', async () => {
    const [silent, neverEnding] = [address(), address()];
    const asked = serve({ [silent]: () => new Promise(() => {}), [neverEnding]: endless() });
    expect(await aborted(quickIo({}, AbortSignal.abort()).json(silent))).to.equal('AbortError');
    expect(asked.length).to.equal(0);
    for (const url of [silent, neverEnding]) {
      const controller = new AbortController();
      const answer = aborted(quickIo({}, controller.signal).json(url));
      await soon(2);
      controller.abort();
      expect(await answer).to.equal('AbortError');
      expect(asked.at(-1)!.signal.aborted).to.equal(true);
    }
  });

  it('lets an answer be that came in time', async () => {
    const url = address();
    const asked = serve({ [url]: {} });
    await quickIo({ timeout: 60 }).json(url);
    await soon(80);
    expect(asked[0]!.signal.aborted).to.equal(false);
  });
});

describe('io: posting', () => {
  afterEach(closeSource);
  const fields = { author_name: 'José & Søn', content: 'a=b&c\nd' };

  it('sends a form, which costs no preflight, without cookies', async () => {
    const url = address();
    const asked = serve({ [url]: json({ id: 9 }, { status: 201 }) });
    const answer = await quickIo().postForm(url, fields);
    expect(answer.value).to.deep.equal({ id: 9 });
    expect(answer.status).to.equal(201);
    const [request] = asked;
    expect(request).to.include({ method: 'POST', credentials: 'omit', mode: 'cors' });
    expect([...request!.headers]).to.deep.equal([
      ['content-type', 'application/x-www-form-urlencoded;charset=UTF-8'],
    ]);
    expect(Object.fromEntries(new URLSearchParams(await request!.text()))).to.deep.equal(fields);
  });

  for (const status of [429, 500, 502, 503]) {
    it(`is not repeated after ${status}`, async () => {
      const url = address();
      const asked = serve(() => json({}, { status, headers: { 'Retry-After': '0' } }));
      await failure(quickIo().postForm(url, fields));
      await soon(10);
      expect(asked.length).to.equal(1);
    });
  }

  it('is not shared: the same form sent twice is sent twice', async () => {
    const url = address();
    const asked = serve({ [url]: {} });
    await Promise.all([quickIo().postForm(url, fields), quickIo().postForm(url, fields)]);
    expect(asked.length).to.equal(2);
  });

  it('has twice the time, and can be aborted', async () => {
    const url = address();
    serve({ [url]: () => soon(70).then(() => json({})) });
    await quickIo({ timeout: 60 }).postForm(url, fields);
    await expectFailure(quickIo({ timeout: 5 }).postForm(url, fields), 'timeout');
    const controller = new AbortController();
    const answer = aborted(createIo(controller.signal).postForm(url, fields));
    controller.abort();
    expect(await answer).to.equal('AbortError');
  });

  const OUTCOMES: [what: string, reply: () => Response][] = [
    ['stored', () => json({}, { status: 201 })],
    ['found to be there already', () => json({}, { status: 409 })],
    ['answered with something broken', () => html(201)],
  ];
  for (const [what, reply] of OUTCOMES) {
    it(`what that host has is asked for again after something was ${what}`, async () => {
      const site = newSite();
      const other = newSite();
      const asked = serve(({ method }) => (method === 'POST' ? reply() : json([])));
      await quickIo().json(`${site}/comments?post=1`);
      await quickIo().json(`${other}/posts`);
      await quickIo()
        .postForm(`${site}/comments`, fields)
        .catch(() => {});
      await quickIo().json(`${site}/comments?post=1`);
      await quickIo().json(`${other}/posts`);
      expect(
        asked.map(({ method, url }) => `${method} ${new URL(url).pathname}${new URL(url).search}`),
      ).to.deep.equal(['GET /comments?post=1', 'GET /posts', 'POST /comments', 'GET /comments?post=1']);
    });
  }

  it('does not keep a list that was asked for before the form was sent', async () => {
    const site = newSite();
    const list = deferred<Response>();
    const asked = serve(({ method }) =>
      method === 'POST' ? json({}) : asked.length === 1 ? () => list.promise : json(['new']),
    );
    const before = quickIo().json(`${site}/comments`);
    await soon();
    await quickIo().postForm(`${site}/comments`, fields);
    list.resolve(json(['old']));
    expect((await before).value).to.deep.equal(['old']);
    expect((await quickIo().json(`${site}/comments`)).value).to.deep.equal(['new']);
  });
});

describe('io: what a page may ask for', () => {
  afterEach(closeSource);

  it('lets the source see no cookies, unless the page says so', async () => {
    const site = newSite();
    const asked = serve(() => json({}));
    await quickIo().json(`${site}/a`);
    await quickIo({ credentials: 'include' }).json(`${site}/a`);
    await quickIo({ credentials: 'include' }).postForm(`${site}/b`, {});
    await quickIo().postJson(`${site}/b`, {});
    expect(asked.map(({ credentials }) => credentials)).to.deep.equal(['omit', 'include', 'include', 'omit']);
  });

  it('reads through a proxy, and still says where the answer is from', async () => {
    const url = `${newSite()}/feed?a=1&b=2`;
    const proxy = 'https://proxy.example/?url={url}';
    const asked = serve(() => json({}));
    const answer = await quickIo({ proxy }).json(url);
    expect(asked[0]!.url).to.equal(`https://proxy.example/?url=${encodeURIComponent(url)}`);
    expect(answer.url).to.equal(url);
    await quickIo({ proxy }).json(url);
    expect(asked.length).to.equal(1);
    await quickIo().json(url);
    expect(asked[1]!.url).to.equal(url);
  });

  it('posts nothing through a proxy', async () => {
    const site = newSite();
    const asked = serve(() => json({}));
    await quickIo({ proxy: 'https://proxy.example/?url={url}' }).postForm(`${site}/comments`, {});
    expect(asked[0]!.url).to.equal(`${site}/comments`);
  });

  it('a proxy without a place for the URL is an error', async () => {
    const asked = serve(() => json({}));
    await expectFailure(quickIo({ proxy: 'https://proxy.example/' }).json(address()), 'unsupported');
    expect(asked.length).to.equal(0);
  });

  it('says which media types are wanted, in a header that causes no preflight', async () => {
    const url = address();
    const asked = serve(() => json({}));
    await quickIo().json(url, { accept: 'application/vnd.github.full+json' });
    await quickIo().json(url);
    expect(asked.map(({ headers }) => headers.get('accept'))).to.deep.equal([
      'application/vnd.github.full+json',
      null,
    ]);
  });

  it('posts JSON, of any media type; an empty answer is none', async () => {
    const url = address();
    const asked = serve(({ method }) => (method === 'POST' ? new Response(null, { status: 204 }) : json({})));
    const answer = await quickIo().postJson(url, { a: '<&>' }, 'application/vnd.api+json');
    expect(asked[0]!.headers.get('content-type')).to.equal('application/vnd.api+json');
    expect(await asked[0]!.text()).to.equal('{"a":"<&>"}');
    expect([answer.value, answer.status]).to.deep.equal([undefined, 204]);
  });

  it('a refusal in HTML goes along as text', async () => {
    const url = address();
    serve({ [url]: () => html(400) });
    const error = await failure(quickIo().json(url));
    expect(error.answer).to.contain('<h1>Sorry</h1>');
    expect(error.message).to.equal('HTTP 400');
  });
});

describe('io: hosts', () => {
  afterEach(closeSource);

  it('asks one host for six things at once, and no more', async () => {
    const site = newSite();
    const answers = deferred<void>();
    const asked = serve(() => async () => {
      await answers.promise;
      return json({});
    });
    const reads = Array.from({ length: 9 }, (_, i) => quickIo().json(`${site}/${i}`));
    await soon(20);
    expect(asked.length).to.equal(6);
    answers.resolve();
    await Promise.all(reads);
    expect(asked.length).to.equal(9);
  });

  it('leaves a host alone that has asked for it, whatever is wanted from it, and no other', async () => {
    const site = newSite();
    const asked = serve(({ url }) =>
      url.endsWith('/busy') ? new Response('', { status: 429, headers: { 'retry-after': '600' } }) : json({}),
    );
    const busy = await expectFailure(quickIo().json(`${site}/busy`), 'rate-limited');
    expect(busy.retryAfter).to.equal(600);
    const other = await expectFailure(quickIo().json(`${site}/other`), 'rate-limited');
    expect(other.retryAfter).to.be.within(590, 600);
    expect(asked.length).to.equal(1);
    await quickIo().json(`${newSite()}/other`);
  });

  it('those that stand in the queue wait, too, when a host asks for a moment', async () => {
    const site = newSite();
    const asked = serve(({ url }) =>
      url.endsWith('/0') ? new Response('', { status: 429, headers: { 'retry-after': '600' } }) : json({}),
    );
    const reads = Array.from({ length: 12 }, (_, i) =>
      quickIo()
        .json(`${site}/${i}`)
        .catch(({ kind }) => kind),
    );
    const outcomes = await Promise.all(reads);
    expect(asked.length).to.equal(6);
    expect(outcomes.filter((outcome) => outcome === 'rate-limited').length).to.equal(7);
  });

  it('a busy source behind a proxy closes no other one', async () => {
    const proxy = 'https://proxy-of-two.example/?url={url}';
    const [busy, other] = [newSite(), newSite()];
    serve(({ url }) =>
      url.includes(encodeURIComponent(busy))
        ? new Response('', { status: 429, headers: { 'retry-after': '600' } })
        : json({}),
    );
    await expectFailure(quickIo({ proxy }).json(`${busy}/feed`), 'rate-limited');
    expect((await quickIo({ proxy }).json(`${other}/feed`)).status).to.equal(200);
  });

  it('waits with the others when a host asks for a moment', async () => {
    const site = newSite();
    let first = true;
    const asked = serve(() => {
      if (!first) return json({});
      first = false;
      return new Response('', { status: 429, headers: { 'retry-after': '1' } });
    });
    const begun = Date.now();
    const one = quickIo().json(`${site}/1`);
    await soon(50);
    await Promise.all([one, quickIo().json(`${site}/2`)]);
    expect(Date.now() - begun).to.be.at.least(900);
    expect(asked.length).to.equal(3);
  });
});
