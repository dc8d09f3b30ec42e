import type { ClaimKey } from './claims.ts';
import type { FindingKey } from './findings.ts';
import type { SourceKey } from './sources.ts';

/** One study on the evidence page: every part is owed, also what it cannot tell. */
export interface Study {
  source: SourceKey;
  name: string;
  against: string;
  found: readonly [ClaimKey, ...ClaimKey[]];
  /** How sure its authors are, or we, and why. */
  sure: readonly (string | { certaintyOf: ClaimKey } | { claim: ClaimKey })[];
  cannotTell: ClaimKey;
}

export const studies: readonly Study[] = [
  {
    source: 'cochrane2020',
    name: 'Cochrane review, 2020',
    against: 'pretend needling, no treatment, and usual care',
    found: ['cochraneNothing', 'cochraneSham', 'cochraneUsualCare', 'harmsAlike'],
    sure: [
      { certaintyOf: 'cochraneNothing' },
      { certaintyOf: 'cochraneSham' },
      { certaintyOf: 'cochraneUsualCare' },
    ],
    cannotTell: 'cochraneLimit',
  },
  {
    source: 'cochrane2025',
    name: 'Cochrane overview, 2025',
    against: 'pretend needling or usual care',
    found: ['overview'],
    sure: ['The overview gathers reviews that differ in how sure they are.'],
    cannotTell: 'overviewLimit',
  },
  {
    source: 'thomas2006',
    name: 'York trial in the BMJ, 2006',
    against: 'usual care',
    found: ['york'],
    sure: ['Not sure: it is one trial. That is my own reading, because nobody has rated it.'],
    cannotTell: 'yorkLimit',
  },
  {
    source: 'prady2007',
    name: 'The York trial years later, 2007',
    against: 'usual care',
    found: ['yorkNoBetter'],
    sure: ['Not sure, for the reason that follows.'],
    cannotTell: 'yorkReplied',
  },
  {
    source: 'cashin2025',
    name: 'BMJ Evidence-Based Medicine, 2025',
    against: 'a placebo',
    found: ['notAmongFew'],
    sure: [{ certaintyOf: 'notAmongFew' }],
    cannotTell: 'notAmongFewLimit',
  },
  {
    source: 'vickers2018',
    name: 'Long-lasting pain of several kinds, 2018',
    against: 'no acupuncture, and pretend needling',
    found: ['chronicPain'],
    sure: ['It had every patient’s own data, which is a strength. Nobody rated it in GRADE’s words.'],
    cannotTell: 'chronicPainLimit',
  },
  {
    source: 'macpherson2017',
    name: 'A year after treatment, 2017',
    against: 'no acupuncture, and pretend needling',
    found: ['persistence'],
    sure: ['It had every patient’s own data, which is a strength. Nobody rated it in GRADE’s words.'],
    cannotTell: 'persistenceLimit',
  },
  {
    source: 'backInAction2025',
    name: 'Older adults in the USA, 2025',
    against: 'usual care',
    found: ['olderAdults'],
    sure: ['Not sure: it is one trial. That is my own reading, because nobody has rated it.'],
    cannotTell: 'olderAdultsLimit',
  },
  {
    source: 'baumler2021',
    name: 'Unwanted effects, 2021',
    against: 'nothing: it counts what happened',
    found: ['harmRates'],
    sure: ['Fairly sure that unwanted effects are common and mostly small. That is my own reading.'],
    cannotTell: 'harmRatesLimit',
  },
];

/** What bodies advise, and why this site may still say what it says. */
export const advice: readonly {
  heading: string;
  claims: readonly [ClaimKey, ...ClaimKey[]];
  words?: string;
}[] = [
  { heading: 'NICE on back pain', claims: ['niceAdvice', 'niceInstead'] },
  { heading: 'NICE on another kind of pain', claims: ['niceOtherPain'] },
  { heading: 'The NHS', claims: ['nhsOffers', 'selfCare'] },
  {
    heading: 'Why this site may still speak of short-term relief',
    claims: ['advertising'],
    words:
      'The two ask different things. NICE asks whether the NHS should offer it, and looks at what the needles add to pretend ones. The advertising rules ask whether people who have it may feel short-term relief at all. Both can be true. So this site always says both.',
  },
];

/** The rows of the two plots and of the tables beneath them. */
export const painRows = ['painVsSham', 'painVsUsualCare', 'painVsNothing'] as const satisfies FindingKey[];
export const functionRows = [
  'functionVsSham',
  'functionVsUsualCare',
  'functionVsNothing',
] as const satisfies FindingKey[];
