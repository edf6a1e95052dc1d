/** Protected by a password, which is "tidewater". */
export default {
  id: 110,
  slug: 'winter-concerts-preview',
  title: 'Subscribers’ preview: the winter season at the Granary Hall',
  excerpt: 'Twelve evenings, one borrowed organ and a brass band that will play from the gallery stairs.',
  hoursAgo: 145,
  author: 3,
  categories: [14],
  tags: [30],
  media: 510,
  password: 'tidewater',
  source: { name: 'Granary Hall', url: 'https://granary-hall.example/' },
  content: `<p>The Granary Hall opens its winter season with a work for cello and foghorn, and goes on from there. Subscribers may book from tomorrow at nine; everyone else from Monday.</p>
<p>Do not miss the Marram Silver Band, who have asked to play from the gallery stairs because, they say, that is where the sound goes to be warm.</p>
`,
};
