/** The lead story: every kind of element that a body may hold, and a thread of forty comments. */
export default {
  id: 101,
  slug: 'harbour-wall-vote',
  title: 'After nine hours and one power cut, Port Ellery votes for a wall that grows',
  excerpt:
    'Councillors chose oyster reefs and a restored saltmarsh over concrete by a single vote. Work on the first 400 metres begins at the spring tides.',
  hoursAgo: 5,
  editedHoursAgo: 3,
  author: 1,
  categories: [12, 13],
  tags: [21, 22, 34],
  media: 501,
  sticky: true,
  source: { name: 'Coastal News Agency', url: 'https://coastal-news.example/' },
  content: `<p>At eleven minutes past two on Tuesday morning, by the light of a camping lantern borrowed from the lifeboat crew, Port Ellery decided how it means to live with the sea. Seven councillors raised their hands for a living breakwater of oyster reef and saltmarsh. Six raised them for concrete. Somebody in the gallery began to clap, thought better of it, and then did it anyway.</p>

<p>The vote ends an argument that began the morning after the January surge two winters ago, when the tide came over the Fish Quay, through the back door of the bakery on Tar Lane and out of its front door, taking eleven trays of seeded loaves with it.</p>

<h2>What was decided</h2>

<p>The scheme, drawn up by the harbour trust with engineers from the regional college, will be built in three stretches between the old slipway and Gannet Point. It is expected to cost 6.8 million crowns, a little over half of what the concrete wall would have, and to take four years.</p>

<ul>
<li><strong>Stretch one:</strong> 400 metres of reef frames off the Fish Quay, seeded with native oysters from Skerrow.</li>
<li><strong>Stretch two:</strong> the drained pasture at Low Marram goes back to being saltmarsh, with a footpath on a raised bank.</li>
<li><strong>Stretch three:</strong> a low stone wall with flood gates around Tar Lane, the one place where there is no room for anything softer.</li>
</ul>

<p>The frames go in at the spring tides in March. Until they have grown, which the college puts at five to seven years, the town will rely on the portable barriers that have stood in the lifeboat yard since the surge, and on the volunteers who carry them.</p>

<figure>
<img src="{{origin}}/media/saltmarsh.svg" alt="A boardwalk winds through green saltmarsh at low tide, with the harbour town small in the distance." width="1600" height="900">
<figcaption>The marsh at Low Marram, drained in the 1930s, kept its old creeks under the grass. Illustration: Sunniva Harrack / The Harbour Courier</figcaption>
</figure>

<h2>The case for concrete</h2>

<p>Nobody on the losing side pretended to love a wall. Councillor Bram Oakhanger, who mends outboard motors on the quay and has been flooded out three times, said he simply wanted to sleep.</p>

<blockquote><p>An oyster is a wonderful animal. But when the sea is in my workshop at four in the morning, I would like to be standing behind something that was finished last year, not something that will be ready when my daughter leaves school.</p><cite>Bram Oakhanger, councillor for Quayside</cite></blockquote>

<p>His objection was taken seriously enough to change the plan. An amendment moved shortly before midnight doubles the number of portable barriers and, for the first time, pays the people who put them up: 14 crowns an hour, with hot food.</p>

<h2>What the numbers say</h2>

<p>The college’s model, which was tested against tide-gauge records going back to 1911, suggests that a full-grown reef takes a little over a third of the height off a storm wave before it reaches the quay. Marsh takes most of the rest. Concrete does better on the day it is finished and slightly worse every year after that, as the seabed in front of it is scoured away.</p>

<p>“People hear <em>nature</em> and think we are being romantic,” said Dr Oonagh Verrill, who led the work. “I am not romantic. I have a spreadsheet. The marsh rises with the sea for nothing, and I cannot buy concrete that does that.” The figures and the model are <a href="{{origin}}/stories/harbour-wall-vote/#figures">open to anyone</a>, she added, and she would be grateful to whoever finds the mistake before the sea does.</p>

<h3>Who pays</h3>

<ol>
<li>Two thirds comes from the national coast fund, which had set a deadline of the end of the month.</li>
<li>The harbour trust gives 900,000 crowns from mooring fees.</li>
<li>The rest is a levy of 38 crowns a year on each household for ten years, with exemptions that are still to be argued about.</li>
</ol>

<h2>The power cut</h2>

<p>The lights failed at 23:40, during a speech about drainage. The clerk ruled that a council which could be stopped by the dark had no business planning for the sea, and sent for lanterns. Several people said afterwards that the debate improved. It is harder, one observed, to read out a prepared statement to a neighbour whose face you can see only when she leans forward.</p>

<p>The deciding vote came from Councillor Petra Lanning, the youngest member, who had told no one how she would vote and who represents the houses with the most to lose. She spoke for less than a minute. Her grandmother, she said, remembered the marsh at Low Marram before it was drained, and used to say that you could hear the tide come in like somebody quietly shuffling cards.</p>

<p>“I should like to hear that,” she said, and raised her hand.</p>

<p>The harbour trust will show the plans at the <a href="{{origin}}/stories/library-open-till-midnight/">town library</a> every evening this week. Bring questions; there will be soup.</p>
`,
};
