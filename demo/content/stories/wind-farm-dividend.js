/** Nobody has said anything yet. */
export default {
  id: 113,
  slug: 'wind-farm-first-dividend',
  title: 'Three turbines, 814 owners and the first cheque: the wind co-op pays out',
  excerpt: 'The money is not large. What to do with it has filled four meetings and a noticeboard.',
  hoursAgo: 11,
  author: 3,
  categories: [13],
  tags: [29, 33],
  media: 513,
  source: { name: 'Skerrow Island Radio', url: 'https://island-radio.example/' },
  content: `<p>The first dividend of the Skerrow Wind Co-operative comes to 41 crowns and 60 pence a share. It was paid on Monday, by cheque, because the members like to hold it.</p>
<p>The three turbines above Brae Sound, known to the islanders as Faith, Hope and Maintenance, made a little more power last year than Skerrow used. The difference was sold down the cable to the mainland, which is, the treasurer observed, the first thing that the mainland has paid for on time.</p>
<h2>Where it goes</h2>
<p>Half is shared out. The other half belongs to the island, and there are eleven proposals for it, of which a swimming pool is the most popular and a second-hand fire engine the most likely.</p>
`,
};
