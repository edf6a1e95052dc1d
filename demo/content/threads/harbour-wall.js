/**
 * The debate below the lead story. One line is `[name, minutes after the story, text, replies]`; a name that begins
 * with @ is a member of the paper.
 */
export default [
  [
    'Bettina Groat',
    6,
    'I was in the gallery till the end. My feet were like ice and I would not have missed it. When Petra Lanning put her hand up you could have heard a shrimp cough.',
    [
      [
        'Col from Tar Lane',
        14,
        'You could have heard mine go up on the other side of the street as well, love, and it was holding a mop.',
        [
          [
            'Bettina Groat',
            19,
            'Col, you get the flood gates. Stretch three IS Tar Lane. It is the only real wall in the whole plan and it has your name on it.',
            [
              [
                'Col from Tar Lane',
                25,
                'In four years. The sea has not agreed to wait four years, I asked it.',
                [
                  [
                    'Wim de Bode',
                    33,
                    'The gates could go first, couldn’t they? They do not depend on the oysters. Somebody should ask for that at the library this week.',
                    [
                      [
                        'Col from Tar Lane',
                        41,
                        'That is the first sensible thing anyone has said to me since January before last. I will be there. I will bring the mop.',
                      ],
                    ],
                  ],
                ],
              ],
            ],
          ],
        ],
      ],
      [
        'Fenella Marsh',
        48,
        'My daughter asked whether democracy always smells of paraffin. I said the good sort does.',
      ],
    ],
  ],
  [
    'Hal Strake',
    11,
    'Thirty-eight crowns a year from every household, for ten years, so that councillors can feel warm about oysters. The concrete would have been DONE. I have poured concrete all my life and I have never once had to wait for it to grow up.',
    [
      [
        'Dr O. Verrill',
        27,
        'Hal, that is fair, and the first five years really are the weak part of the plan. May I show you the scour figures for the sea wall at Upper Quay, though? It was poured in 1979 and is now standing on rather less than it thinks.',
        [
          [
            'Hal Strake',
            39,
            'I poured some of that.',
            [
              [
                'Dr O. Verrill',
                43,
                'Then you are exactly the person I need. We have no drawings of the footings. Did anybody keep any?',
                [
                  [
                    'Hal Strake',
                    62,
                    'There is a tube of them in my loft. I am not saying you are right. I am saying there is a tube in my loft.',
                    [['Dr O. Verrill', 66, 'I can be there in ten minutes with a ladder and a cake.']],
                  ],
                ],
              ],
            ],
          ],
        ],
      ],
      [
        'Juno',
        52,
        '38 crowns is three takeaways. Last surge cost my mum her kitchen.',
        [
          [
            'Hal Strake',
            58,
            'And I am sorry for it. My point is that the kitchen gets wet again in year three while the oysters are at primary school.',
          ],
        ],
      ],
    ],
  ],
  [
    'Tove Askel',
    18,
    'Question from somebody who moved here in spring: who are the volunteers that carry the barriers, and how does one become one? I have two arms and a van.',
    [
      [
        'Lifeboat Yard Volunteers',
        31,
        'That would be us. First Saturday of the month, nine o’clock, the blue doors. Wear gloves. With a van you may find that you are in charge of something by ten.',
        [
          ['Tove Askel', 36, 'See you Saturday, then. It is a very small van.'],
          ['Col from Tar Lane', 47, 'There is no such thing as a small van at high water.'],
        ],
      ],
    ],
  ],
  [
    'Priddy',
    22,
    'Can I just say that the clerk who sent for the lanterns deserves a statue. “A council which could be stopped by the dark had no business planning for the sea.” Put it on a tea towel.',
    [
      ['Fenella Marsh', 29, 'I would buy four.'],
      [
        '@1 Merrin Tolvane',
        55,
        'I have told her. She says that she was quoting her mother, who was talking about the school play.',
        [['Priddy', 61, 'Even better. Two statues.']],
      ],
    ],
  ],
  [
    'Aldous Wray',
    35,
    'As one of the people who farm at Low Marram I should like it noted that “goes back to being saltmarsh” is eleven hectares of my spring grazing. I am not against it. I would only have liked the paper to say that it is somebody’s.',
    [
      [
        '@1 Merrin Tolvane',
        57,
        'You are right, and I am sorry. The compensation was agreed in a part of the meeting that was closed to the press, but the story should have said that the land is farmed. I will ring you this afternoon.',
        [['Aldous Wray', 71, 'Thank you. After four, please, I have a ewe with opinions.']],
      ],
      [
        'Kit Larkham',
        84,
        'My brother-in-law grazes marsh further up the coast. The lamb fetches half as much again, on account of the salt. It might not be the end of it, Aldous.',
        [
          [
            'Aldous Wray',
            97,
            'I have heard that. I have also heard him try to get them off it before a spring tide, from two kilometres away.',
          ],
        ],
      ],
    ],
  ],
  [
    'R. Oakhanger',
    63,
    'Bram is my dad. He will not say it himself so I will: he voted against, lost, went straight down to the yard at half past two in the morning and checked the barriers. That is the sort of loser I would like to have more of.',
    [
      ['Juno', 70, 'He fixed my outboard once and charged me a crab.'],
      ['Hal Strake', 77, 'He charged me two. Good man.'],
    ],
  ],
  [
    'Maud Tessaly',
    92,
    'I am 88 and I DO remember the marsh before it was drained, or anyway what was left of it in the wet corners. It did sound like cards. My brother and I used to lie on the bank and guess what the sea was playing.',
    [
      [
        'Petra Lanning',
        118,
        'Mrs Tessaly, you have made me cry in the post office. My gran was Winnie Lanning, from the toll cottage. Did you know her?',
        [
          [
            'Maud Tessaly',
            131,
            'Know her! She cheated. At cards I mean. Come to tea, any day but Thursday.',
            [['Petra Lanning', 134, 'Wednesday. I will bring a pack and watch your sleeves.']],
          ],
        ],
      ],
    ],
  ],
  [
    'sandhopper77',
    104,
    'Model “tested against records going back to 1911” – the gauge was moved in 1953, the two halves are not the same series. Has that been corrected for? Genuine question: https://tide-notes.example/gauge-move',
    [
      [
        'Dr O. Verrill',
        121,
        'Genuine answer: yes, by 11 cm, from the overlap in the harbour master’s notebooks. But the notebooks for two of the months are missing, so the error bar there is wider than I like. If you have a better number I will use it and thank you in the footnotes.',
        [['sandhopper77', 140, 'I may have. Will write. Good luck, and well done for publishing the thing.']],
      ],
    ],
  ],
  ['Gus', 168, 'Will there be oysters to eat?', [['Wim de Bode', 175, 'No, Gus. They are working.']]],
];
