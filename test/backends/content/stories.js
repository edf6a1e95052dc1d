// What a news site has: the same stories in every backend. Words of our own, dates that never move.
// `body` is a list of blocks (see body.js): text, { heading }, { list }, { quote }, or { html } for what is stored as it is.
import { ordinary } from './ordinary.js';

/** Each attempt sets a number, so that a test can tell which one got through. */
const HOSTILE = `<p>Before the attempts.</p>
<script>window.__newsprintHacked = 1</script>
<p><img src="/nothing-here.png" alt="broken" onerror="window.__newsprintHacked = 2"></p>
<p><a href="javascript:window.__newsprintHacked=3">a script link</a> <a href="data:text/html,<script>opener.__newsprintHacked=4</script>">a data link</a></p>
<iframe srcdoc="<script>parent.__newsprintHacked = 5</script>"></iframe>
<style>body { display: none !important }</style>
<svg onload="window.__newsprintHacked = 6"><a xlink:href="javascript:window.__newsprintHacked=7"><text>x</text></a></svg>
<p onclick="window.__newsprintHacked = 8">After the attempts.</p>`;

const special = [
  {
    slug: 'night-bridge',
    title: 'The “Night Bridge” opens: Ellery & Skerrow are one walk apart',
    excerpt: 'Eleven lamps, no cars & a bench in the middle: the footbridge over the sound opened on Friday.',
    author: 'Ines Calder',
    category: 'Harbour',
    tags: ['bridges', 'walking', 'Arts & crafts'],
    published: '2026-11-20T06:30:00.000Z',
    image: true,
    body: [
      'For two centuries the way from Ellery to Skerrow was a boat, and in fog it was nothing at all. Since Friday it is 412 steps.',
      'The council counted them in public, at six in the morning, with a bell.',
      { heading: 'Eleven lamps' },
      'Each lamp was paid for by a street, and carries its name. “We argued for a year about who stands next to whom,” says the lamp keeper, Odile Brandt.',
      { list: ['no cars, ever', 'bicycles at walking pace', 'one bench, in the middle'] },
      { quote: 'A bridge is a street that has made up its mind.' },
      'The ferry keeps sailing on Sundays, for those who like arriving.',
    ],
  },
  {
    slug: 'bench-debate',
    title: 'Should the bench on the bridge have a roof?',
    excerpt: 'It rains here. We asked, and you answered.',
    author: 'Tomasz Wręga',
    category: 'Opinion',
    tags: ['bridges', 'weather'],
    published: '2026-11-19T12:00:00.000Z',
    image: true,
    body: [
      'The bench in the middle of the bridge has no roof. Its makers say that a bench with a roof is a shelter, and shelters need a permit.',
      'Write to us below. The council reads along until the end of the month.',
    ],
  },
  {
    slug: 'quiet-lock',
    title: 'New paint for the gates of the lock',
    excerpt: 'Green, as before.',
    author: 'Tomasz Wręga',
    category: 'Harbour',
    tags: ['locks'],
    published: '2026-11-18T09:15:00.000Z',
    body: ['The gates of the old lock are painted this week. They were green and will be green.'],
  },
  {
    slug: 'last-parade',
    title: 'Comments on last year’s parade are closed',
    excerpt: 'Everything has been said about the drums.',
    author: 'Ines Calder',
    category: 'Town',
    tags: ['music'],
    published: '2026-11-02T18:00:00.000Z',
    closed: true,
    body: ['The parade went twice around the market, because nobody had said where it should end.'],
  },
  {
    slug: 'entities',
    title: 'Fish & Chips: who’s “first” when 3 < 5 <em>and</em> 7 > 6?',
    excerpt: 'Salt & vinegar – “both”, say 4 > 3 of us.',
    author: 'José & María <Desk>',
    category: 'Food & drink',
    tags: ['fish', 'Salt & vinegar'],
    published: '2026-11-17T11:45:00.000Z',
    image: true,
    body: ['The queue bends three times, and 3 < 5 & 7 > 6 in every one of its bends.'],
  },
  {
    slug: 'floating-library-arabic',
    title: 'العبّارة القديمة تصبح مكتبة عائمة',
    excerpt: 'مكتبة عامة تفتح أبوابها على الماء.',
    author: 'ليلى حدّاد',
    category: 'Town',
    tags: ['مكتبات'],
    published: '2026-11-16T08:00:00.000Z',
    image: true,
    body: [
      'افتُتحت في ميناء المدينة مكتبة عامة على متن عبّارة قديمة بعد عامين من الانتظار.',
      'يقول أمين المكتبة إن عدد الزوار في اليوم الأول بلغ 1200 زائر.',
    ],
  },
  {
    slug: 'lanterns-japanese',
    title: '潮見浜の灯籠、今年は三百個',
    excerpt: '土曜の夜、湾に灯りが浮かんだ。',
    author: '渡辺 葵',
    category: 'Town',
    tags: ['灯籠'],
    published: '2026-11-15T20:30:00.000Z',
    body: ['土曜の夜、潮見浜の湾に三百個の灯籠が流された。', '風は弱く、灯りは朝まで消えなかった。'],
  },
  {
    slug: 'hostile',
    title: 'A story that tries to run code <script>window.__newsprintHacked = 9</script>',
    excerpt: 'It must not <img src="/nothing-here.png" onerror="window.__newsprintHacked = 10"> work.',
    author: 'Mallory <b onmouseover="window.__newsprintHacked = 11">Bold</b>',
    category: 'Town',
    tags: ['oddities'],
    published: '2026-11-14T10:00:00.000Z',
    body: [{ html: HOSTILE }],
  },
  {
    slug: 'draft',
    title: 'Draft: not yet ready',
    excerpt: 'Nobody should read this.',
    author: 'Ines Calder',
    category: 'Town',
    tags: [],
    published: '2026-11-13T10:00:00.000Z',
    draft: true,
    body: ['Not yet ready.'],
  },
];

/** 30 published ones and a draft. The number is the id wherever a store counts. */
export const stories = [...special, ...ordinary].map((story, index) => ({ number: index + 1, ...story }));

const unique = (values) => [...new Set(values)];
export const authors = unique(stories.map(({ author }) => author));
export const categories = unique(stories.map(({ category }) => category));

/** `Food & drink` → `food-drink`; empty when the name is in another script */
export const slugOf = (name) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
