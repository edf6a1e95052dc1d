import { expect } from 'chai';
import { LIFETIME, RequestPool, type StoredAnswer } from '../../../src/source/request-pool.js';
import { deferred, soon } from './support.js';

const URL = 'https://site.example/posts';
const stored = (url = URL): StoredAnswer => ({
  bytes: new Uint8Array(),
  url,
  status: 200,
  headers: new Headers(),
});
const forEver = new AbortController().signal;
const nameOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'answered',
    (error: unknown) => (error as Error).name,
  );

/** A source that is answered by hand. */
function source() {
  const asked: { signal: AbortSignal; answer(value?: StoredAnswer): void; refuse(reason: unknown): void }[] =
    [];
  const ask = (signal: AbortSignal): Promise<StoredAnswer> => {
    const { promise, resolve, reject } = deferred<StoredAnswer>();
    signal.addEventListener('abort', () => reject(signal.reason));
    asked.push({ signal, answer: (value = stored()) => resolve(value), refuse: reject });
    return promise;
  };
  return { asked, ask };
}

const now = Date.now;
const later = (milliseconds: number) => (Date.now = () => now() + milliseconds);

describe('RequestPool', () => {
  afterEach(() => (Date.now = now));

  it('asks once for all who want the same URL at once', async () => {
    const pool = new RequestPool();
    const { asked, ask } = source();
    const answers = [1, 2, 3].map(() => pool.get(URL, ask, forEver, false));
    const other = pool.get(`${URL}?page=2`, ask, forEver, false);
    expect(asked.length).to.equal(2);
    const answer = stored();
    asked[0]!.answer(answer);
    expect((await Promise.all(answers)).every((got) => got === answer)).to.equal(true);
    asked[1]!.answer();
    expect(await other).not.to.equal(answer);
  });

  it('gives the same answer for a minute, and no longer', async () => {
    const pool = new RequestPool();
    const { asked, ask } = source();
    const get = () => {
      const answer = pool.get(URL, ask, forEver, false);
      asked.at(-1)!.answer();
      return answer;
    };
    const first = await get();
    expect(await get()).to.equal(first);
    later(LIFETIME - 50);
    expect(await get()).to.equal(first);
    later(LIFETIME + 1);
    expect(await get()).not.to.equal(first);
    expect(asked.length).to.equal(2);
    expect(LIFETIME).to.equal(60_000);
  });

  it('fresh: asks again, for everybody after it too', async () => {
    const pool = new RequestPool();
    const { asked, ask } = source();
    const first = pool.get(URL, ask, forEver, false);
    asked[0]!.answer();
    await first;
    const fresh = pool.get(URL, ask, forEver, true);
    const after = pool.get(URL, ask, forEver, false);
    expect(asked.length).to.equal(2);
    asked[1]!.answer();
    expect(await fresh).to.equal(await after);
    expect(await fresh).not.to.equal(await first);
  });

  it('fresh: an answer that is on its way is fresh enough', async () => {
    const pool = new RequestPool();
    const { asked, ask } = source();
    const answers = [pool.get(URL, ask, forEver, false), pool.get(URL, ask, forEver, true)];
    asked[0]!.answer();
    await Promise.all(answers);
    expect(asked.length).to.equal(1);
  });

  it('tells all who wait of a failure, and does not keep it', async () => {
    const pool = new RequestPool();
    const { asked, ask } = source();
    const answers = [1, 2].map(() => nameOf(pool.get(URL, ask, forEver, false)));
    asked[0]!.refuse(new RangeError('no'));
    expect(await Promise.all(answers)).to.deep.equal(['RangeError', 'RangeError']);
    const again = pool.get(URL, ask, forEver, false);
    asked[1]!.answer();
    expect((await again).status).to.equal(200);
  });

  it('is aborted when the last one who waits has gone, not before', async () => {
    const pool = new RequestPool();
    const { asked, ask } = source();
    const users = [1, 2].map(() => new AbortController());
    const answers = users.map(({ signal }) => nameOf(pool.get(URL, ask, signal, false)));
    users[0]!.abort();
    expect(await answers[0]).to.equal('AbortError');
    expect(asked[0]!.signal.aborted).to.equal(false);
    users[1]!.abort();
    expect(asked[0]!.signal.aborted).to.equal(true);
    expect(await answers[1]).to.equal('AbortError');
  });

  it('serves those who stay, and those who come after one has gone', async () => {
    const pool = new RequestPool();
    const { asked, ask } = source();
    const leaving = new AbortController();
    const [left, stays] = [leaving.signal, forEver].map((signal) =>
      nameOf(pool.get(URL, ask, signal, false)),
    );
    leaving.abort();
    const comes = nameOf(pool.get(URL, ask, forEver, false));
    asked[0]!.answer();
    expect(await Promise.all([left, stays, comes])).to.deep.equal(['AbortError', 'answered', 'answered']);
    expect(asked.length).to.equal(1);
  });

  it('begins again for who comes at the moment of the abort', async () => {
    const pool = new RequestPool();
    const { asked, ask } = source();
    const leaving = new AbortController();
    const left = nameOf(pool.get(URL, ask, leaving.signal, false));
    leaving.abort();
    const comes = pool.get(URL, ask, forEver, false);
    expect(asked.length).to.equal(2);
    asked[1]!.answer();
    expect(await left).to.equal('AbortError');
    expect((await comes).status).to.equal(200);
    await pool.get(URL, ask, forEver, false);
    expect(asked.length).to.equal(2);
  });

  it('does not ask for somebody who has gone already', async () => {
    const { asked, ask } = source();
    expect(await nameOf(new RequestPool().get(URL, ask, AbortSignal.abort(), false))).to.equal('AbortError');
    expect(asked.length).to.equal(0);
  });

  it('an abort after the answer changes nothing', async () => {
    const pool = new RequestPool();
    const { asked, ask } = source();
    const user = new AbortController();
    const answer = pool.get(URL, ask, user.signal, false);
    asked[0]!.answer();
    await answer;
    user.abort();
    expect(asked[0]!.signal.aborted).to.equal(false);
    await pool.get(URL, ask, forEver, false);
    expect(asked.length).to.equal(1);
  });

  it('keeps the newest 50 answers', async () => {
    const pool = new RequestPool();
    const { asked, ask } = source();
    const get = (page: number) => {
      const before = asked.length;
      const answer = pool.get(`${URL}?page=${page}`, ask, forEver, false);
      if (asked.length > before) asked.at(-1)!.answer();
      return answer.then(() => asked.length > before);
    };
    for (let page = 1; page <= 50; page++) await get(page);
    expect(await get(1), '50 are kept').to.equal(false);
    await get(51);
    expect(await get(2), 'the second is kept').to.equal(false);
    expect(await get(51)).to.equal(false);
    expect(await get(1), 'the oldest has gone').to.equal(true);
    expect(await get(2), 'and now the second').to.equal(true);
  });

  it('counts an answer that was asked for again as new', async () => {
    const pool = new RequestPool();
    const { asked, ask } = source();
    const get = async (page: number, fresh = false) => {
      const before = asked.length;
      const answer = pool.get(`${URL}?page=${page}`, ask, forEver, fresh);
      if (asked.length > before) asked.at(-1)!.answer();
      await answer;
      return asked.length > before;
    };
    for (let page = 1; page <= 50; page++) await get(page);
    await get(1, true);
    await get(51);
    expect(await get(1)).to.equal(false);
    expect(await get(2)).to.equal(true);
  });

  it('never drops what somebody waits for, however many there are', async () => {
    const pool = new RequestPool();
    const { asked, ask } = source();
    const answers = Array.from({ length: 60 }, (_, page) =>
      pool.get(`${URL}?page=${page}`, ask, forEver, false),
    );
    const again = pool.get(`${URL}?page=0`, ask, forEver, false);
    expect(asked.length).to.equal(60);
    for (const { answer } of asked) answer();
    await Promise.all([...answers, again]);
  });

  it('forgets a host with all its addresses, and no other', async () => {
    const pool = new RequestPool();
    const { asked, ask } = source();
    const get = async (url: string) => {
      const before = asked.length;
      const answer = pool.get(url, ask, forEver, false);
      if (asked.length > before) asked.at(-1)!.answer();
      await answer;
      return asked.length > before;
    };
    const urls = [
      URL,
      `${URL}?post=1`,
      `${URL}/5 omit `,
      URL.replace('//', '//www.'),
      URL.replace('https', 'http'),
    ];
    for (const url of urls) await get(url);
    pool.forget(`${URL}?_locale=user`);
    const again: boolean[] = [];
    for (const url of urls) again.push(await get(url));
    expect(again).to.deep.equal([true, true, true, false, false]);
  });

  it('what is forgotten on its way reaches those who wait, and nobody else', async () => {
    const pool = new RequestPool();
    const { asked, ask } = source();
    const waits = pool.get(URL, ask, forEver, false);
    pool.forget(URL);
    const comes = pool.get(URL, ask, forEver, false);
    expect(asked.length).to.equal(2);
    const [old, young] = [stored(), stored()];
    asked[1]!.answer(young);
    asked[0]!.answer(old);
    expect([await waits, await comes]).to.deep.equal([old, young]);
    expect(await pool.get(URL, ask, forEver, false)).to.equal(young);
    await soon();
    expect(asked.map(({ signal }) => signal.aborted)).to.deep.equal([false, false]);
  });
});
