const SUNNIVA = 'Sunniva Harrack / The Harbour Courier';

const drawn = [
  [
    501,
    'harbour-dawn',
    'Harbour at dawn',
    'Fishing boats lie still in a harbour at sunrise, below a town of gabled houses and a church tower.',
    'The Fish Quay on Tuesday, four hours after the vote.',
  ],
  [
    502,
    'lighthouse',
    'Gannet Point',
    'A white lighthouse with a red band stands on a headland at dusk and throws its beam over the sea.',
    'Gannet Point, which has run itself since 1987.',
  ],
  [
    503,
    'night-ferry',
    'The night ferry',
    'A small ferry with lit windows crosses a dark sound under the stars, its lights lying on the water.',
    'The boat in Skerrow Sound on a trial crossing.',
  ],
  [
    504,
    'fish-stall',
    'The old lifeboat house',
    'People queue along a rail at a striped stall by the harbour, with gulls watching from the roof.',
    'The rail bends three times, on purpose.',
  ],
  [
    505,
    'market-street',
    'Market Street',
    'Evening sun falls down a street of coloured shop fronts onto a green bench.',
    'The bench, at the hour when there is a waiting list for it.',
  ],
  [
    507,
    'bakery',
    'شبّاك المخبز',
    'شبّاك مخبز مضاء في زقاق مظلم قبل الفجر، وأرغفة على الرفوف.',
    'زقاق القطران في الرابعة صباحًا.',
  ],
  [
    508,
    'lanterns',
    '灯籠流し',
    '夜の湾に無数の灯籠が浮かび、遠くの山の上に月が出ている。',
    '土曜の夜、潮見浜の湾。',
  ],
  [
    509,
    'storm-trawler',
    'The Constant Ann',
    'A small trawler climbs a steep wave under a dark sky torn by one band of light.',
    'Seas of seven metres were recorded that night.',
  ],
  [
    510,
    'concert-hall',
    'The Granary Hall',
    'A cellist plays alone in a pool of light on the stage of a wooden hall, seen over the heads of the audience.',
    'The Granary Hall holds three hundred, and a foghorn.',
  ],
  [
    511,
    'newsroom',
    'The web desk at night',
    'A desk with two glowing screens and a lamp stands by a window that looks over the harbour at night.',
    'The web desk, where nothing happened.',
  ],
  [
    513,
    'wind-farm',
    'Above Brae Sound',
    'Three wind turbines stand on green hills above a bright sea, with sheep on the slope.',
    'Faith, Hope and Maintenance.',
  ],
  [
    514,
    'snow-pass',
    'The Haddery Pass',
    'A lit cabin stands among firs on a snowy mountain pass, with a line of headlights on the road below.',
    'The tea room at 640 metres.',
  ],
  [
    515,
    'floodlights',
    'Ropewalk by night',
    'Four floodlights shine on a green football pitch in the evening, in front of a full stand.',
    'The new lights point at the grass, and not at the terns.',
  ],
  [
    516,
    'library',
    'The late shift',
    'Readers sit under green lamps between tall shelves; through an arched window the moon is up.',
    'Port Ellery library, ten o’clock on a Tuesday.',
  ],
];

/** The pictures that belong to stories. One of them is not on the server, as happens. */
export const media = [
  ...drawn.map(([id, slug, title, alt, caption]) => picture(id, slug, title, alt, caption)),
  picture(
    512,
    'allotments-missing',
    'The allotments by torchlight',
    'Torches move between the beds of a hillside of allotments, before dawn.',
    'Ten past four on Tuesday morning.',
  ),
];

function picture(id, slug, title, alt, caption) {
  const file = `${slug}.svg`;
  return {
    id,
    slug,
    title,
    alt,
    caption,
    file,
    credit: SUNNIVA,
    mimeType: 'image/svg+xml',
    width: 1600,
    height: 900,
  };
}
