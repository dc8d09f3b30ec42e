import { expect, test } from 'vitest';
import { retentionEras, type Told } from '../../pages/content/retention.ts';
import { comingWords, eraWords } from '../../pages/content/retention-eras.ts';

const day = 86_400_000;
const start = Date.parse('2026-01-01T12:00Z');
const on = (days: number) => new Date(start + days * day);
const told = (days: number, months: number, reviewDays = 60): Told => ({
  since: on(days),
  retention: { months, attendedMonths: 12, reviewDays },
});

/** How many months count at a moment for what was received on some days. */
function months(versions: Told[], moment: number, received: number[]): (number | undefined)[] {
  const eras = retentionEras(versions, on(moment));
  return received.map((days) => eras.findLast(({ since }) => since <= on(days))?.retention.months);
}

test('before anything was set the usual times count, also when the same is saved again', () => {
  expect(months([], 100, [-500, 0, 100])).toEqual([6, 6, 6]);
  expect(retentionEras([told(0, 6), told(9, 6)], on(100))).toHaveLength(1);
});

test('a longer time counts from its saving on, a shorter one for all from seven days after', () => {
  expect(months([told(0, 9)], 400, [-1, 0, 1])).toEqual([6, 9, 9]);
  expect(months([told(0, 3)], 6.9, [-1, 0])).toEqual([6, 3]);
  expect(months([told(0, 3)], 7, [-1, 0])).toEqual([3, 3]);
});

test('one that was taken back within seven days has counted only for what came in between', () => {
  expect(months([told(0, 2), told(6, 9)], 400, [-1, 3, 10])).toEqual([6, 2, 9]);
  // Back to something that is still shorter than before: that counts, from its own day on.
  expect(months([told(0, 2), told(6, 4)], 6.5, [-1, 3, 10])).toEqual([6, 2, 4]);
  expect(months([told(0, 2), told(6, 4)], 400, [-1, 3, 10])).toEqual([4, 2, 4]);
});

test('one that has begun to count goes on counting for what was there, whatever is saved later', () => {
  expect(months([told(0, 2), told(30, 12)], 400, [-1, 10, 40])).toEqual([2, 2, 12]);
});

test('each of the times is judged by itself', () => {
  const [first, second] = retentionEras([told(0, 9, 30)], on(100));
  expect(first?.retention).toEqual({ months: 6, attendedMonths: 12, reviewDays: 30 });
  expect(second?.retention).toEqual({ months: 9, attendedMonths: 12, reviewDays: 30 });
});

test('the desk says the rules from whose time there still is an enquiry, and what is coming', () => {
  const versions = [told(0, 9)];
  expect(eraWords(versions, on(-10), on(50)).map(({ about }) => about)).toEqual([
    expect.stringContaining('Received before'),
    expect.stringContaining('Received since'),
  ]);
  expect(eraWords(versions, on(10), on(50)).map(({ about }) => about)).toEqual(['']);
  expect(comingWords(versions, on(1))).toBe('');
  expect(comingWords([told(0, 3)], on(1))).toBe(
    'From 8 January 2026 on, shorter times count for earlier enquiries too: 3 months when it came to nothing.',
  );
  expect(comingWords([told(0, 3, 30)], on(1))).toContain('came to nothing and 30 days in Review.');
  // Those who were told nine months, and nobody else.
  expect(comingWords([told(-90, 9), told(0, 8)], on(1))).toContain('too: 8 months when it came to nothing.');
  expect(comingWords([told(0, 3), told(1, 9)], on(2))).toBe('');
  expect(comingWords([told(0, 3)], on(8))).toBe('');
});
