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
 * @param {object} options.tables `rowForUrl`, `ANSWERS`, and what `cors-advice` exports
 * @returns {Promise<{ lines: string[], isReadable: boolean }>}
 */
export async function diagnose(url, { origin, adapter, tables }) {
  const lines = [`${url}`, row('page', origin)];
  const done = (isReadable, ...more) => ({ lines: [...lines, ...more], isReadable });
  let name = adapter;
  const mend = () => [row('to mend', tables.settingFor(name, origin)), row('', tables.PROXY_ADVICE)];

  if (tables.isMixedContent(url, origin)) {
    return done(
      false,
      row('reading', '✗ The page is encrypted and this is not: browsers block that. Use https://.'),
    );
  }
  let hops;
  try {
    hops = await follow(url, origin);
  } catch (error) {
    return done(false, row('answer', `✗ None: ${reason(error)}`));
  }
  const last = hops.at(-1);
  for (const { status, to } of hops.slice(0, -1)) lines.push(row('redirect', `${status} to ${to}`));
  const { status, headers, text } = last;
  const type = headers.get('content-type') ?? 'no content type';
  lines.push(row('answer', `${status}, ${type}`));

  const found = adapterOf(last, tables);
  const known = tables.rowForUrl(url)?.name ?? tables.rowForUrl(last.url)?.name;
  name ??= found.length === 1 ? found[0] : (known ?? found[0]);
  lines.push(row('adapter', adapterWords({ adapter, found, known, name })));

  const failed = hops.find((hop) => hop.problem);
  if (failed) {
    const where = hops.length > 1 ? ` (at ${failed.url})` : '';
    const lost =
      failed !== last && !failed.headers.has('access-control-allow-origin')
        ? [row('', `The redirect lost the header: use the address that it leads to, ${last.url}`)]
        : [];
    return done(false, row('reading', `✗ ${failed.problem}${where}`), ...lost, ...mend());
  }
  if (status >= 400) {
    return done(false, row('reading', `✗ A browser may read this answer, but it is an error: ${status}.`));
  }
  lines.push(row('reading', `✓ Access-Control-Allow-Origin: ${headers.get('access-control-allow-origin')}`));
  lines.push(...exposed(name, headers, tables));
  const allowed = headers.get('access-control-allow-origin');
  if (allowed !== '*' && !/(?:^|,)\s*(?:origin|\*)\s*(?:,|$)/i.test(headers.get('vary') ?? '')) {
    lines.push(row('caches', '! Vary: Origin is missing: a cache may hand this answer to other pages.'));
  }
  if (tables.corsAdvice(name).posts === 'json') lines.push(row('posting', await preflight(last.url, origin)));
  if (text === '') lines.push(row('content', '! The answer is empty.'));
  return done(true);
}

const row = (name, words) => `  ${name.padEnd(10)}${words}`;

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
async function follow(url, page) {
  const hops = [];
  let sent = page;
  for (let here = url; hops.length < MOST_HOPS;) {
    const response = await ask(here, { headers: { origin: sent } });
    const { status, headers } = response;
    const isCross = new URL(here).origin !== page;
    const hop = {
      url: here,
      status,
      headers,
      text: '',
      problem: isCross ? problem(headers, sent) : undefined,
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
    answer.text = text.slice(0, 4096);
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
