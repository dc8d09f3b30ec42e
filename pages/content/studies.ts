import type { ClaimKey } from './claims.ts';
import type { SourceKey } from './sources.ts';

/** One study on the evidence page: every part is owed, also what it cannot tell. */
export interface Study {
  source: SourceKey;
  name: string;
  against: string;
  found: readonly [ClaimKey, ...ClaimKey[]];
  cannotTell: ClaimKey;
}

export const studies: readonly Study[] = [
  {
    source: 'cochrane2020',
    name: 'Cochrane review, 2020',
    against: 'pretend needling, no treatment, and usual care',
    found: ['cochraneNothing', 'cochraneSham', 'cochraneShamFunction', 'cochraneUsualCare', 'harmsAlike'],
    cannotTell: 'cochraneLimit',
  },
  {
    source: 'cochrane2025',
    name: 'Cochrane overview, 2025',
    against: 'no treatment, and pretend needling or usual care',
    found: ['overviewNothing', 'overviewOthers'],
    cannotTell: 'overviewLimit',
  },
  {
    source: 'thomas2006',
    name: 'York trial in the BMJ, 2006',
    against: 'usual care',
    found: ['york', 'yorkNumbers', 'yorkNoBetter'],
    cannotTell: 'yorkLimit',
  },
  {
    source: 'prady2007',
    name: 'The York trial years later, 2007',
    against: 'usual care',
    found: ['yorkYearsLater'],
    cannotTell: 'yorkReplied',
  },
  {
    source: 'cashin2025',
    name: 'BMJ Evidence-Based Medicine, 2025',
    against: 'a placebo',
    found: ['notShown'],
    cannotTell: 'notShownLimit',
  },
  {
    source: 'vickers2018',
    name: 'Long-lasting pain of several kinds, 2018',
    against: 'no acupuncture, and pretend needling',
    found: ['chronicPain'],
    cannotTell: 'chronicPainLimit',
  },
  {
    source: 'macpherson2017',
    name: 'A year after treatment, 2017',
    against: 'no acupuncture, and pretend needling',
    found: ['persistence'],
    cannotTell: 'persistenceLimit',
  },
  {
    source: 'backInAction2025',
    name: 'Older adults in the USA, 2025',
    against: 'usual care',
    found: ['olderAdults', 'olderAdultsImproved'],
    cannotTell: 'olderAdultsLimit',
  },
  {
    source: 'baumler2021',
    name: 'Unwanted effects, 2021',
    against: 'nothing: it counts what happened',
    found: ['harmRates'],
    cannotTell: 'harmRatesLimit',
  },
];

/** What bodies advise, and why this site may still say what it says. */
export const advice: readonly {
  heading: string;
  claims: readonly [ClaimKey, ...ClaimKey[]];
  words?: string;
}[] = [
  { heading: 'NICE on back pain', claims: ['niceAdvice', 'niceSince', 'niceInstead'] },
  { heading: 'NICE on chronic primary pain', claims: ['niceOtherPain'] },
  { heading: 'Scotland and the world', claims: ['otherGuidelines'] },
  { heading: 'The NHS', claims: ['nhsOffers', 'selfCare'] },
  {
    heading: 'Why this site may still speak of short-term relief',
    claims: ['advertising'],
    words:
      'That is advice on what an advert may claim. NICE says what the NHS should offer, and it says no. So this site always says both.',
  },
];
