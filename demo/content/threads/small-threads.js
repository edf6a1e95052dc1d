/** A few words below the other stories, by story. */
export default {
  102: [
    [
      'Sorrel',
      35,
      'I did the October night. “Nothing at all, for hours, very beautifully” was me. It is still the best night I have had in years.',
      [['Elspeth Corran', 60, 'You are on again in March. Bring the same biscuits.']],
    ],
    [
      'Barnaby Thole',
      240,
      '142 steps. I counted 143. I have counted twice.',
      [['Sorrel', 260, 'The last one is the cat.']],
    ],
  ],
  104: [
    [
      'Nell’s other customer',
      20,
      'I am the folding chair. My name is Desmond and I have been coming since 1966.',
      [
        [
          'Ginny',
          48,
          'Desmond, do you want anything bringing down? It’s perishing.',
          [['Nell’s other customer', 53, 'Vinegar.']],
        ],
      ],
    ],
    ['Curry Sauce Voter', 180, 'Three votes in it. THREE. Every one counts, people.'],
  ],
  105: [
    [
      'Abel Dunnock',
      300,
      'It was not an accident. I wrote to Upper Haddery.',
      [['Market Street Molly', 330, 'ABEL.']],
    ],
  ],
  106: [
    [
      'Year 5 (with Mr Pask)',
      60,
      'Thank you for the article. We would like to point out that it was biodegradable glitter.',
    ],
  ],
  107: [
    [
      'أبو كريم',
      45,
      'خبز سلمى هو السبب الوحيد الذي يجعلني أستيقظ قبل المدّ.',
      [['سلمى العطّار', 90, 'صحّة وعافية! تركتُ لك رغيفين جانبًا.']],
    ],
    ['Col from Tar Lane', 160, 'I can’t read a word of this but I can smell it from here. Well done Salma.'],
  ],
  108: [
    [
      '浜の釣り人',
      50,
      'フライドポテトの灯籠、うちの前を流れていきました。隣の人は拝んでいました。',
      [['Year 5 (with Mr Pask)', 700, 'ありがとう！ (We practised.)']],
    ],
  ],
  112: [['Plot 9', 90, 'The cat has apologised.']],
  115: [
    [
      'Ropewalk Rita',
      30,
      'Sixty-one years a season-ticket holder. It was the worst match I ever saw and I sang all the way home.',
      [['Keeper’s Mum', 55, 'He was NOT yawning. He was shouting.']],
    ],
  ],
  116: [
    [
      'Window Seat Four',
      25,
      'To the man with the telephone: we can all hear you, and none of us want you to stop. What happens to the captain?',
      [['Hesper Dole', 90, 'No spoilers on the library’s watch.']],
    ],
    ['Night nurse', 200, 'The only place open when I come off shift that isn’t selling me anything.'],
  ],
};
