/** The paper itself: it, its town and everyone in it are invented. */
export const site = {
  name: 'The Harbour Courier',
  description: 'News from Port Ellery, the Saltmarsh Coast and the islands',
  // The site's clock is not UTC, so that a client which confuses the two shows it.
  gmtOffset: 1,
};

export const users = [
  {
    id: 1,
    name: 'Merrin Tolvane',
    slug: 'merrin-tolvane',
    avatar: 'merrin.svg',
    description: 'Chief reporter. Has sat through every council meeting since the old town hall had a roof.',
  },
  {
    id: 2,
    name: 'Idris Pellowby',
    slug: 'idris-pellowby',
    avatar: 'idris.svg',
    description: 'Writes about boats, ferries and the people who miss them.',
  },
  {
    id: 3,
    name: 'Sunniva Harrack',
    slug: 'sunniva-harrack',
    avatar: 'sunniva.svg',
    description: 'Islands correspondent, based on Skerrow between the chapel and the fuel pump.',
  },
  {
    id: 4,
    name: 'يارا حدّاد',
    slug: 'yara-haddad',
    avatar: 'yara.svg',
    description: 'تكتب عن الحيّ القديم وأهله.',
  },
  {
    id: 5,
    name: '水無瀬かおる',
    slug: 'kaoru-minase',
    avatar: 'kaoru.svg',
    description: '姉妹都市からの便りを担当。',
  },
  {
    id: 6,
    name: 'Courier Web Desk',
    slug: 'web-desk',
    avatar: 'desk.svg',
    description: 'The people who keep the site running.',
  },
];

export const categories = [
  { id: 11, name: 'Harbour &amp; Sea', slug: 'harbour-and-sea', description: 'Boats, tides and fishing' },
  { id: 12, name: 'Town', slug: 'town', description: 'Council, streets and schools' },
  { id: 13, name: 'Environment', slug: 'environment', description: 'Coast, weather and energy' },
  { id: 14, name: 'Culture', slug: 'culture', description: 'Music, books and food' },
  { id: 15, name: 'Sport', slug: 'sport', description: 'Mostly football, sometimes gig rowing' },
  { id: 16, name: 'World', slug: 'world', description: 'Letters from elsewhere' },
];

export const tags = [
  { id: 21, name: 'council', slug: 'council' },
  { id: 22, name: 'flood defence', slug: 'flood-defence' },
  { id: 23, name: 'ferry', slug: 'ferry' },
  { id: 24, name: 'lighthouse', slug: 'lighthouse' },
  { id: 25, name: 'fishing', slug: 'fishing' },
  { id: 26, name: 'food &amp; drink', slug: 'food-and-drink' },
  { id: 27, name: 'schools', slug: 'schools' },
  { id: 28, name: 'weather', slug: 'weather' },
  { id: 29, name: 'energy', slug: 'energy' },
  { id: 30, name: 'music', slug: 'music' },
  { id: 31, name: 'football', slug: 'football' },
  { id: 32, name: 'library', slug: 'library' },
  { id: 33, name: 'islands', slug: 'islands' },
  { id: 34, name: 'community', slug: 'community' },
];
