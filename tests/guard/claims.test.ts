import { expect, test } from 'vitest';
import { figuresIn } from '../../guard/figures.ts';
import { checkClaims, type Register } from '../../guard/judge-claims.ts';
import { type Claim, claims } from '../../pages/content/claims.ts';
import { type Certainty, type Finding, isSurer } from '../../pages/content/findings.ts';
import { findings, sources } from '../../pages/content/sources.ts';

// What has expired since then is for the launch check to say, which a deploy runs: no test turns red by itself one day.
const lastChecked = Object.values(claims).reduce(
  (last, { checkedOn }) => (checkedOn > last ? checkedOn : last),
  '',
);

test('the register held on the day it was last checked: nothing expired, every figure found in what it cites, no source idle', () => {
  expect(checkClaims({ claims, sources, findings }, lastChecked)).toEqual([]);
});

const claim = {
  text: 'In 2006 a trial of 241 adults found 8 points.',
  sources: ['thomas2006'],
  findings: ['york24Months'],
  advertising: 'factual',
  checkedOn: '2026-11-23',
  expiresOn: '2027-11-23',
} satisfies Claim;
const { findings: york, ...bare } = claim;
type FoundClaim = Extract<Claim, { findings: unknown }>;

function failuresOf(change: Partial<FoundClaim>, today = '2026-11-23', register: Partial<Register> = {}) {
  const { thomas2006 } = sources;
  const one = { claims: { it: { ...claim, ...change } }, sources: { thomas2006 }, findings, ...register };
  return checkClaims(one, today).map(({ rule, words }) => `${rule}: ${words}`);
}

test('a claim stops on the day it expires, and may not last over 12 months', () => {
  expect(failuresOf({}, '2027-11-22')).toEqual([]);
  expect(failuresOf({}, '2027-11-23')).toEqual(['expired claim: expired on 2027-11-23']);
  expect(failuresOf({ expiresOn: '2027-11-24' })).toEqual(['lasts over 12 months: 2026-11-23 to 2027-11-24']);
});

test('a figure that nothing cited has is named, in digits or in words', () => {
  expect(failuresOf({ text: 'In 2006 a trial of 242 adults found 8 points.' })).toEqual([
    'figure that no cited finding or source has: 242',
  ]);
  expect(failuresOf({ text: 'Seven points, after twelve trials.' })).toHaveLength(2);
  expect(failuresOf({ text: 'Eight points, 10 sessions.' })).toEqual([]);
});

test('a source that no claim uses is named, and so is a finding from elsewhere', () => {
  expect(failuresOf({ findings: ['functionVsUsualCare'], text: 'Words' })).toEqual([
    'finding or reading of a source that is not cited: cochrane2020',
  ]);
  const { thomas2006, prady2007 } = sources;
  expect(failuresOf({}, undefined, { sources: { thomas2006, prady2007 } })).toEqual([
    'source that no claim uses: prady2007',
  ]);
});

const fromLeastSure = ['very low', 'low', 'moderate', 'high'] as const satisfies Certainty[];

// Each sentence with the least certainty it may stand on; "none" is surer than any study allows.
const sentences: [string, Certainty | 'none'][] = [
  ['Acupuncture certainly reduces pain in the short term.', 'none'],
  ['There is no doubt that needling eases pain.', 'none'],
  ['Acupuncture always helps.', 'none'],
  ['We are certain that acupuncture eases pain.', 'none'],
  ['Acupuncture reduces pain.', 'high'],
  ['Acupuncture reduced pain by 8 points.', 'high'],
  ['Acupuncture can ease pain.', 'high'],
  ['Acupuncture does not improve function.', 'high'],
  ['Acupuncture makes no difference to function.', 'high'],
  ['People who have acupuncture have less pain.', 'high'],
  ['Pain is lower with acupuncture.', 'high'],
  ['Nobody knows how, but acupuncture eases pain.', 'high'],
  ['Acupuncture may ease pain and improves function.', 'high'],
  ['Acupuncture is better than usual care.', 'high'],
  ['The evidence is of high certainty.', 'high'],
  ['Acupuncture probably reduces pain.', 'moderate'],
  ['Acupuncture is likely to help.', 'moderate'],
  ['We are fairly sure that acupuncture eases pain.', 'moderate'],
  ['Acupuncture may reduce pain.', 'low'],
  ['Acupuncture may ease pain and improve function.', 'low'],
  ['It is better than pretend needling, if it is better at all.', 'low'],
  ['It is very uncertain whether acupuncture reduces pain.', 'very low'],
  ['Acupuncture may reduce pain, but the evidence is very uncertain.', 'very low'],
  ['Pain was 8 points lower with acupuncture.', 'very low'],
  ['Nobody can say for certain that it helps.', 'very low'],
];

test.each(sentences)('"%s" may rest on a certainty of "%s" or more, and on nothing less', (text, least) => {
  const refused = fromLeastSure.filter((certainty) => {
    const york24Months: Finding = {
      source: 'thomas2006',
      outcome: 'pain',
      figures: { points: 8 },
      certainty,
    };
    return failuresOf({ text }, undefined, { findings: { york24Months } }).length > 0;
  });
  expect(refused).toEqual(fromLeastSure.filter((certainty) => least === 'none' || isSurer(least, certainty)));
});

test('of several findings the least certain counts, and without one nothing is surer than "may"', () => {
  const york24Months: Finding = { source: 'thomas2006', outcome: 'pain', certainty: 'high' };
  const resting = (certainty: Certainty) =>
    failuresOf({ text: 'Acupuncture reduces pain.', findings: ['york12Months', 'york24Months'] }, undefined, {
      findings: { york24Months, york12Months: { ...york24Months, certainty } },
    });
  expect(resting('high')).toEqual([]);
  expect(resting('low')).toEqual([
    'surer than its finding: sounds high, rests on low: Acupuncture reduces pain.',
  ]);
  const told = (text: string) =>
    checkClaims(
      { claims: { it: { ...bare, text, reading: 'ours' } }, sources: {}, findings: {} },
      '2026-11-23',
    );
  expect(told('Acupuncture may ease pain.')).toEqual([]);
  expect(told('Acupuncture probably eases pain.')).toHaveLength(1);
  expect(told('Most back pain eases.')).toEqual([]);
});

test('an effect that may be advertised is said to be short-term, and a belief is told as one', () => {
  expect(failuresOf({ text: 'It may help.', advertising: 'allowed' })).toHaveLength(1);
  expect(failuresOf({ text: 'It may help in the short term.', advertising: 'allowed' })).toEqual([]);
  expect(failuresOf({ text: 'A life force runs along lines.', advertising: 'belief' })).toHaveLength(1);
  expect(failuresOf({ text: 'In theory a life force runs along lines.', advertising: 'belief' })).toEqual([]);
});

test('a claim whose certainty is typed on it, or that has no finding and names no reader, does not compile', () => {
  // @ts-expect-error Its findings alone hold how sure it is.
  const typed: Claim = { ...bare, findings: york, certainty: 'moderate' };
  // @ts-expect-error Without a finding it says whose reading it is.
  const nobodys: Claim = bare;
  // @ts-expect-error It has a finding: the reading is the finding's.
  const both: Claim = { ...bare, findings: york, reading: 'ours' };
  const guess = { source: 'thomas2006', outcome: 'pain', ourReading: true } as const;
  // @ts-expect-error Our own reading of a finding is never above "low".
  const ourGuess: Finding = { ...guess, certainty: 'moderate' };
  expect([typed, nobodys, both, ourGuess]).toHaveLength(4);
});

test('names are no figures, and small words count only where they count something', () => {
  expect(figuresIn('NG59 and SF-36: no one, two kinds, both legs')).toEqual([]);
  expect(figuresIn('8,270 adults, 0.38, 43.9%, 1 in 10,000, 2025.').map(({ value }) => value)).toEqual([
    8270, 0.38, 43.9, 1, 10000, 2025,
  ]);
  expect(figuresIn('half of them, two trials, one in ten').map(({ value }) => value)).toEqual([50, 2, 10]);
});
