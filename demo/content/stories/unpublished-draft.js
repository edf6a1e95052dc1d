/** Not published: the API refuses it. */
export default {
  id: 117,
  slug: 'harbour-master-retires',
  title: 'Harbour master to retire (DRAFT, embargoed until Friday)',
  excerpt: 'Embargoed.',
  hoursAgo: 1,
  author: 1,
  categories: [11],
  tags: [25],
  status: 'draft',
  content: '<p>Embargoed until Friday noon.</p>\n',
};
