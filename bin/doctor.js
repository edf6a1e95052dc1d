// Asks a source as a browser would. What a browser compares, and when, is in https://fetch.spec.whatwg.org/#cors-check.

const TIMEOUT = 15_000;
const MOST_HOPS = 20;
/** Enough to see of which API an answer is. */
const MOST_BYTES = 2 * 1024 * 1024;
const AGENT = 'Mozilla/5.0 (compatible; newsprint-doctor)';

/**
 * @param {string} url
 * @param {object} options
 * @param {string} options.origin of the page
 * @param {string} [options.adapter]
 * @param {object} options.tables what the elements themselves find a source with, and what `cors-advice` exports
 * @returns {Promise<{ lines: string[], isReadable: boolean }>}
 */
export async function diagnose(url, { origin, adapter, tables }) {
  const lines = [`${url}`, row('page', origin)];
  const about = {
    origin,
    adapter,
    tables,
    follow: remembering((address) => follow(address, origin, tables)),
  };
  if (tables.isMixedContent(url, origin)) lines.push(row('reading', `✗ ${MIXED}`));
  let hops;
  try {
    hops = await about.follow(url);
  } catch (error) {
    lines.push(row('answer', `✗ None: ${reason(error)}`));
    return { lines, isReadable: false };
  }
  lines.push(...trail(hops));

  const last = hops.at(-1);
  const found = adapterOf(last, tables);
  const known = (tables.rowForUrl(url) ?? tables.rowForUrl(last.url))?.name;
  const name = adapter ?? (found.length === 1 ? found[0] : (known ?? found[0]));
  const elsewhere = await findElsewhere(url, hops, found, about);
  if (!elsewhere) {
    lines.push(row('adapter', adapterWords({ adapter, found, known, name })));
    return judge(hops, { ...about, name, lines });
  }
  lines.push(row('adapter', `${elsewhere.name} (${adapter ? 'named' : "known by the site's API"})`));
  if (elsewhere.isMissing) {
    lines.push(row('reading', '✗ This is the address of a page, and no API of WordPress knows it:'));
    lines.push(...elsewhere.tried.map((words) => row('', words)));
    return { lines, isReadable: false };
  }
  const closed = hops.find(({ problem }) => problem)?.problem;
  lines.push(
    row('page itself', closed ? `${closed} It need not be read.` : 'It need not be read.'),
    row('read at', elsewhere.src),
  );
  const there = await about.follow(elsewhere.src);
  lines.push(...trail(there));
  return judge(there, { ...about, name: elsewhere.name, lines });
}

const MIXED = 'The page is encrypted and this is not: browsers block that. Use https://.';

function trail(hops) {
  const { status, headers } = hops.at(-1);
  return [
    ...hops.slice(0, -1).map((hop) => row('redirect', `${hop.status} to ${hop.to}`)),
    row('answer', `${status}, ${headers.get('content-type') ?? 'no content type'}`),
  ];
}

/** What a browser makes of these answers, and what mends it. */
async function judge(hops, { name, origin, tables, lines }) {
  const last = hops.at(-1);
  const { status, headers, text } = last;
  const isMixed = tables.isMixedContent(hops[0].url, origin);
  const isError = status >= 400;
  if (isError) lines.push(row('reading', `✗ ${statusWords(status)}`));
  const what = isMixed || isError ? 'header' : 'reading';

  const failed = hops.find((hop) => hop.problem);
  if (failed) {
    const where = hops.length > 1 ? ` (at ${failed.url})` : '';
    lines.push(row(what, `✗ ${failed.problem}${where}`));
    if (isError) lines.push(row('', 'Errors often come without it: mend the error first, then ask again.'));
    if (failed !== last && !failed.headers.has('access-control-allow-origin')) {
      lines.push(row('', `The redirect lost the header: use the address that it leads to, ${last.url}`));
    }
    if (failed.problem !== MIXED) {
      lines.push(row('to mend', tables.settingFor(name, origin)), row('', tables.PROXY_ADVICE));
    }
    return { lines, isReadable: false };
  }
  const allowed = headers.get('access-control-allow-origin');
  lines.push(
    row(
      what,
      allowed === null ? '✓ The page is of the same origin.' : `✓ Access-Control-Allow-Origin: ${allowed}`,
    ),
  );
  if (isError) return { lines, isReadable: false };
  lines.push(...exposed(name, headers, tables));
  if (
    allowed !== null &&
    allowed !== '*' &&
    !/(?:^|,)\s*(?:origin|\*)\s*(?:,|$)/i.test(headers.get('vary') ?? '')
  ) {
    lines.push(row('caches', '! Vary: Origin is missing: a cache may hand this answer to other pages.'));
  }
  if (tables.corsAdvice(name).posts === 'json') lines.push(row('posting', await preflight(last.url, origin)));
  if (text === '') lines.push(row('content', '! The answer is empty.'));
  return { lines, isReadable: !isMixed };
}

function statusWords(status) {
  if (status === 401) return '401: it refuses. It wants a login or a key.';
  if (status === 403) return '403: it refuses. It is not public, or a firewall keeps strangers out.';
  if (status === 404 || status === 410) return `${status}: nothing is there. Is the address right?`;
  if (status === 429) return '429: it was asked too often. Try later.';
  if (status >= 500) return `${status}: the server fails. Its log says why.`;
  return `${status}: it takes this for a wrong request.`;
}

/**
 * Where the elements read what a page shows: pages seldom let other origins read them, the APIs of their sites often do.
 * Asked by the code of the elements, so that this says what they do.
 */
async function findElsewhere(url, hops, found, { adapter, tables, follow: ask }) {
  const tried = [];
  const io = readerOf(ask, tables.NewsError, tried);
  const isWordPress = adapter === 'wordpress';
  const row = tables.rowForUrl(url);
  if (row?.url?.test(url) && (!adapter || row.name === adapter)) return undefined;
  try {
    if (isWordPress) {
      const src = await tables.findWordPress(url, false, io);
      if (src) return { name: adapter, src };
      const { address, id } = await tables.locate(url, io);
      return { name: adapter, src: address.endpoint(`${address.resource}/${id}`, {}) };
    }
    if (adapter || !(hops.some(({ problem }) => problem) || (found.length === 1 && found[0] === 'html'))) {
      return undefined;
    }
    const { names, src } = await tables.findByAnswer(url, [], io);
    if (src !== url) return { name: names[0], src };
    // Known by the answer of its API, whose address the adapter makes of the page's.
    const api = hops.some(({ problem }) => problem) && tried.findLast(({ isRead }) => isRead);
    return api ? { name: names[0], src: api.url } : undefined;
  } catch (error) {
    if (!(error instanceof tables.NewsError)) throw error;
    return isWordPress
      ? { name: adapter, isMissing: true, tried: tried.map((one) => `${one.url}: ${one.words}`) }
      : undefined;
  }
}

/** What an element reads with, as far as finding a source needs it. */
function readerOf(ask, NewsError, tried) {
  const read = async (url) => {
    let hops;
    try {
      hops = await ask(url);
    } catch (error) {
      tried.push({ url, words: reason(error) });
      throw new NewsError('unreachable', error.message, { url });
    }
    const last = hops.at(-1);
    const problem = hops.find((hop) => hop.problem)?.problem;
    const isRead = !problem && last.status < 400;
    tried.push({ url, isRead, words: problem ?? `${last.status}` });
    if (problem) throw new NewsError('unreachable', problem, { url });
    if (!isRead) throw new NewsError(last.status < 500 ? 'not-found' : 'server', `${last.status}`, { url });
    return last;
  };
  const answer = (last, value) => ({
    value,
    url: last.url,
    status: last.status,
    header: (name) => last.headers.get(name),
  });
  return {
    signal: new AbortController().signal,
    async json(url) {
      const last = await read(url);
      try {
        const value = JSON.parse(last.text);
        if (Array.isArray(value) && value.length === 0) tried.at(-1).words += ', an empty list';
        return answer(last, value);
      } catch {
        tried.at(-1).isRead = false;
        tried.at(-1).words += ', no JSON';
        throw new NewsError('parse', 'This is no JSON.', { url });
      }
    },
    async text(url) {
      const last = await read(url);
      return answer(last, last.text);
    },
    async document(url) {
      const last = await read(url);
      return answer(last, { querySelectorAll: (selector) => elementsOf(last.text, selector) });
    },
  };
}

/** Enough of a document to find its links: `name[attribute="value"]` and `~=`. */
function elementsOf(markup, selector) {
  const tag = /^\w+/.exec(selector)?.[0];
  const wanted = [...selector.matchAll(/\[([\w-]+)(~?)="([^"]*)"/g)];
  if (!tag) return [];
  return [...markup.matchAll(new RegExp(`<${tag}\\s([^<>]{1,2000})>`, 'gi'))]
    .map(([, inside]) => {
      const attributes = new Map(
        [...inside.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g)].map(
          ([, name, a, b, c]) => [name.toLowerCase(), (a ?? b ?? c).replace(/&(?:amp|#0*38);/g, '&')],
        ),
      );
      return { getAttribute: (name) => attributes.get(name) ?? null };
    })
    .filter((element) =>
      wanted.every(([, name, isWord, value]) => {
        const has = (element.getAttribute(name) ?? '').toLowerCase();
        return (isWord ? has.split(/\s+/) : [has]).includes(value.toLowerCase());
      }),
    );
}

function remembering(ask) {
  const answers = new Map();
  return (url) => {
    if (!answers.has(url)) answers.set(url, ask(url));
    return answers.get(url);
  };
}

const row = (name, words) => `  ${name.padEnd(12)}${words}`;

function reason(error) {
  if (error.name === 'TimeoutError') return `the host keeps silent (${TIMEOUT / 1000} s).`;
  const { code, message } = error.cause ?? error;
  const known = {
    ENOTFOUND: 'there is no host of that name.',
    EAI_AGAIN: 'the name of the host could not be looked up.',
    ECONNREFUSED: 'the host refuses the connection: nothing listens at that port.',
    ECONNRESET: 'the host cut the connection.',
    CERT_HAS_EXPIRED: 'its certificate has expired.',
  };
  return known[code] ?? message;
}

/** Hop by hop: a browser checks the header of every redirect, too. */
async function follow(url, page, { isMixedContent }) {
  const hops = [];
  let sent = page;
  for (let here = url; hops.length < MOST_HOPS;) {
    const response = await ask(here, { headers: { origin: sent } });
    const { status, headers } = response;
    const isCross = new URL(here).origin !== page;
    const isMixed = hops.length > 0 && isMixedContent(here, page);
    const hop = {
      url: here,
      status,
      headers,
      text: '',
      problem: isMixed ? MIXED : isCross ? problem(headers, sent) : undefined,
    };
    hops.push(hop);
    const location = headers.get('location');
    if (status < 300 || status > 399 || !location) {
      hop.text = await beginning(response);
      return hops;
    }
    await response.body?.cancel();
    const next = new URL(location, here);
    hop.to = next.href;
    if (!/^https?:$/.test(next.protocol)) throw new Error(`it leads to ${next.protocol}`);
    // From one foreign host to another one, a browser no longer says which page asks.
    if (isCross && next.origin !== new URL(here).origin) sent = 'null';
    here = next.href;
  }
  throw new Error('redirects in a circle.');
}

function ask(url, { method = 'GET', headers }) {
  return fetch(url, {
    method,
    redirect: 'manual',
    headers: { 'user-agent': AGENT, accept: '*/*', ...headers },
    signal: AbortSignal.timeout(TIMEOUT),
  });
}

/** What a browser would say against it. */
function problem(headers, sent) {
  const allowed = headers.get('access-control-allow-origin');
  if (allowed === null) return 'Access-Control-Allow-Origin is missing.';
  if (allowed === '*' || allowed === sent) return undefined;
  const but = sent === 'null' ? 'after a redirect to another host only * will do' : `this page is ${sent}`;
  if (allowed.includes(','))
    return `Access-Control-Allow-Origin is there twice (${allowed}): only one may be.`;
  if (allowed.replace(/\/$/, '') === sent)
    return `Access-Control-Allow-Origin has a slash at its end: ${allowed}`;
  return `Access-Control-Allow-Origin is ${allowed}, but ${but}.`;
}

async function beginning(response) {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    bytes += chunk.length;
    if (bytes > MOST_BYTES) break;
  }
  return text;
}

/** Of which APIs the answer is. */
function adapterOf({ url, text, headers }, { ANSWERS }) {
  const answer = { url, type: headers.get('content-type') ?? '' };
  try {
    answer.json = JSON.parse(text);
  } catch {
    answer.text = text.slice(0, 65_536);
  }
  return Object.keys(ANSWERS).filter((name) => {
    try {
      return ANSWERS[name](answer);
    } catch {
      return false;
    }
  });
}

function adapterWords({ adapter, found, known, name }) {
  if (adapter) return `${adapter} (named)`;
  if (found.length > 1 && !known) return `write adapter="${found.join('" or adapter="')}"`;
  if (found.includes(name)) return `${name} (known by its answer)`;
  if (known) return `${known} (known by its address)`;
  return 'none knows it: describe it with a mapping (adapter="json"), or name one';
}

function exposed(name, headers, { corsAdvice }) {
  const wanted = corsAdvice(name).exposes ?? [];
  const list = headers.get('access-control-expose-headers') ?? '';
  const shown = list.split(',').map((header) => header.trim().toLowerCase());
  const lines = list ? [row('headers', `a page may also read ${list}`)] : [];
  const missing = wanted.filter(
    (header) => headers.has(header) && !shown.includes('*') && !shown.includes(header.toLowerCase()),
  );
  if (missing.length > 0) {
    lines.push(
      row(
        'headers',
        `! Access-Control-Expose-Headers: ${missing.join(', ')} is missing; totals stay unknown.`,
      ),
    );
  }
  return lines;
}

/** Before JSON is posted, a browser asks whether it may. */
async function preflight(url, origin) {
  try {
    const { status, headers, body } = await ask(url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    await body?.cancel();
    if (status < 200 || status > 299) return `! OPTIONS is answered with ${status}: comments cannot be sent.`;
    const why = problem(headers, origin);
    if (why) return `! In the answer to OPTIONS: ${why} Comments cannot be sent.`;
    const names = (headers.get('access-control-allow-headers') ?? '').toLowerCase().split(/\s*,\s*/);
    if (!names.includes('content-type') && !names.includes('*'))
      return '! Access-Control-Allow-Headers: content-type is missing in the answer to OPTIONS: comments cannot be sent.';
    return '✓ The browser may send comments as JSON.';
  } catch (error) {
    return `! OPTIONS is not answered: ${reason(error)}`;
  }
}
