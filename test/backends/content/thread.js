// A long discussion below `bench-debate`, and a hostile short one below `hostile`. The first comment has number 1,
// and so its id wherever a store counts.
const PEOPLE = [
  'Ana Ruiz',
  'Bo',
  'Chidi Eze',
  'Дарья',
  'Gil O’Neil',
  'José & María',
  'Old Pilot',
  'ريم',
  '渡辺 葵',
];
const OPENINGS = [
  'I sat there on Friday.',
  'Honest question:',
  'Speaking as a roofer,',
  'Not sure I agree.',
  'Ha, lovely.',
];
const POINTS = [
  'a roof would hide the moon.',
  'an umbrella costs less than a permit.',
  'the wind up there comes from below.',
  'benches are for dry people.',
  'the swallows would move in within a year.',
  'ask those who walk it at six in the morning.',
  'two roofs, one for each bank.',
];

/** Not plain sentences, by number. */
const UNUSUAL = {
  3: 'Two thoughts.\n\nFirst, the bench needs a back.\nSecond, the back needs a roof.',
  5: 'Fish & chips taste better where 3 < 5 and 7 > 6.',
  8: 'أوافق: المقعد بحاجة إلى سقف.',
  9: 'ベンチに屋根を。',
  11: 'It says so on https://example.org/roofs?a=1&b=2 as well.',
  14: 'A **bold** idea with `code` and [a link](https://example.org/).',
};

/** Depth of each of the answers below every second root: four levels in all. */
const SHAPE = [1, 2, 3, 1];

const say = (number) =>
  UNUSUAL[number] ?? `${OPENINGS[number % OPENINGS.length]} ${number}: ${POINTS[number % POINTS.length]}`;

const at = (number) => new Date(Date.UTC(2026, 10, 19, 13, 0) + number * 17 * 60_000).toISOString();

function discussion() {
  const comments = [];
  const add = (parent) => {
    const number = comments.length + 1;
    comments.push({
      number,
      parent,
      author: PEOPLE[number % PEOPLE.length],
      text: say(number),
      at: at(number),
    });
    return number;
  };
  for (let root = 1; root <= 36; root++) {
    const path = [add(null)];
    if (root % 2 === 0) for (const depth of SHAPE) path[depth] = add(path[depth - 1]);
  }
  return comments;
}

/** 108 comments: 36 roots, every second one with three answers below each other and one more beside the first. */
export const thread = discussion();

/** Stored as it is by everything that does not filter. */
export const hostileThread = [
  {
    number: thread.length + 1,
    parent: null,
    author: '<b>Bold</b> & Co <script>window.__newsprintHacked = 25</script>',
    text: '<script>window.__newsprintHacked = 21</script><img src="/nothing-here.png" onerror="window.__newsprintHacked = 22"> [x](javascript:window.__newsprintHacked=23) and a word.',
    at: '2026-11-20T08:00:00.000Z',
  },
];

export const lastParadeThread = [
  {
    number: thread.length + 2,
    parent: null,
    author: 'Uma',
    text: 'The drums were better the year before.',
    at: '2026-11-03T08:00:00.000Z',
  },
];

/** By the slug of the story; numbers run through. */
export const threads = { 'bench-debate': thread, hostile: hostileThread, 'last-parade': lastParadeThread };
