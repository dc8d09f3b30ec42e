import type { SourceKey } from './sources.ts';

/** GRADE's four words for how sure the reviewers were. */
export type Certainty = 'high' | 'moderate' | 'low' | 'very low';

/** A number from a source. A difference is acupuncture minus the comparison. */
export interface Finding {
  source: SourceKey;
  comparison: string;
  outcome: string;
  /** What the numbers are measured on, and which way is better. */
  scale: string;
  when: string;
  estimate: number;
  /** Ends of the 95% interval, where the source gives one. */
  low?: number;
  high?: number;
  trials?: number;
  people?: number;
  certainty?: Certainty;
  /** Whether it reached the difference that the reviewers counted as worthwhile. */
  worthwhile?: boolean;
  /** Other numbers of the same finding. */
  figures?: Readonly<Record<string, number>>;
  toConfirm?: true;
}

const pain = {
  source: 'cochrane2020',
  outcome: 'pain',
  scale: '0 to 100, lower is better',
  when: 'within 7 days of the last session',
} as const;
const backFunction = {
  source: 'cochrane2020',
  outcome: 'back function',
  scale: 'standardised, lower is better',
  when: 'within 7 days of the last session',
} as const;
const bodilyPain = {
  source: 'thomas2006',
  comparison: 'usual care',
  outcome: 'SF-36 bodily pain',
  scale: '0 to 100, higher is better',
} as const;

export const findings = {
  painSham: {
    ...pain,
    comparison: 'pretend needling',
    estimate: -9.22,
    low: -13.82,
    high: -4.61,
    trials: 7,
    people: 1403,
    certainty: 'low',
    worthwhile: false,
    toConfirm: true,
  },
  painUsual: {
    ...pain,
    comparison: 'usual care',
    estimate: -10.26,
    low: -17.11,
    high: -3.4,
    trials: 5,
    people: 1054,
    certainty: 'low',
    worthwhile: false,
  },
  painNone: {
    ...pain,
    comparison: 'no treatment',
    estimate: -20.32,
    low: -24.5,
    high: -16.14,
    trials: 4,
    people: 366,
    certainty: 'moderate',
    worthwhile: true,
    toConfirm: true,
  },
  functionSham: {
    ...backFunction,
    comparison: 'pretend needling',
    estimate: -0.16,
    low: -0.38,
    high: 0.06,
    trials: 5,
    people: 1481,
    certainty: 'very low',
    worthwhile: false,
    toConfirm: true,
  },
  functionUsual: {
    ...backFunction,
    comparison: 'usual care',
    estimate: -0.47,
    low: -0.77,
    high: -0.17,
    trials: 5,
    people: 1381,
    certainty: 'low',
    worthwhile: false,
  },
  functionNone: {
    ...backFunction,
    comparison: 'no treatment',
    estimate: -0.53,
    low: -0.73,
    high: -0.34,
    trials: 5,
    people: 2960,
    certainty: 'moderate',
    toConfirm: true,
  },
  overviewFunction: {
    source: 'cochrane2025',
    comparison: 'pretend needling or usual care',
    outcome: 'back function',
    scale: 'standardised, lower is better',
    when: 'times that differed from review to review',
    estimate: -0.38,
    low: -0.69,
    high: -0.07,
  },
  yorkOneYear: { ...bodilyPain, when: '12 months', estimate: 5.6, low: -0.2, high: 11.4, people: 213 },
  yorkTwoYears: { ...bodilyPain, when: '24 months', estimate: 8.0, low: 2.8, high: 13.2, people: 182 },
  yorkLater: {
    ...bodilyPain,
    source: 'prady2007',
    when: '5.5 to 7 years',
    estimate: -0.4,
    low: -10.1,
    high: 9.7,
  },
  vickersNone: {
    source: 'vickers2018',
    comparison: 'no acupuncture',
    outcome: 'pain',
    scale: 'standard deviations, higher is better',
    when: 'end of treatment',
    estimate: 0.5,
  },
  vickersSham: {
    source: 'vickers2018',
    comparison: 'pretend needling',
    outcome: 'pain',
    scale: 'standard deviations, higher is better',
    when: 'end of treatment',
    estimate: 0.2,
  },
  olderAdults: {
    source: 'backInAction2025',
    comparison: 'usual care',
    outcome: 'people who improved by at least 30%',
    scale: 'percent of people',
    when: '6 months',
    estimate: 39.1,
    figures: { longerCourse: 43.8, usualCare: 29.4, improvedByPercent: 30 },
  },
  unwanted: {
    source: 'baumler2021',
    comparison: 'none',
    outcome: 'people with at least one unwanted effect',
    scale: 'percent of people',
    when: 'over a course of treatment',
    estimate: 9.3,
    low: 5.1,
    high: 14.6,
  },
  serious: {
    source: 'baumler2021',
    comparison: 'none',
    outcome: 'people with a serious unwanted effect',
    scale: 'per 10,000 people',
    when: 'over a course of treatment',
    estimate: 1.01,
    low: 0.23,
    high: 2.33,
    figures: { about: 1, outOf: 10000 },
  },
} satisfies Record<string, Finding>;

export type FindingKey = keyof typeof findings;

/** The gap in pain, on 0 to 100, that the Cochrane reviewers counted as worthwhile. Still to be confirmed. */
export const worthwhilePain = -15;
