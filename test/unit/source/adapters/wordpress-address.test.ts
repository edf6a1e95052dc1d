import { expect } from 'chai';
import { NewsError } from '../../../../src/model/news-error.js';
import { postId, readAddress } from '../../../../src/source/adapters/wordpress-address.js';

/** What an address means: its resource, the URL of its comments, and the classic form. */
const FORMS: [
  src: string,
  resource: string,
  id: string | undefined,
  comments: string,
  form: string | undefined,
][] = [
  [
    'https://site.example/wp-json/wp/v2/posts',
    'posts',
    undefined,
    'https://site.example/wp-json/wp/v2/comments?post=1',
    'https://site.example/wp-comments-post.php',
  ],
  [
    'https://site.example/wp-json/wp/v2/posts/42',
    'posts',
    '42',
    'https://site.example/wp-json/wp/v2/comments?post=1',
    'https://site.example/wp-comments-post.php',
  ],
  [
    'http://site.example:8080/wp-json/wp/v2/pages/7/#comments',
    'pages',
    '7',
    'http://site.example:8080/wp-json/wp/v2/comments?post=1',
    'http://site.example:8080/wp-comments-post.php',
  ],
  [
    'https://site.example/wp-json/wp/v2/press_release-old/42',
    'press_release-old',
    '42',
    'https://site.example/wp-json/wp/v2/comments?post=1',
    'https://site.example/wp-comments-post.php',
  ],
  [
    'https://site.example/news/en/wp-json/wp/v2/posts/42',
    'posts',
    '42',
    'https://site.example/news/en/wp-json/wp/v2/comments?post=1',
    'https://site.example/news/en/wp-comments-post.php',
  ],
  [
    'https://site.example/index.php/wp-json/wp/v2/posts/42',
    'posts',
    '42',
    'https://site.example/index.php/wp-json/wp/v2/comments?post=1',
    'https://site.example/wp-comments-post.php',
  ],
  [
    'https://site.example/news/index.php/wp-json/wp/v2/posts',
    'posts',
    undefined,
    'https://site.example/news/index.php/wp-json/wp/v2/comments?post=1',
    'https://site.example/news/wp-comments-post.php',
  ],
  [
    'https://site.example/?rest_route=/wp/v2/posts/42',
    'posts',
    '42',
    'https://site.example/?rest_route=/wp/v2/comments&post=1',
    'https://site.example/wp-comments-post.php',
  ],
  [
    'https://site.example/index.php?rest_route=%2Fwp%2Fv2%2Fposts%2F42%2F',
    'posts',
    '42',
    'https://site.example/?rest_route=/wp/v2/comments&post=1',
    'https://site.example/wp-comments-post.php',
  ],
  [
    'https://site.example/news/?rest_route=/wp/v2/posts',
    'posts',
    undefined,
    'https://site.example/news/?rest_route=/wp/v2/comments&post=1',
    'https://site.example/news/wp-comments-post.php',
  ],
  [
    'https://site.example/news?rest_route=/wp/v2/posts/42',
    'posts',
    '42',
    'https://site.example/news/?rest_route=/wp/v2/comments&post=1',
    'https://site.example/news/wp-comments-post.php',
  ],
  [
    'https://public-api.wordpress.com/wp/v2/sites/site.example/posts/42',
    'posts',
    '42',
    'https://public-api.wordpress.com/wp/v2/sites/site.example/comments?post=1',
    undefined,
  ],
  [
    'https://public-api.wordpress.com/wp/v2/sites/123456/posts',
    'posts',
    undefined,
    'https://public-api.wordpress.com/wp/v2/sites/123456/comments?post=1',
    undefined,
  ],
  [
    'https://site.example/api/wp/v2/posts/42',
    'posts',
    '42',
    'https://site.example/api/wp/v2/comments?post=1',
    undefined,
  ],
  // The site's own address means its posts.
  ...[
    'https://site.example',
    'https://site.example/',
    'https://site.example/index.php',
    'https://site.example/wp-json',
    'https://site.example/wp-json/',
    'https://site.example/wp-json/wp/v2',
    'https://site.example/wp-json/wp/v2/',
  ].map((src): [string, string, undefined, string, string] => [
    src,
    'posts',
    undefined,
    'https://site.example/?rest_route=/wp/v2/comments&post=1',
    'https://site.example/wp-comments-post.php',
  ]),
  ...['https://site.example/news', 'https://site.example/news/', 'https://site.example/news/wp-json/'].map(
    (src): [string, string, undefined, string, string] => [
      src,
      'posts',
      undefined,
      'https://site.example/news/?rest_route=/wp/v2/comments&post=1',
      'https://site.example/news/wp-comments-post.php',
    ],
  ),
];

describe('readAddress', () => {
  for (const [src, resource, id, comments, form] of FORMS) {
    it(`reads ${src}`, () => {
      const address = readAddress(src);
      expect(address).to.include({ resource, id, classicForm: form });
      expect(address.endpoint('comments', { post: '1' })).to.equal(comments);
    });
  }

  const UNSUPPORTED = [
    '',
    'site.example/wp-json/wp/v2/posts',
    '/wp-json/wp/v2/posts',
    'https://site.example/wp-json/wp/v2/posts/42/revisions',
    'https://site.example/wp-json/wp/v2/posts/the-ferry',
    'https://site.example/wp-json/oembed/1.0/embed',
    'https://site.example/wp-json/shop/v1/posts',
    'https://site.example/?rest_route=/oembed/1.0/embed',
    'https://site.example/?rest_route=',
    'https://public-api.wordpress.com/wp/v2/sites/site.example',
  ];
  for (const src of UNSUPPORTED) {
    it(`cannot read ${src || 'nothing'}`, () => {
      const error = thrown(() => readAddress(src));
      expect(error).to.include({ kind: 'unsupported', url: src });
    });
  }

  it("keeps the author's own filters, but not the route among them", () => {
    const params = (src: string) => [...readAddress(src).params];
    expect(params('https://site.example/wp-json/wp/v2/posts?categories=3,4&lang=de')).to.deep.equal([
      ['categories', '3,4'],
      ['lang', 'de'],
    ]);
    expect(
      params('https://site.example/?rest_route=/wp/v2/posts&categories[]=3&categories[]=4'),
    ).to.deep.equal([
      ['categories[]', '3'],
      ['categories[]', '4'],
    ]);
    expect(params('https://site.example/wp-json/wp/v2/posts')).to.deep.equal([]);
  });

  it('writes queries as WordPress does, and what is no plain letter safely', () => {
    for (const [src, start] of [
      ['https://site.example/wp-json/wp/v2/posts', 'https://site.example/wp-json/wp/v2/posts?'],
      ['https://site.example/?rest_route=/wp/v2/posts', 'https://site.example/?rest_route=/wp/v2/posts&'],
    ] as const) {
      const { endpoint } = readAddress(src);
      expect(endpoint('posts', { _embed: 'author,wp:term', after: '2026-11-16T10:00:00.000Z' })).to.equal(
        `${start}_embed=author,wp:term&after=2026-11-16T10:00:00.000Z`,
      );
      const hostile = { search: 'a&b=c#d?%2C é' };
      const url = endpoint('posts', hostile);
      expect(new URL(url).searchParams.get('search')).to.equal(hostile.search);
      expect(new URL(url).hash).to.equal('');
      expect(endpoint('posts/42', {})).to.equal(start.slice(0, -1) + '/42');
      expect(
        endpoint(
          'posts',
          new URLSearchParams([
            ['a[]', '1'],
            ['a[]', '2'],
          ]),
        ),
      ).to.equal(`${start}a%5B%5D=1&a%5B%5D=2`);
    }
  });

  it('drops a name and password in the address', () => {
    expect(readAddress('https://ann:secret@site.example/wp-json/wp/v2/posts').endpoint('posts', {})).to.equal(
      'https://site.example/wp-json/wp/v2/posts',
    );
  });
});

describe('postId', () => {
  const IDS: [src: string, id: string | undefined][] = [
    ['https://site.example/wp-json/wp/v2/posts/42', '42'],
    ['https://site.example/wp-json/wp/v2/pages/7', '7'],
    ['https://site.example/?rest_route=/wp/v2/posts/42', '42'],
    ['https://site.example/wp-json/wp/v2/comments?post=42', '42'],
    ['https://site.example/?rest_route=/wp/v2/comments&post=42', '42'],
    ['https://site.example/wp-json/wp/v2/posts', undefined],
    ['https://site.example/wp-json/wp/v2/comments', undefined],
    ['https://site.example/wp-json/wp/v2/comments/9', undefined],
    ['https://site.example/wp-json/wp/v2/comments?post=42,43', undefined],
    ['https://site.example/wp-json/wp/v2/comments?post=4x', undefined],
  ];
  for (const [src, id] of IDS) {
    it(`${src}: ${id ?? 'unsupported'}`, () => {
      const read = () => postId(readAddress(src), src);
      if (id) expect(read()).to.equal(id);
      else expect(thrown(read)).to.include({ kind: 'unsupported', url: src });
    });
  }
});

function thrown(run: () => unknown): NewsError {
  try {
    run();
  } catch (error) {
    if (error instanceof NewsError) return error;
    throw error;
  }
  return expect.fail('no error');
}
