import type { Block } from './blocks.ts';

export interface Section {
  /** Its place in the page's address. */
  id: string;
  heading: string;
  blocks: readonly Block[];
}

/** Between the evidence and the questions, in the order they are read. */
export const sections: readonly Section[] = [
  {
    id: 'acupuncture',
    heading: 'What acupuncture is',
    blocks: [
      [
        'I put very fine needles into the skin at chosen points, leave them in for a while, and take them out again. It came from China, where it has been done for a very long time.',
        { claim: 'tradition' },
        'Western acupuncture uses the same needles, and speaks of nerves and muscles.',
      ],
    ],
  },
  {
    id: 'causes',
    heading: 'What may cause low back pain',
    blocks: [{ claim: 'causes' }],
  },
  {
    id: 'how',
    heading: 'How it is thought to work',
    blocks: [[{ claim: 'mechanism' }], [{ claim: 'careMatters' }]],
  },
  {
    id: 'first-visit',
    heading: 'What happens at a first visit',
    blocks: [
      {
        steps: [
          ['We talk about your back, your health, your medicines and your daily life.'],
          [
            'We make a plan, and agree when to look at whether it is worth going on. You can stop at any time.',
          ],
          ['If you wish, I put in the needles. They are sterile and used once.', { claim: 'feel' }],
          ['You rest for 20 to 30 minutes with the needles in.'],
          ['I take them out, and we talk about looking after yourself.'],
        ],
      },
    ],
  },
  {
    id: 'safety',
    heading: 'Safety and aftercare',
    blocks: [
      [{ claim: 'commonEffects' }],
      [{ claim: 'harmRates' }],
      { claim: 'tellMeFirst' },
      ['Do not stop or change a medicine without asking a GP or pharmacist.'],
      [
        'Afterwards, get up slowly. Do not drive until you feel clear-headed. Eat and drink as usual, rest if you are tired, and leave hard exercise for a few hours. If something worries you, call me or your GP. If anything in the box near the top of this page happens, do what the box says.',
      ],
    ],
  },
  {
    id: 'long-term',
    heading: 'Living with back pain in the long term',
    blocks: [
      ['There is no one answer for everybody. People often build a plan from several things:'],
      {
        list: [
          ['exercise you can keep up, such as walking, yoga or Pilates'],
          ['physiotherapy, which a GP can tell you about'],
          ['changes to how you sit, lift and rest in the day'],
          ['massage alongside exercise'],
          ['acupuncture, if you find short-term relief in it (NICE advises against it for back pain)'],
        ],
      },
      [
        { claim: 'niceMassage' },
        'If you come to me, I can add massage and advice on exercise. I will not ask you to keep coming if it is not helping.',
      ],
    ],
  },
];
