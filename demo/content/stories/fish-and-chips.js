/** A title with entities, as WordPress stores them. */
export default {
  id: 104,
  slug: 'fish-and-chips-lifeboat-house',
  title: 'Fish &amp; Chips &#8211; &#8220;the best queue in town&#8221; moves to the old lifeboat house',
  excerpt:
    'After 61 years in a shop nine feet wide, Varley&#8217;s is moving forty metres. Its customers intend to queue in the same order.',
  hoursAgo: 76,
  author: 2,
  categories: [14, 12],
  tags: [26, 34],
  media: 504,
  source: { name: 'Coastal News Agency', url: 'https://coastal-news.example/' },
  content: `<p>The new Varley&#8217;s has seating for thirty, a door that closes and a view of the harbour mouth. Its owner is worried about all three.</p>
<p>“People say the fish,” says Nell Varley, “but half of it was always the queue. You found out who had died. You found out who was expecting. I met my husband in it, twice.”</p>
<p>So the lifeboat house, empty since the crew moved to the new station, has been fitted with a rail that bends three times before it reaches the counter. It is the only chip shop on the coast that has hired an architect to slow people down.</p>
<h2>What changes, what does not</h2>
<ul>
<li>Haddock from the day boats, as before, with a board that names the boat.</li>
<li>Scraps are still free if you ask, and still not mentioned if you don&#8217;t.</li>
<li>Curry sauce, after a vote of regulars: 212 for, 209 against, one spoiled paper.</li>
</ul>
<p>It opens on Friday at noon. The first place in the queue has been taken since Tuesday by a folding chair.</p>
`,
};
