export default {
  id: 102,
  slug: 'last-light-keeper',
  title: 'The lamp at Gannet Point gets its keeper back, one night a month',
  excerpt:
    'The lighthouse has run itself since 1987. Now a rota of thirty volunteers climbs 142 steps to do by hand what a circuit board does by itself.',
  hoursAgo: 27,
  author: 3,
  categories: [11, 14],
  tags: [24, 34],
  media: 502,
  source: { name: 'Coastal News Agency', url: 'https://coastal-news.example/' },
  content: `<p>The circuit board that keeps the light at Gannet Point is about the size of a paperback. It has never been ill, has never fallen in love with a schoolteacher in Marram, and has never once written a complaint about the coal. On the first Friday of every month it is now switched off.</p>
<p>In its place come two volunteers, a flask and a logbook. They wind the old clockwork, trim nothing, because there is nothing left to trim, and sit up until dawn watching the beam go round.</p>
<h2>“It is not necessary. That is the point.”</h2>
<p>“Ships have satellites,” says Elspeth Corran, who organises the rota and whose grandfather was the last keeper. “Nobody needs us. But we noticed that since the keepers left, no one in this town is awake on purpose at three in the morning, looking outwards. We thought somebody should be.”</p>
<p>The log so far records eleven fishing boats, a pod of porpoises, a proposal of marriage (accepted) and, on a clear night in October, <em>“nothing at all, for hours, very beautifully”</em>.</p>
<p>Places on the rota are free. There are 142 steps and no lift, and you must bring your own biscuits.</p>
`,
};
