/** No picture. */
export default {
  id: 106,
  slug: 'school-bus-route-seven',
  title: 'Route 7 is saved: the school bus that children drew on a map themselves',
  excerpt:
    'Year 5 at Low Marram counted passengers for six weeks. Then they presented the timetable to the bus company.',
  hoursAgo: 122,
  author: 1,
  categories: [12],
  tags: [27, 34],
  source: { name: 'Coastal News Agency', url: 'https://coastal-news.example/' },
  content: `<p>The bus company said that nobody used Route 7 before eight. Year 5 at Low Marram School thought that was odd, because they were on it.</p>
<p>So for six weeks they counted. They stood at nine stops with clipboards in the rain, and they found 61 people a morning whom the company’s machine had missed, because the machine had been fitted at the height of an adult’s chest.</p>
<p>On Monday they showed the company a new timetable, in felt pen. It starts two stops further out, skips the garden centre, which opens at ten, and arrives four minutes earlier. The company has agreed to run it until the summer.</p>
<p>“The sums were right,” said its manager. “We checked them twice, because of the glitter.”</p>
`,
};
