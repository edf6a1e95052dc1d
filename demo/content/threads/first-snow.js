/** With a comment that waits for an editor, and a reply whose parent an editor removed. */
export default [
  [
    'Pru Haddery',
    40,
    'I was car number nine. I have eaten in restaurants with stars and I have never had anything as good as that toast.',
    [
      ['The Vet', 75, 'It was the marmalade. I have asked. She will not say.'],
      ['Mobile Library (Rosalind)', 130, 'All 23 back, one with a scone in it. No fines were issued.'],
    ],
  ],
  {
    status: 'trash',
    line: [
      'Fast Lane Freddy',
      95,
      'Proper drivers would have got through.',
      [
        [
          'Plough Two',
          112,
          'I have the list of the proper drivers I pulled out of the ditch that night. It is two pages.',
        ],
      ],
    ],
  },
  { status: 'hold', line: ['A. Nonymous', 300, 'First! Cheap snow tyres, ask me how.'] },
  ['Edda', 400, 'Is the tea room taking bookings for the next one?'],
];
