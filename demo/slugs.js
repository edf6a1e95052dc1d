// Which demo story shows what, by the names that states.js uses.
export const slugs = {
  lead: 'harbour-wall-vote',
  thread: 'night-ferry-returns',
  entities: 'fish-and-chips-lifeboat-house',
  longTitle: 'market-street-bench',
  noImage: 'school-bus-route-seven',
  arabic: 'tar-lane-bakery-ar',
  japanese: 'lantern-letter-ja',
  closed: 'trawler-inquiry-opens',
  protected: 'winter-concerts-preview',
  hostile: 'web-desk-fire-drill',
  missingImage: 'allotments-beat-the-frost',
  noComments: 'wind-farm-first-dividend',
};
