import { expect, test } from 'vitest';
import { closedDaysText, readClosedDays } from '../../pages/content/closed-days.ts';

const today = '2026-11-25';

test.each([
  ['24/12/2026', ['2026-12-24']],
  ['24 Dec', ['2026-12-24']],
  ['Thursday 24th December 2026', ['2026-12-24']],
  ['2 January', ['2027-01-02']],
  // Begun the day before yesterday, and still going on.
  ['24 Nov - 26 Nov', ['2026-11-25', '2026-11-26']],
  ['24-26 December', ['2026-12-24', '2026-12-25', '2026-12-26']],
  ['24 to 25 Dec 2026', ['2026-12-24', '2026-12-25']],
  ['31 Dec - 1 Jan', ['2026-12-31', '2027-01-01']],
  ['31/12 until 1/1', ['2026-12-31', '2027-01-01']],
  ['31/12/2026 - 1/1/2027', ['2026-12-31', '2027-01-01']],
  ['24/12/26, 25/12/26', ['2026-12-24', '2026-12-25']],
  ['23/11/2026', []],
])('%s', (typed, days) => {
  expect(readClosedDays(typed, today)).toEqual({ days });
  expect(readClosedDays(closedDaysText(days), today)).toEqual({ days });
});

test.each([
  '30 - 31 February',
  '32/1/2027',
  '26-24 December',
  '2/1/2028 - 24/12/2027',
  'soon',
  '24',
  '24 - 26',
])('%s is refused in words', (typed) =>
  expect(readClosedDays(typed, today)).toEqual({ mistake: expect.stringContaining(typed) }),
);
