import { expect, test } from 'vitest';
import { checkClaims, type Register } from '../../guard/claims.ts';
import { figuresIn } from '../../guard/figures.ts';
import { type Claim, claims } from '../../pages/content/claims.ts';
import { findings } from '../../pages/content/findings.ts';
import { sources } from '../../pages/content/sources.ts';

// What has expired since then is for the launch check to say, which a deploy runs: no test turns red by itself one day.
const lastChecked = Object.values(claims).reduce(
  (last, { checkedOn }) => (checkedOn > last ? checkedOn : last),
  '',
);

test('the register held on the day it was last checked: nothing expired, every figure found in what it cites, no source idle', () => {
  expect(checkClaims({ claims, sources, findings }, lastChecked)).toEqual([]);
});

const claim: Claim = {
  text: 'In 2006 a trial of 241 adults found 8 points.',
  sources: ['thomas2006'],
  findings: ['york24Months'],
  certainty: 'low',
  outcome: 'pain',
  comparison: 'usual care',
  timeFrame: '24 months',
  advertising: 'factual',
  checkedOn: '2026-11-23',
  expiresOn: '2027-11-23',
};

function failuresOf(change: Partial<Claim>, today = '2026-11-23', register: Partial<Register> = {}) {
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

test('what rests on something to confirm must say so', () => {
  const thomas2006 = { ...sources.thomas2006, toConfirm: true as const };
  expect(failuresOf({}, undefined, { sources: { thomas2006 } })).toEqual([
    'not marked as to confirm: rests on thomas2006',
  ]);
  expect(failuresOf({ toConfirm: true }, undefined, { sources: { thomas2006 } })).toEqual([]);
});

test('a source that no claim uses is named, and so is a finding from elsewhere', () => {
  expect(failuresOf({ findings: ['functionVsUsualCare'], text: 'Words' })).toEqual([
    'finding of a source that is not cited: cochrane2020',
  ]);
  const { thomas2006, prady2007 } = sources;
  expect(failuresOf({}, undefined, { sources: { thomas2006, prady2007 } })).toEqual([
    'source that no claim uses: prady2007',
  ]);
});

test('names are no figures, and small words count only where they count something', () => {
  expect(figuresIn('NG59 and SF-36: no one, two kinds, both legs')).toEqual([]);
  expect(figuresIn('8,270 adults, 0.38, 43.9%, 1 in 10,000, 2025.').map(({ value }) => value)).toEqual([
    8270, 0.38, 43.9, 1, 10000, 2025,
  ]);
  expect(figuresIn('half of them, two trials, one in ten').map(({ value }) => value)).toEqual([50, 2, 10]);
});
