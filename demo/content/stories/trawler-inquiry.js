/** Comments are closed. */
export default {
  id: 109,
  slug: 'trawler-inquiry-opens',
  title: 'Inquiry into the loss of the Constant Ann hears of a radio call that nobody logged',
  excerpt:
    'All five crew were brought home by the Skerrow lifeboat. On its first day the inquiry asked why it took fifty minutes to send for it.',
  hoursAgo: 70,
  author: 1,
  categories: [11],
  tags: [25, 28],
  media: 509,
  commentStatus: 'closed',
  source: { name: 'Coastal News Agency', url: 'https://coastal-news.example/' },
  content: `<p>The skipper of the trawler <em>Constant Ann</em> called for help at 02:14. The coast station’s log begins at 03:04. On Thursday, in a room above the customs house, an inquiry began to look for the fifty minutes in between.</p>
<p>Nobody died. The Skerrow lifeboat took all five of the crew off in seas of seven metres, and the boat went down a little before five o’clock within sight of the light. But it was, counsel to the inquiry said, “a rescue that succeeded in spite of the system and not because of it”.</p>
<h2>First day</h2>
<p>The inquiry heard a recording made by chance by a radio amateur in Marram. On it the skipper gives his position twice, calmly, and then says: “Is anybody there?” There is a pause of eleven seconds before the recording ends.</p>
<p>Evidence continues on Monday. <em>Because the inquiry is under way, this story is not open for comments.</em></p>
`,
};
