import { expect, test } from 'vitest';
import { FindingsFigure } from '../../pages/components/findings-figure.tsx';
import { howSure, howSureOfAll } from '../../pages/content/certainty.ts';
import { type Claim, type ClaimKey, claims } from '../../pages/content/claims.ts';
import { type Finding, leastCertain } from '../../pages/content/findings.ts';
import { findings } from '../../pages/content/sources.ts';
import { studies } from '../../pages/content/studies.ts';

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
