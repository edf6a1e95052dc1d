// Runs in the page of asker.js.
import { ask as askAdapter } from '../../conformance/ask.ts';
import { missingIn } from '../../conformance/expected.ts';

/** What any script may read, but no adapter does; and what would be wrong for the JSON as it is written down. */
const UNUSED = ['cache-control', 'content-language', 'content-length', 'expires', 'last-modified', 'pragma'];

let wire = [];

const bodyOf = (text) => {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { text };
  }
};

/** From now on: every answer that a script may read. A preflight that failed is no answer. */
export function recordRequests() {
  const { fetch } = window;
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { method, url } = request;
    const body = method === 'GET' ? undefined : await request.clone().text();
    const asked = { method, url, ...(body !== undefined && { body }) };
    const place = wire.push(undefined) - 1;
    const exchanges = wire;
    const response = await fetch(request).catch((reason) => {
      // Read by nobody, but asked: `status` 0 in the terms of the suite.
      if (!request.signal.aborted)
        exchanges[place] = { request: asked, response: { status: 0, headers: {} } };
      throw reason;
    });
    const headers = Object.fromEntries([...response.headers].filter(([name]) => !UNUSED.includes(name)));
    const content = bodyOf(await response.clone().text());
    exchanges[place] = {
      request: asked,
      response: { status: response.status, headers, ...content },
    };
    return response;
  };
}

const shorten = (text, most = 200) => (text.length > most ? `${text.slice(0, most)}…` : text);

/** The outcome in a line. */
function inWords(outcome) {
  const { items, first, ...rest } = outcome;
  if (!items) return shorten(JSON.stringify(rest), 400);
  return `${JSON.stringify(rest)} first: ${shorten(JSON.stringify(first) ?? 'none')}`;
}

/** As test/unit/source/conformance.test.ts compares them. */
function compare(outcome, { has = [], ...expected }) {
  const items = outcome.items ?? [];
  const absent = has.filter((wanted) => !items.some((item) => missingIn(item, wanted).length === 0));
  return [
    ...missingIn(outcome, expected),
    ...absent.map((item) => `.items: ${JSON.stringify(item)} is not there`),
  ];
}

export async function ask(about, question) {
  wire = [];
  const answered = await askAdapter(about, question).then(
    (outcome) => ({ answer: inWords(outcome), wrong: compare(outcome, question.expect) }),
    (error) => ({ answer: 'thrown', wrong: [String(error.stack ?? error)] }),
  );
  return { ...answered, wire: wire.filter(Boolean) };
}
