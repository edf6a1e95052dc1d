// Every element in every state: what stands between quotes is exactly what the gallery shows and what one copies.
// {slug} becomes the id of the demo story with that slug.
const POSTS = '/wp-json/wp/v2/posts';
const FALLBACK_CARD = '<p><a href="/stories/">Read the story on our site</a></p>';
const never = (path) => `/faults/never/wp-json/wp/v2/${path}`;
const broken = (path) => `/faults/server-error/wp-json/wp/v2/${path}`;

export const elements = [
  {
    tag: 'article-card',
    about:
      'A teaser of one story. The whole card is one link; the text and the colours are those of the page.',
    states: {
      card: `<article-card src="${POSTS}/{lead}"></article-card>`,
      row: `<article-card layout="row" src="${POSTS}/{lead}"></article-card>`,
      compact: `<article-card layout="compact" src="${POSTS}/{lead}"></article-card>`,
      lead: `<article-card layout="lead" src="${POSTS}/{lead}"></article-card>`,
      'no image': `<article-card src="${POSTS}/{noImage}"></article-card>`,
      'missing image': `<article-card src="${POSTS}/{missingImage}"></article-card>`,
      'long title': `<article-card src="${POSTS}/{longTitle}"></article-card>`,
      entities: `<article-card src="${POSTS}/{entities}"></article-card>`,
      arabic: `<article-card src="${POSTS}/{arabic}"></article-card>`,
      japanese: `<article-card src="${POSTS}/{japanese}"></article-card>`,
      inline: `<article-card>
  <script type="application/json">
    {
      "title": "Ferry timetable changes on Sunday",
      "url": "https://example.org/ferry",
      "excerpt": "The first boat leaves at 6:40 from now on, and the last one waits for the train.",
      "published": "2026-11-20T07:30:00Z",
      "categories": ["Transport"],
      "source": { "name": "Harbour Courier", "url": "https://example.org/" }
    }
  </script>
</article-card>`,
      'json feed': '<article-card src="/feed.json"></article-card>',
      rss: '<article-card src="/feed/"></article-card>',
      loading: `<article-card src="${never('posts/1')}"></article-card>`,
      fallback: `<article-card src="${never('posts/1')}">${FALLBACK_CARD}</article-card>`,
      error: `<article-card src="${POSTS}/999999">${FALLBACK_CARD}</article-card>`,
      'error, no fallback': `<article-card src="${broken('posts/1')}"></article-card>`,
    },
  },
  {
    tag: 'article-view',
    about: 'A whole story, its text sanitised: title, date, authors, source, banner, body, tags.',
    states: {
      story: `<article-view src="${POSTS}/{lead}"></article-view>`,
      'named source': `<article-view
  src="${POSTS}/{noImage}"
  source-name="Coastal Desk"
  source-url="https://example.org/"
></article-view>`,
      arabic: `<article-view src="${POSTS}/{arabic}"></article-view>`,
      japanese: `<article-view src="${POSTS}/{japanese}"></article-view>`,
      'long title': `<article-view src="${POSTS}/{longTitle}"></article-view>`,
      hostile: `<article-view src="${POSTS}/{hostile}"></article-view>`,
      protected: `<article-view src="${POSTS}/{protected}"></article-view>`,
      markdown: `<article-view>
  <script type="application/json">
    {
      "title": "What the council decided, in short",
      "published": "2026-11-21T18:00:00Z",
      "body": {
        "format": "markdown",
        "value": "The **harbour wall** will be raised by 40 cm.\\n\\n- Work begins in March\\n- The quay stays open\\n\\n> We have waited nine winters for this."
      }
    }
  </script>
</article-view>`,
      loading: `<article-view src="${never('posts/1')}"></article-view>`,
      fallback: `<article-view src="${never('posts/1')}">${FALLBACK_CARD}</article-view>`,
      error: `<article-view src="${POSTS}/999999">${FALLBACK_CARD}</article-view>`,
      'error, no fallback': `<article-view src="${broken('posts/1')}"></article-view>`,
    },
  },
  {
    tag: 'related-news',
    about: 'Other stories, without the one that the page itself shows.',
    states: {
      'this week': `<related-news
  heading="This week"
  since="P7D"
  limit="4"
  related-to="{lead}"
  src="${POSTS}"
></related-news>`,
      cards: `<related-news heading="More from the coast" layout="card" limit="6" src="${POSTS}"></related-news>`,
      compact: `<related-news heading="Latest" layout="compact" limit="6" src="${POSTS}"></related-news>`,
      'by words': `<related-news
  heading="You may also like"
  by="similarity"
  related-to="{lead}"
  limit="4"
  src="${POSTS}"
></related-news>`,
      'json feed': '<related-news heading="From the feed" limit="4" src="/feed.json"></related-news>',
      atom: '<related-news heading="From the feed" limit="4" src="/feed/atom/"></related-news>',
      loading: `<related-news heading="This week" src="${never('posts')}"></related-news>`,
      fallback: `<related-news heading="This week" src="${never('posts')}">
  <a href="/stories/">All stories of this week</a>
</related-news>`,
      empty: `<related-news heading="This week" src="${POSTS}?categories=999999"></related-news>`,
      error: `<related-news heading="This week" src="${broken('posts')}">
  <a href="/stories/">All stories of this week</a>
</related-news>`,
      'error, no fallback': `<related-news heading="This week" src="/faults/html/feed"></related-news>`,
    },
  },
  {
    tag: 'comment-thread',
    about:
      'Comments as a nested thread, and a form to write one. Drafts stay on the device until they have arrived.',
    states: {
      thread: `<comment-thread screened src="${POSTS}/{lead}">
  <p slot="rules">Argue with what was said, not with who said it. No advertising.</p>
</comment-thread>`,
      'oldest first': `<comment-thread sort="oldest" src="${POSTS}/{lead}"></comment-thread>`,
      '250 comments': `<comment-thread screened src="${POSTS}/{thread}"></comment-thread>`,
      'read only': `<comment-thread readonly src="${POSTS}/{lead}"></comment-thread>`,
      empty: `<comment-thread screened src="${POSTS}/{noComments}"></comment-thread>`,
      closed: `<comment-thread src="${POSTS}/{closed}"></comment-thread>`,
      protected: `<comment-thread src="${POSTS}/{protected}"></comment-thread>`,
      inline: `<comment-thread>
  <script type="application/json">
    [
      {
        "id": 1,
        "author": { "name": "Ines Aaltink", "badge": "staff" },
        "published": "2026-11-22T09:12:00Z",
        "body": "What should we ask the harbour master on Thursday?",
        "replies": [
          {
            "id": 2,
            "author": { "name": "Tomke" },
            "published": "2026-11-22T09:40:00Z",
            "body": { "format": "markdown", "value": "Why the **crane** has stood still since May." }
          }
        ]
      }
    ]
  </script>
</comment-thread>`,
      'from elsewhere': `<comment-thread>
  <script type="application/json">
    [
      {
        "id": 1,
        "author": { "name": "Ines Aaltink", "badge": "staff" },
        "published": "2026-11-22T09:12:00Z",
        "body": "What should we ask the harbour master on Thursday?",
        "origin": { "name": "The Harbour Courier" },
        "replies": [
          {
            "id": 2,
            "author": { "name": "Tomke", "url": "https://social.example/@tomke" },
            "published": "2026-11-22T09:40:00Z",
            "body": "Why the crane has stood still since May.",
            "url": "https://social.example/@tomke/2",
            "origin": { "name": "social.example" },
            "moreReplies": 12
          },
          { "id": 3, "author": "Gull", "published": "2026-11-22T09:50:00Z", "status": "hidden" },
          { "id": 4, "published": "2026-11-22T09:55:00Z", "status": "deleted" }
        ]
      },
      {
        "id": 5,
        "author": { "name": "Weatherbot", "badge": "bot" },
        "published": "2026-11-22T10:05:00Z",
        "warning": "A picture of a drowned car",
        "body": "That is how the quay looked on Tuesday night.",
        "url": "https://sky.example/5",
        "origin": { "name": "sky.example" }
      }
    ]
  </script>
</comment-thread>`,
      'one of two sources down': `<comment-thread src="${POSTS}/{lead} ${broken('posts/1')}"></comment-thread>`,
      loading: `<comment-thread src="${never('posts/1')}"></comment-thread>`,
      fallback: `<comment-thread src="${never('posts/1')}">
  <a href="/stories/">Read the comments on our site</a>
</comment-thread>`,
      error: `<comment-thread src="${broken('posts/1')}">
  <a href="/stories/">Read the comments on our site</a>
</comment-thread>`,
      'error, no fallback': `<comment-thread src="${broken('posts/1')}"></comment-thread>`,
    },
  },
];
