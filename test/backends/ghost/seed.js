// Fills Ghost through its own Admin and members' APIs. Ids and times are set afterwards, by settle.js.
import { ALT, CAPTION } from '../content/picture.js';
import { stories } from '../content/stories.js';
import { threads } from '../content/thread.js';
import { toLexical } from './lexical.js';
import { gated } from './stable.js';

/** Ghost refuses passwords with the word for them in it. */
const OWNER = { email: 'owner@example.test', password: 'Tr0ub4dor-zebra-9' };

const cookiesOf = (response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

/** As somebody: a function that asks, with that person's session. */
const as =
  (base, cookie = '') =>
  async (method, path, body) => {
    const response = await fetch(base + path, {
      method,
      redirect: 'manual',
      headers: { Origin: base, 'Content-Type': 'application/json', ...(cookie && { cookie }) },
      body: body && JSON.stringify(body),
    });
    const answer = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} ${response.status} ${answer.slice(0, 400)}`);
    return { response, json: response.headers.get('content-type')?.includes('json') && JSON.parse(answer) };
  };

async function logIn(base) {
  const guest = as(base);
  await guest('POST', '/ghost/api/admin/authentication/setup/', {
    setup: [{ name: 'Ines Calder', blogTitle: 'The Ellery Courier', ...OWNER }],
  });
  const { response } = await guest('POST', '/ghost/api/admin/session/', {
    username: OWNER.email,
    password: OWNER.password,
  });
  return as(base, cookiesOf(response));
}

const post = (base, story) => ({
  title: story.title,
  slug: story.slug,
  lexical: toLexical(story.body),
  status: story.draft ? 'draft' : 'published',
  published_at: story.draft ? undefined : story.published,
  visibility: story.visibility ?? 'public',
  custom_excerpt: story.excerpt || null,
  tags: [story.category, ...story.tags, '#internal'].map((name) => ({ name })),
  ...(story.image && {
    feature_image: `${base}/content/images/2026/11/sound.png`,
    feature_image_alt: ALT,
    feature_image_caption: CAPTION,
  }),
});

/** A member for each name, signed in. */
async function signIn(base, admin, names) {
  const people = new Map();
  for (const name of names) {
    const member = { name, email: `member${people.size + 1}@example.test` };
    const { id } = (await admin('POST', '/ghost/api/admin/members/', { members: [member] })).json.members[0];
    const { json } = await admin('GET', `/ghost/api/admin/members/${id}/signin_urls/`);
    const answer = await fetch(json.member_signin_urls[0].url, { redirect: 'manual' });
    people.set(name, as(base, cookiesOf(answer)));
  }
  return people;
}

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** What Ghost's own editor makes of it. The hostile one is sent as it is: that is what Ghost filters. */
const toHtml = (text) =>
  text.includes('<script')
    ? `<p>${text}</p>`
    : text
        .split('\n\n')
        .map((part) => `<p>${escape(part).replace(/\n/g, '<br>')}</p>`)
        .join('');

export async function seed(base) {
  const admin = await logIn(base);
  await admin('POST', '/ghost/api/admin/integrations/', { integrations: [{ name: 'tests' }] });
  await admin('PUT', '/ghost/api/admin/settings/', {
    settings: [{ key: 'comments_enabled', value: 'all' }],
  });
  const posts = {};
  for (const story of [...stories, ...gated]) {
    const { json } = await admin('POST', '/ghost/api/admin/posts/', { posts: [post(base, story)] });
    posts[story.slug] = json.posts[0].id;
  }
  const comments = Object.values(threads).flat();
  const people = await signIn(base, admin, [...new Set(comments.map(({ author }) => author))]);
  const stored = {};
  for (const [slug, thread] of Object.entries(threads)) {
    for (const { number, parent, author, text } of thread) {
      // Two levels: an answer of an answer is one of the root, and says whom it answers.
      const above = parent && stored[parent];
      const { json } = await people.get(author)('POST', '/members/api/comments/', {
        comments: [
          {
            post_id: posts[slug],
            html: toHtml(text),
            ...(above && { parent_id: above.root }),
            ...(above && above.root !== above.id && { in_reply_to_id: above.id }),
          },
        ],
      });
      const { id } = json.comments[0];
      stored[number] = { id, root: above ? above.root : id };
    }
  }
}
