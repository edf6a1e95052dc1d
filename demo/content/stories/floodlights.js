export default {
  id: 115,
  slug: 'floodlights-back-on',
  title: 'Lights on, nil–nil, and nobody minded: Ellery Athletic play at night again',
  excerpt:
    'After two dark seasons the pylons at Ropewalk are lit. The match itself was dreadful, and 1,904 people stayed to the end.',
  hoursAgo: 88,
  author: 2,
  categories: [15],
  tags: [31, 34],
  media: 515,
  source: { name: 'Ropewalk Weekly', url: 'https://ropewalk-weekly.example/' },
  content: `<p>The best move of the evening came nine minutes before kick-off, when an electrician named Joss Treen threw a switch and 1,904 people said “ah”.</p>
<p>The old lights at Ropewalk failed two winters ago. The new ones use a quarter of the power, point at the grass and not at the terns on Gannet Point, and were paid for by raffle, sponsored silence and one anonymous envelope with the words <em>not for the strikers</em>.</p>
<p>Of the match it need only be said that both goalkeepers were seen to yawn. Athletic remain ninth. The gate was the largest since the cup run of 1994.</p>
`,
};
