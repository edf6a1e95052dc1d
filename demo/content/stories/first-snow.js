/** A small thread with a held comment, and a reply whose parent was removed. */
export default {
  id: 114,
  slug: 'first-snow-closes-the-pass',
  title: 'First snow closes the Haddery Pass, and opens the tea room at the top',
  excerpt:
    'Fourteen drivers, a vet and a mobile library spent the night at 640 metres. They would like to thank Mrs Quill.',
  hoursAgo: 33,
  author: 2,
  categories: [13],
  tags: [28, 32],
  media: 514,
  source: { name: 'Coastal News Agency', url: 'https://coastal-news.example/' },
  content: `<p>The barrier came down at half past four. By then there were seventeen vehicles above it, and snow was falling, in the words of the vet, “like somebody emptying a pillow”.</p>
<p>The tea room at the summit had closed for the winter on Sunday. Mrs Ida Quill, who lives behind it, opened the door, looked at the line of headlights and put the urn on.</p>
<p>There were scones until nine and toast after that. The mobile library, which was on its way back from Upper Haddery, lent 23 books, all of which have been returned. The plough reached them at dawn. Several of those rescued asked it to come back in an hour.</p>
`,
};
