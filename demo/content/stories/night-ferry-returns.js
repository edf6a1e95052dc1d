/** The busy one: 250 comments, six levels deep. */
export default {
  id: 103,
  slug: 'night-ferry-returns',
  title: 'The night ferry to Skerrow is coming back, and everybody has a timetable',
  excerpt:
    'For the first time in sixteen years a boat will leave for the islands after dark. The company asked the public when it should sail. The public has told it.',
  hoursAgo: 50,
  author: 2,
  categories: [11],
  tags: [23, 33],
  media: 503,
  source: { name: 'Skerrow Island Radio', url: 'https://island-radio.example/' },
  content: `<p>There are two thousand and nine people on Skerrow, and as of Saturday there were one thousand six hundred and forty opinions about the night ferry.</p>
<p>The boat, a second-hand vessel from a northern fjord with room for 28 cars and a smell of waffles that no one has managed to explain, begins sailing in April. What time it will leave is the question that the company, perhaps unwisely, put to the public.</p>
<h2>Three proposals</h2>
<ul>
<li><strong>21:15</strong>, which suits the hospital’s late shift and anyone who has been to the cinema.</li>
<li><strong>22:40</strong>, which suits the last train from the city, when the last train is on time.</li>
<li><strong>23:55</strong>, which suits the pubs, and nobody else, and came first in the poll.</li>
</ul>
<p>“We expected perhaps two hundred replies,” said Dagny Rusk, who runs the company from an office above the chandler’s. “We have had poems. We have had a petition from the pony club. One gentleman sent a tide table on which he had corrected the moon.”</p>
<p>A decision is promised by the end of the month. Until then the comments below are open, and the company says that it is reading them.</p>
`,
};
