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
    ],
    sure: [
      [{ certaintyOf: 'cochraneNothing' }],
      [{ certaintyOf: 'cochraneSham' }],
      [{ certaintyOf: 'cochraneShamFunction' }],
      [{ certaintyOf: 'cochraneUsualCare' }],
    ],
    limit: [{ claim: 'cochraneLimit' }],
    readAt: ['cochrane2020'],
  },
  {
    name: 'The NHS and NICE',
    found: [[{ claim: 'niceAdvice' }], [{ claim: 'niceInstead' }], [{ claim: 'nhsOffers' }]],
    sure: [[{ certaintyOf: 'niceAdvice' }, 'NICE’s words are firm: do not offer.']],
    limit: [{ claim: 'niceOtherPain' }],
    readAt: ['niceNg59', 'niceNg193', 'nhsAcupuncture'],
  },
  {
    name: 'The BMJ',
    found: [
      [{ claim: 'york' }],
      [{ claim: 'yorkNoBetter' }, { claim: 'yorkYearsLater' }],
      [{ claim: 'notAmongFew' }],
    ],
    sure: [[{ certaintyOf: 'york' }], [{ certaintyOf: 'notAmongFew' }]],
    limit: [{ claim: 'yorkLimit' }],
    readAt: ['thomas2006', 'prady2007', 'cashin2025'],
  },
];
