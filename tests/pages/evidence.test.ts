import { expect, test } from 'vitest';
import { figuresIn } from '../../guard/figures.ts';
import { FindingsFigure } from '../../pages/components/findings-figure.tsx';
import { howSure, howSureOfAll } from '../../pages/content/certainty.ts';
import { type Claim, type ClaimKey, claims } from '../../pages/content/claims.ts';
import { type Finding, favouredBy, leastCertain, reachedThreshold } from '../../pages/content/findings.ts';
import { findings, type Source, sources } from '../../pages/content/sources.ts';
import { studies } from '../../pages/content/studies.ts';
import { visit } from '../support/visitor.ts';

const keys = Object.keys(claims) as ClaimKey[];

function findingsOf(key: ClaimKey): Finding[] {
  const claim: Claim = claims[key];
  return (claim.findings ?? []).map((finding) => findings[finding]);
}

test('how sure a claim is said to be is what the least certain of its findings holds', () => {
  for (const key of keys) {
    const said = /\((\S.*) certainty\)/u.exec(howSure(key))?.[1];
    expect([key, said]).toEqual([key, leastCertain(findingsOf(key))]);
  }
});

test('a reading that is our own is called that, for a claim and for a whole study', () => {
  for (const key of keys) {
    const { reading }: Claim = claims[key];
    const isOurs = reading === 'ours' || findingsOf(key).some(({ ourReading }) => ourReading);
    expect([key, howSure(key).includes('my own reading')]).toEqual([key, isOurs]);
  }
  for (const { found } of studies) {
    const isOurs = found.flatMap(findingsOf).some(({ ourReading }) => ourReading);
    expect([found, howSureOfAll(found).includes('my own reading')]).toEqual([found, isOurs]);
  }
});

test('the threshold is drawn where the scale of the findings has one, and nowhere else', () => {
  const { threshold } = findings.painVsSham.scale;
  const drawn = (row: 'painVsSham' | 'functionVsSham') =>
    String(FindingsFigure({ id: 'it', rows: [row], domain: [-30, 10], when: 'then', source: 'Somebody' }));
  expect(drawn('painVsSham')).toContain(`${threshold} points: what counts as worthwhile`);
  // On the plot and in its legend.
  expect(drawn('painVsSham').match(/stroke-dasharray/gu)).toHaveLength(2);
  expect(drawn('functionVsSham')).not.toMatch(/worthwhile|stroke-dasharray/u);
});

test('a result favours nobody where its interval takes in "no difference", and only one of three gaps in pain is worthwhile', () => {
  const told = (key: keyof typeof findings) => [favouredBy(findings[key]), reachedThreshold(findings[key])];
  expect(told('painVsNothing')).toEqual(['acupuncture', true]);
  expect(told('painVsSham')).toEqual(['acupuncture', false]);
  expect(told('painVsUsualCare')).toEqual(['acupuncture', false]);
  expect(told('functionVsSham')).toEqual(['neither', undefined]);
  expect(told('york12Months')).toEqual(['neither', undefined]);
  expect(told('york24Months')).toEqual(['acupuncture', undefined]);
  expect(told('shownAgainstPlacebo')).toEqual(['neither', undefined]);
  expect(told('seriousHarm')).toEqual([undefined, undefined]);
  expect(favouredBy({ ...findings.york24Months, estimate: -8, low: -13, high: -3 })).toBe('comparator');
});

test('a comparison without an interval says whom it favours, and a guideline what it advises, or it does not compile', () => {
  const { favours, ...untold } = findings.yorkDisability;
  const { advice, ...silent } = sources.niceNg59;
  // @ts-expect-error Nothing else says who did better.
  const finding: Finding = untold;
  // @ts-expect-error A guideline is there for its advice.
  const guideline: Source = silent;
  expect([finding, guideline, favours, advice]).toHaveLength(4);
});

test('the page of studies has every interval, and every guideline with its advice and where it is heard', async () => {
  const page = await (await visit('/evidence')).text();
  const said = figuresIn(page).map(({ value }) => value);
  for (const finding of Object.values<Finding>(findings)) {
    if (finding.estimate !== undefined)
      expect(said).toEqual(expect.arrayContaining([finding.low, finding.high].map(Math.abs)));
  }
  for (const source of Object.values<Source>(sources))
    if (source.kind === 'guideline')
      expect(page).toContain(`${source.where}: ${source.advice} (${source.journal}, ${source.year})`);
});
