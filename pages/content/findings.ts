import type { SourceKey } from './sources.ts';

/** GRADE's four words for how sure the reviewers are. */
export type Certainty = 'high' | 'moderate' | 'low' | 'very low';

interface Result {
  source: SourceKey;
  /** What acupuncture was compared with. */
  comparison: string;
  outcome: string;
  /** The reviewers' own word; null where nobody rated it. */
  certainty: Certainty | null;
  toConfirm?: true;
}

/** A difference between two groups (acupuncture minus the other), with its 95% confidence interval. */
export interface Difference extends Result {
  scale: Scale;
  estimate: number;
  low: number;
  high: number;
  /** The estimate's size in whole points, as a sentence says it. */
  about?: number;
  trials?: number;
  people?: number;
  /** Whether it reached what the reviewers counted as worthwhile; null where they drew no line. */
  worthwhile: boolean | null;
}

/** A result that is told as counts or shares rather than as one difference. */
export interface Counts extends Result {
  figures: Readonly<Record<string, number>>;
}

export type Finding = Difference | Counts;

interface Scale {
  words: string;
  better: 'lower' | 'higher';
  least?: number;
  most?: number;
  /** The difference that the reviewers counted as worthwhile. */
  worthwhileAt?: number;
}

const pain = {
  words: 'pain, 0 to 100 points',
  better: 'lower',
  least: 0,
  most: 100,
  worthwhileAt: 15,
} as const;
const standardised = { words: 'standard deviations of a back function score', better: 'lower' } as const;
const bodilyPain = {
  words: 'SF-36 bodily pain, 0 to 100 points',
  better: 'higher',
  least: 0,
  most: 100,
} as const;

export const findings = {
  painVsSham: {
    source: 'cochrane2020',
    comparison: 'pretend needling',
    outcome: 'pain within 7 days of the last session',
    scale: pain,
    estimate: -9.22,
    low: -13.82,
    high: -4.61,
    about: 9,
    trials: 7,
    people: 1403,
    certainty: 'low',
    worthwhile: false,
    toConfirm: true,
  },
  painVsNothing: {
    source: 'cochrane2020',
    comparison: 'no treatment',
    outcome: 'pain within 7 days of the last session',
    scale: pain,
    estimate: -20.32,
    low: -24.5,
    high: -16.14,
    about: 20,
    trials: 4,
    people: 366,
    certainty: 'moderate',
    worthwhile: true,
    toConfirm: true,
  },
  painVsUsualCare: {
    source: 'cochrane2020',
    comparison: 'usual care',
    outcome: 'pain within 7 days of the last session',
    // The mark of 15 points is still to be confirmed; this difference is not.
    scale: pain,
    estimate: -10.26,
    low: -17.11,
    high: -3.4,
    about: 10,
    trials: 5,
    people: 1054,
    certainty: 'low',
    worthwhile: false,
  },
  functionVsSham: {
    source: 'cochrane2020',
    comparison: 'pretend needling',
    outcome: 'back function within 7 days of the last session',
    scale: standardised,
    estimate: -0.16,
    low: -0.38,
    high: 0.06,
    trials: 5,
    people: 1481,
    certainty: 'very low',
    worthwhile: false,
    toConfirm: true,
  },
  functionVsNothing: {
    source: 'cochrane2020',
    comparison: 'no treatment',
    outcome: 'back function within 7 days of the last session',
    scale: standardised,
    estimate: -0.53,
    low: -0.73,
    high: -0.34,
    trials: 5,
    people: 2960,
    certainty: 'moderate',
    worthwhile: null,
    toConfirm: true,
  },
  functionVsUsualCare: {
    source: 'cochrane2020',
    comparison: 'usual care',
    outcome: 'back function within 7 days of the last session',
    scale: standardised,
    estimate: -0.47,
    low: -0.77,
    high: -0.17,
    trials: 5,
    people: 1381,
    certainty: 'low',
    worthwhile: false,
  },
  overviewFunction: {
    source: 'cochrane2025',
    comparison: 'pretend needling or usual care',
    outcome: 'function',
    scale: standardised,
    estimate: -0.38,
    low: -0.69,
    high: -0.07,
    certainty: null,
    worthwhile: null,
  },
  york12Months: {
    source: 'thomas2006',
    comparison: 'usual care',
    outcome: 'pain after 12 months',
    scale: bodilyPain,
    estimate: 5.6,
    low: -0.2,
    high: 11.4,
    people: 213,
    certainty: null,
    worthwhile: null,
  },
  york24Months: {
    source: 'thomas2006',
    comparison: 'usual care',
    outcome: 'pain after 24 months',
    scale: bodilyPain,
    estimate: 8,
    low: 2.8,
    high: 13.2,
    people: 182,
    certainty: null,
    worthwhile: null,
  },
  yorkDisability: {
    source: 'thomas2006',
    comparison: 'usual care',
    outcome: 'everyday disability: no better',
    figures: {},
    certainty: null,
  },
  yorkYearsLater: {
    source: 'prady2007',
    comparison: 'usual care',
    outcome: 'pain after 5.5 to 7 years',
    scale: bodilyPain,
    estimate: -0.4,
    low: -10.1,
    high: 9.7,
    certainty: null,
    worthwhile: null,
  },
  chronicPain: {
    source: 'vickers2018',
    comparison: 'no acupuncture, and pretend needling',
    outcome: 'long-lasting pain of several kinds, in standard deviations',
    figures: { vsNothing: 0.5, vsSham: 0.2, percentSmallerAfterAYear: 15 },
    certainty: null,
  },
  persistence: {
    source: 'macpherson2017',
    comparison: 'no acupuncture, and pretend needling',
    outcome: 'share of the gain at 12 months',
    figures: { months: 12, percentKeptVsNothing: 90, percentLostVsSham: 50 },
    certainty: null,
  },
  olderAdults: {
    source: 'backInAction2025',
    comparison: 'usual care',
    outcome: 'people who improved by 30% or more after 6 months',
    figures: {
      months: 6,
      improvedBy: 30,
      percentStandardCourse: 39.1,
      percentLongerCourse: 43.8,
      percentUsualCare: 29.4,
    },
    certainty: null,
  },
  beatsPlacebo: {
    source: 'cashin2025',
    comparison: 'placebo',
    outcome: 'acupuncture is not among the treatments shown to beat it',
    figures: { trials: 301, treatments: 56 },
    certainty: 'low',
  },
  unwantedEffects: {
    source: 'baumler2021',
    comparison: 'none',
    outcome:
      'people with at least one unwanted effect over a course, about half of them bleeding or bruising',
    figures: { percent: 9.3, low: 5.1, high: 14.6, about: 9, inEvery: 100 },
    certainty: null,
  },
  seriousHarm: {
    source: 'baumler2021',
    comparison: 'none',
    outcome: 'people with a serious unwanted effect',
    figures: { people: 1.01, low: 0.23, high: 2.33, about: 1, inEvery: 10000 },
    certainty: null,
  },
  harmsInReview: {
    source: 'cochrane2020',
    comparison: 'pretend needling or usual care',
    outcome: 'unwanted effects: about as frequent, mostly mild to moderate',
    figures: { daysAfterLastSession: 7 },
    certainty: 'low',
  },
} satisfies Record<string, Finding>;

export type FindingKey = keyof typeof findings;
