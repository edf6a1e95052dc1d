/** Records as WordPress core sends them; words and people are made up. */

const SITE = 'https://courier.example';
const UPLOADS = `${SITE}/wp-content/uploads/2026/11`;

/** A post with everything embedded. */
export const POST = {
  id: 42,
  date: '2026-11-20T09:30:00',
  date_gmt: '2026-11-20T14:30:00',
  modified: '2026-11-21T10:00:00',
  modified_gmt: '2026-11-21T15:00:00',
  link: `${SITE}/2026/11/night-ferry/`,
  title: { rendered: 'Ferry &#038; tram: &#8220;We <em>will</em> sail&#8221; &#8212; 5 < 7 &amp; more' },
  content: { rendered: '\n<p>The <b>night ferry</b> sails again.</p>\n', protected: false },
  excerpt: {
    rendered: '<p>The night ferry sails again, the harbour master said on [&hellip;]</p>\n',
    protected: false,
  },
  comment_status: 'open',
  meta: { news_source: 'Harbour &amp; Coast', news_source_url: 'https://coast.example/' },
  lang: 'en_GB',
  _links: { author: [{ embeddable: true, href: `${SITE}/wp-json/wp/v2/users/3` }] },
  _embedded: {
    author: [
      {
        id: 3,
        name: 'Måns Lindqvist &amp; Søn',
        url: 'https://private.example/',
        link: `${SITE}/author/mans/`,
        slug: 'mans',
        avatar_urls: { '24': `${SITE}/a24.png`, '96': `${SITE}/a96.png` },
      },
    ],
    'wp:featuredmedia': [
      {
        id: 4,
        source_url: `${UPLOADS}/ferry.jpg`,
        alt_text: 'A ferry at the quay',
        caption: { rendered: '<p>Before sunrise &#8211; the first crossing</p>\n' },
        media_details: {
          width: 1600,
          height: 900,
          file: '2026/11/ferry.jpg',
          image_meta: { credit: 'J. Okafor' },
          sizes: {
            large: { width: 1024, height: 576, source_url: `${UPLOADS}/ferry-1024x576.jpg` },
            thumbnail: { width: 150, height: 150, source_url: `${UPLOADS}/ferry-150x150.jpg` },
            medium: { width: 300, height: 169, source_url: `${UPLOADS}/ferry-300x169.jpg` },
            full: { width: 1600, height: 900, source_url: `${UPLOADS}/ferry.jpg` },
          },
        },
      },
    ],
    'wp:term': [
      [
        {
          id: 2,
          link: `${SITE}/category/town/`,
          name: 'Town &amp; Country',
          slug: 'town',
          taxonomy: 'category',
        },
        {
          id: 1,
          link: `${SITE}/category/uncategorized/`,
          name: 'Uncategorized',
          slug: 'uncategorized',
          taxonomy: 'category',
        },
      ],
      [{ id: 7, link: `${SITE}/tag/ferry/`, name: 'перевод', slug: '%d0%bf', taxonomy: 'post_tag' }],
      [{ id: 9, link: `${SITE}/format/aside/`, name: 'Aside', slug: 'aside', taxonomy: 'post_format' }],
    ],
  },
};

export const COMMENT = {
  id: 509,
  post: 42,
  parent: 0,
  author: 0,
  author_name: 'José &amp; María',
  author_url: 'https://jose.example/',
  date: '2026-11-20T10:00:00',
  date_gmt: '2026-11-20T15:00:00',
  content: {
    rendered: '<p>Two lines,<br />\nand <a href="https://x.example/" rel="nofollow ugc">a link</a>.</p>\n',
  },
  link: `${SITE}/2026/11/night-ferry/#comment-509`,
  status: 'approved',
  type: 'comment',
};

/** A post or comment of which only the number matters. */
export const post = (id: number, changes: object = {}) => ({
  id,
  date_gmt: '2026-11-20T14:30:00',
  link: `${SITE}/${id}/`,
  title: { rendered: `Story ${id}` },
  ...changes,
});
export const comment = (id: number, parent = 0) => ({ ...COMMENT, id, parent });

/** As core words a refusal. */
export const refusal = (
  code: string,
  status: number,
  message = 'Refused.',
  params?: Record<string, unknown>,
) => ({
  code,
  message,
  data: { status, params },
});
