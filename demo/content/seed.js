import { media } from './pictures.js';
import { categories, site, tags, users } from './site.js';
import allotmentsFrost from './stories/allotments-frost.js';
import firstSnow from './stories/first-snow.js';
import fishAndChips from './stories/fish-and-chips.js';
import floodlights from './stories/floodlights.js';
import harbourWallVote from './stories/harbour-wall-vote.js';
import lanternLetter from './stories/lantern-letter.js';
import lastLightKeeper from './stories/last-light-keeper.js';
import libraryMidnight from './stories/library-midnight.js';
import marketStreetBench from './stories/market-street-bench.js';
import nightFerryReturns from './stories/night-ferry-returns.js';
import schoolBusRouteSeven from './stories/school-bus-route-seven.js';
import tarLaneBakery from './stories/tar-lane-bakery.js';
import trawlerInquiry from './stories/trawler-inquiry.js';
import unpublishedDraft from './stories/unpublished-draft.js';
import webDeskFireDrill from './stories/web-desk-fire-drill.js';
import windFarmDividend from './stories/wind-farm-dividend.js';
import winterConcerts from './stories/winter-concerts.js';
import firstSnowThread from './threads/first-snow.js';
import harbourWallThread from './threads/harbour-wall.js';
import { longThread } from './threads/long-thread.js';
import smallThreads from './threads/small-threads.js';
import { writeThread } from './threads/write-thread.js';

const STORY_DEFAULTS = { lang: 'en', status: 'publish', commentStatus: 'open', sticky: false };

/**
 * Everything that the demo begins with. Dates are told relative to the start: a story in hours before it, a comment in
 * minutes after its story.
 *
 * @typedef {typeof seed} Seed
 */
export const seed = {
  site,
  users,
  categories,
  tags,
  media,
  posts: [
    harbourWallVote,
    lastLightKeeper,
    nightFerryReturns,
    fishAndChips,
    marketStreetBench,
    schoolBusRouteSeven,
    tarLaneBakery,
    lanternLetter,
    trawlerInquiry,
    winterConcerts,
    webDeskFireDrill,
    allotmentsFrost,
    windFarmDividend,
    firstSnow,
    floodlights,
    libraryMidnight,
    unpublishedDraft,
  ].map((story) => ({ ...STORY_DEFAULTS, ...story })),
  comments: [
    ...writeThread(harbourWallThread, { post: harbourWallVote.id, firstId: 1001 }),
    ...longThread({ post: nightFerryReturns.id, firstId: 2001 }),
    ...writeThread(firstSnowThread, { post: firstSnow.id, firstId: 3001 }),
    ...Object.entries(smallThreads).flatMap(([post, lines]) =>
      writeThread(lines, { post: Number(post), firstId: 4000 + (Number(post) - 100) * 20 }),
    ),
  ],
};
