/** A very long title. */
export default {
  id: 105,
  slug: 'market-street-bench',
  title:
    'How a bench that nobody ordered, delivered on a wet Wednesday to the wrong end of Market Street, became the most argued-over, best-loved and possibly most photographed piece of street furniture on the whole of the Saltmarsh Coast',
  excerpt:
    'The invoice was for a litter bin in another town. Four months later there is a waiting list to sit on it at sunset.',
  hoursAgo: 98,
  author: 1,
  categories: [12],
  tags: [21, 34],
  media: 505,
  source: { name: 'The Marram Gazette', url: 'https://marram-gazette.example/' },
  content: `<p>It is green, it is made of cast iron and larch, and according to every document the council can find it does not exist.</p>
<p>The bench came on the back of a lorry in July. The driver had a delivery note for a litter bin in Upper Haddery, ninety kilometres away, and a ferry to catch. He left it where it would do least harm, which turned out to be the one spot on Market Street where the evening sun comes down Chandler’s Steps and stays for forty minutes.</p>
<p>“We tried to send it back,” said a weary person at the roads department. “We were told it would cost more than the bench. We asked what the bench cost. We were told that there was no bench.”</p>
<p>Since then it has held two wedding parties, a chess league and, most evenings, Mr Abel Dunnock, 91, who says that he has been waiting for the council to do something sensible since 1958 and does not mind that it was an accident.</p>
`,
};
