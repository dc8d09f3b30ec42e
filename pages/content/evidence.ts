import type { Block, Piece } from './blocks.ts';
import type { SourceKey } from './sources.ts';

/** What one body found, always with how sure it is and where it stops. */
export interface Evidence {
  name: string;
  found: readonly Block[];
  sure: readonly Block[];
  limit: readonly Piece[];
  readAt: readonly [SourceKey, ...SourceKey[]];
}

/** Three blocks of equal standing: same parts, same size of type. */
export const evidence: readonly [Evidence, Evidence, Evidence] = [
  {
    name: 'Cochrane',
    found: [
      [{ claim: 'cochraneNothing' }],
      [{ claim: 'cochraneSham' }, { claim: 'cochraneShamFunction' }],
      [{ claim: 'cochraneUsualCare' }],
      [{ claim: 'overviewNothing' }, { claim: 'overviewOthers' }],
    ],
    sure: [
      [
        'The review of 2020.',
        { certaintyOf: 'cochraneNothing' },
        { certaintyOf: 'cochraneSham' },
        { certaintyOf: 'cochraneShamFunction' },
        { certaintyOf: 'cochraneUsualCare' },
      ],
      ['The overview of 2025.', { certaintyOf: 'overviewNothing' }, { certaintyOf: 'overviewOthers' }],
      [{ claim: 'cochraneDiffer' }],
    ],
    limit: [{ claim: 'cochraneLimit' }],
    readAt: ['cochrane2020', 'cochrane2025'],
  },
  {
    name: 'The NHS and NICE',
    found: [[{ claim: 'niceAdvice' }], [{ claim: 'nhsOffers' }], [{ claim: 'otherGuidelines' }]],
    sure: [[{ certaintyOf: 'niceAdvice' }, 'NICE’s words are firm: do not offer.']],
    limit: [{ claim: 'niceOtherPain' }],
    readAt: ['niceNg59', 'niceNg193', 'nhsAcupuncture', 'sign136', 'who2023'],
  },
  {
    name: 'The BMJ',
    found: [[{ claim: 'york' }], [{ claim: 'yorkNoBetter' }], [{ claim: 'notShown' }]],
    sure: [[{ certaintyOf: 'york' }], [{ certaintyOf: 'notShown' }]],
    limit: [{ claim: 'yorkLimit' }, { claim: 'yorkYearsLater' }],
    readAt: ['thomas2006', 'cashin2025'],
  },
];
