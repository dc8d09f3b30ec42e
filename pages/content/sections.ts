import type { Block } from './blocks.ts';

export interface Section {
  /** Its place in the page's address. */
  id: string;
  heading: string;
  blocks: readonly Block[];
}

/** Between the evidence and the questions of the landing page, in the order they are read. */
export const sections: readonly Section[] = [
  {
    id: 'first-visit',
    heading: 'What happens at a first visit',
    blocks: [
      {
        steps: [
          [{ promise: 'talk' }],
          [{ promise: 'plan' }],
          [{ promise: 'needles' }, { claim: 'feel' }],
          [{ promise: 'rest' }],
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
        'Afterwards, get up slowly, and do not drive until you feel clear-headed. Rest if you are tired, and leave hard exercise for a few hours. If something worries you, call me or your GP. If anything in the box near the top happens, do what it says.',
      ],
    ],
  },
  {
    id: 'long-term',
    heading: 'Living with back pain in the long term',
    blocks: [
      ['People often put several things together:'],
      {
        list: [
          ['staying active, and exercise you can keep up'],
          ['physiotherapy, which a GP can tell you about'],
          ['massage alongside exercise'],
          ['acupuncture, if you find short-term relief in it (NICE advises against it for back pain)'],
        ],
      },
      [{ claim: 'niceMassage' }, { promise: 'massage' }],
    ],
  },
];

/** What the page of studies has beside them. */
export const background: readonly Section[] = [
  {
    id: 'how',
    heading: 'How acupuncture is thought to work',
    blocks: [
      [
        'Acupuncture came from China, long ago.',
        { claim: 'tradition' },
        { claim: 'mechanism' },
        'How it might act is still debated: neither idea is settled.',
      ],
      [{ claim: 'careMatters' }],
    ],
  },
  { id: 'causes', heading: 'What may cause low back pain', blocks: [{ claim: 'causes' }] },
];
