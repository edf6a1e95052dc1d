/** Its picture is not there. */
export default {
  id: 112,
  slug: 'allotments-beat-the-frost',
  title: 'Forty-one plots, one thermometer: how the allotments beat the frost',
  excerpt:
    'A text message at four in the morning, and within twenty minutes the whole hill was lit by torches.',
  hoursAgo: 200,
  author: 3,
  categories: [13],
  tags: [28, 34],
  media: 512,
  source: { name: 'Coastal News Agency', url: 'https://coastal-news.example/' },
  content: `<p>The thermometer on plot 17 sends a message to forty-one telephones when it reads one degree. It has been right every time but once, when a cat sat on it.</p>
<p>Last Tuesday it sent its message at 03:52. By a quarter past four there were torches all over the hill, and dressing gowns, and somebody had brought a samovar. By five every bed of winter salad was under fleece. “It was like a very slow carnival,” said Ottoline Brae of plot 30, who is 84 and carried her own poles.</p>
<p>Nothing was lost but a tray of basil, whose owner had been warned.</p>
`,
};
