// What is the same on every computer, where Ghost itself would choose at random.

/** Public by design: a key of the Content API. */
export const KEY = 'e11e7c0de5000000000000feed';

/**
 * Begins with a letter: Ghost's own filters take an id of digits for a number, and find nothing.
 *
 * @param {string} head hexadecimal
 * @param {number} number
 */
const id = (head, number) => head + String(number).padStart(24 - head.length, '0');

export const idOf = {
  posts: (number) => id('e60', number),
  comments: (number) => id('ec0', number),
  tags: (number) => id('e7a', number),
  members: (number) => id('e3b', number),
  users: (number) => id('ea0', number),
};

export const uuidOf = (table, number) =>
  `e11e0000-0000-4000-8${{ posts: '001', members: '002' }[table]}-${String(number).padStart(12, '0')}`;

/** Posts that only Ghost has. */
export const gated = [
  { number: 41, slug: 'members-only', title: 'For members: the harbour plan in full', visibility: 'members' },
  { number: 42, slug: 'paid-only', title: 'For subscribers: what the wall will cost', visibility: 'paid' },
].map((post) => ({
  ...post,
  excerpt: '',
  category: 'Politics',
  tags: [],
  author: 'Ines Calder',
  published: '2025-01-02T08:00:00.000Z',
  body: ['What only some may read.'],
}));
