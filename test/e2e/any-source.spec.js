// One page, one `src` without the name of an adapter, for every API: the answers are those that the conformance suite has.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from './fixtures.js';

const folder = fileURLToPath(new URL('../fixtures/adapters/', import.meta.url));
const read = (name, file) => JSON.parse(readFileSync(`${folder}${name}/${file}`, 'utf8'));
const CORS = { 'access-control-allow-origin': '*', 'access-control-expose-headers': '*' };

/** Method and URL, with parameters in any order: here is nothing written. */
function keyOf(method, address) {
  const url = new URL(address);
  url.searchParams.sort();
  return `${method} ${url.href}`;
}

async function serve(page, partner, exchanges) {
  const unknown = [];
  await page.route(
    (url) => url.protocol.startsWith('http') && url.origin !== partner.url,
    async (route) => {
      const request = route.request();
      const key = keyOf(request.method(), request.url());
      const found = exchanges.find(
        (exchange) => keyOf(exchange.request.method, exchange.request.url) === key,
      );
      if (!found) {
        unknown.push(key);
        return route.abort();
      }
      const { status, headers, json, text } = found.response;
      if (status === 0) return route.abort(); // what no script may read
      const body = json === undefined ? (text ?? '') : JSON.stringify(json);
      await route.fulfill({ status, headers: { ...headers, ...CORS }, body });
    },
  );
  return unknown;
}

/** A question that worked, whose URL is one that the adapter is known by. */
function known(questions, ask) {
  const detected = questions.filter((question) => question.ask === 'detect').map(({ src }) => src);
  return questions.find(
    (question) =>
      question.ask === ask && !question.item && !question.expect.error && detected.includes(question.src),
  );
}

for (const name of readdirSync(folder)) {
  const { adapter, mapping, questions } = read(name, 'questions.json');
  if (mapping) continue;
  const { exchanges } = read(name, 'exchanges.json');
  const story = known(questions, 'article');
  const thread = known(questions, 'comments');

  test(`${name}: shows the right thing without being told its name, and loads no other adapter`, async ({
    open,
    page,
    partner,
    requested,
  }) => {
    expect(story ?? thread, 'a question with a URL that is detected').toBeTruthy();
    await serve(page, partner, exchanges);
    const tag = story ? 'article-card' : 'comment-thread';
    const src = (story ?? thread).src.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    // Some sources are asked in another way for another order.
    const order = story ? '' : `sort="${thread.order ?? 'oldest'}"`;
    await open(`<${tag} loading="eager" ${order} src="${src}"></${tag}>`);
    if (story) {
      await expect(page.locator('article-card').getByRole('heading')).toHaveText(story.expect.article.title);
    } else {
      await expect(page.locator('comment-thread [data-comment]').first()).toBeVisible();
    }
    const chunks = requested
      .filter((url) => url.includes('/cdn/chunks/'))
      .map((url) => /([\w-]+?)(?:-[\w-]{8})?\.js$/.exec(url)[1]);
    const names = readdirSync(folder).map((other) => read(other, 'questions.json').adapter);
    const loaded = [...new Set(chunks.filter((chunk) => names.includes(chunk)))];
    expect(loaded).toContain(adapter);
    // A URL that looks like a feed is a guess: its code is asked for early, and the answer decides.
    expect(
      loaded.filter(
        (chunk) => chunk !== adapter && !['rss', 'json-feed', 'wordpress', 'lemmy'].includes(chunk),
      ),
    ).toEqual([]);
  });
}
