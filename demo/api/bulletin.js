import { toText } from './text.js';

const ENTRY = /^\/bulletin\/v2\/entries(?:\/(\d+)(\/replies)?)?$/;
const HEADERS = {
  'Content-Type': 'application/json; charset=UTF-8',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'content-type',
  'Cache-Control': 'no-store',
};

/**
 * The demo's stories as an API that nobody has heard of: no field is called what it is called elsewhere. Asks the content
 * API behind it, so that a comment that is posted here is kept where all others are.
 *
 * @param {(request: Request) => Promise<Response | undefined>} content
 * @returns {(request: Request) => Promise<Response | undefined>} `undefined` for an address that is not ours
 */
export function createBulletin(content) {
  return async (request) => {
    const { pathname, searchParams, origin } = new URL(request.url);
    const ask = async (path, init) => {
      const answer = await content(new Request(`${origin}/wp-json/wp/v2/${path}`, init));
      return {
        status: answer.status,
        body: await answer.json(),
        total: Number(answer.headers.get('x-wp-total')),
      };
    };
    if (pathname === '/bulletin/almanac') return answerAlmanac(ask);
    const [matches, no, replies] = ENTRY.exec(pathname) ?? [];
    if (!matches) return undefined;
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: HEADERS });
    if (replies && request.method === 'POST') return answerReply(ask, content, no, request);
    if (replies) return answerReplies(ask, no, searchParams);
    return no ? answerEntry(ask, no) : answerEntries(ask, searchParams);
  };
}

function answer(body, status = 200) {
  return new Response(JSON.stringify(body, null, 2), { status, headers: HEADERS });
}

const sorry = ({ status, body }) =>
  answer({ sorry: { word: body.code, because: toText(body.message) } }, status);

async function answerEntries(ask, params) {
  const [count, skip] = [Number(params.get('count')) || 10, Number(params.get('skip')) || 0];
  const found = await ask(`posts?_embed=1&per_page=${Math.min(count, 50)}&offset=${skip}`);
  if (found.status !== 200) return sorry(found);
  return answer({ entries: { found: found.total, list: found.body.map(toEntry) } });
}

async function answerEntry(ask, no) {
  const found = await ask(`posts/${no}?_embed=1`);
  return found.status === 200 ? answer({ entry: toEntry(found.body) }) : sorry(found);
}

/** Conversations, the latest first; in each of them what is answered stands before its answers. */
async function answerReplies(ask, no, params) {
  const size = Math.min(Number(params.get('count')) || 20, 100);
  const page = Number(/^p(\d+)$/.exec(params.get('from') ?? '')?.[1] ?? 1);
  const all = [];
  for (let asked = 1, total = 1; all.length < total && asked <= MOST_PAGES; asked++) {
    const found = await ask(`comments?post=${no}&order=asc&per_page=100&page=${asked}`);
    if (found.status !== 200) return sorry(found);
    all.push(...found.body);
    total = found.body.length > 0 ? found.total : 0;
  }
  const replies = conversations(all).slice((page - 1) * size, page * size);
  const further = page * size < all.length ? `p${page + 1}` : null;
  return answer({ counted: all.length, replies: replies.map(toReply), further });
}

const MOST_PAGES = 20;

/** @param comments the oldest first */
function conversations(comments) {
  const known = new Map();
  const threads = [];
  for (const comment of comments) {
    const thread = known.get(comment.parent) ?? [];
    if (thread.length === 0) threads.unshift(thread);
    thread.push(comment);
    known.set(comment.id, thread);
  }
  return threads.flat();
}

/** Nobody moderates here: what is posted is public at once. */
async function answerReply(ask, content, no, request) {
  const given = await request.json().catch(() => ({}));
  const text = String(given.plain ?? '');
  const fields = {
    post: no,
    parent: String(given.to ?? 0),
    author_name: String(given.signed?.called ?? ''),
    author_email: String(given.signed?.mail ?? ''),
    content: text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  };
  const stored = await ask('comments', { method: 'POST', body: new URLSearchParams(fields) });
  if (stored.status !== 201) return sorry(stored);
  const approve = new URL(`/demo-api/comments/${stored.body.id}/approve`, request.url);
  await content(new Request(approve, { method: 'POST' }));
  return answer({ reply: toReply(stored.body) }, 201);
}

/** Seconds since 1970. */
const stamp = (date) => Date.parse(`${date}Z`) / 1000;

function toEntry(post) {
  const [author] = post._embedded?.author ?? [];
  const [media] = post._embedded?.['wp:featuredmedia'] ?? [];
  const [desk] = post._embedded?.['wp:term']?.[0] ?? [];
  const { width, height } = media?.media_details ?? {};
  return {
    no: post.id,
    banner: toText(post.title.rendered),
    standfirst: toText(post.excerpt.rendered),
    at: new URL(post.link).pathname,
    stamped: stamp(post.date_gmt),
    by: author ? [{ called: author.name }] : [],
    desk: { label: desk ? toText(desk.name) : null },
    plate: media
      ? { file: new URL(media.source_url).pathname, wide: width, high: height, says: media.alt_text }
      : null,
    paper: { called: 'The Bulletin' },
  };
}

function toReply(comment) {
  return {
    nr: comment.id,
    to: comment.parent || null,
    signed: { called: toText(comment.author_name) },
    said: comment.content.rendered,
    stamped: stamp(comment.date_gmt),
  };
}

/** A table as spreadsheets give it: names once, then rows without names. Nothing that a mapping can describe. */
async function answerAlmanac(ask) {
  const { body } = await ask('posts?per_page=6&offset=6&_embed=1');
  const rows = body
    .map(toEntry)
    .map(({ no, banner, at, stamped, desk }) => [no, stamped, banner, at, desk.label]);
  return answer({ columns: ['#', 'Printed', 'Heading', 'Page', 'Desk'], rows });
}
