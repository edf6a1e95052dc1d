export default {
  id: 116,
  slug: 'library-open-till-midnight',
  title: 'The library now shuts at midnight, and the town has started to read in the dark',
  excerpt: 'It was meant to be a place to keep warm. It turned out that people also wanted the books.',
  hoursAgo: 17,
  author: 1,
  categories: [14, 12],
  tags: [32, 34],
  media: 516,
  source: { name: 'Coastal News Agency', url: 'https://coastal-news.example/' },
  content: `<p>At ten o’clock on a Tuesday there are 63 people in Port Ellery library, and the loudest thing in it is the radiator.</p>
<p>The longer hours began in November as a way to keep people warm without asking them why they were cold. The council paid for heating and one extra librarian. It did not expect lending to go up by half, or the waiting list for the window seats, or the man who comes in at 21:30 every night to read one chapter of the same novel aloud, very quietly, to his wife on the telephone.</p>
<h2>Rules of the late shift</h2>
<ol>
<li>Soup is in the porch, and stays in the porch.</li>
<li>You may sleep. You may not snore.</li>
<li>At a quarter to twelve the lamps are lowered one row at a time, so that you can finish your page.</li>
</ol>
<p>“Nobody has ever asked for longer opening hours at a meeting,” said the head librarian, Hesper Dole. “They just came in and sat down. I think that is how you tell.”</p>
`,
};
