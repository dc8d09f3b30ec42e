import { expect, test } from 'vitest';
import { londonDay, londonMinute, londonTime, startOfLondonDay } from '../../pages/london-time.ts';

test('a moment is told as a clock in London shows it, in winter and in summer', () => {
  expect(londonTime(new Date('2026-11-23T14:05:00Z'))).toBe('Mon, 23 Nov 2026, 14:05');
  expect(londonMinute(new Date('2026-07-01T23:30:00Z'))).toBe('2026-07-02 00:30');
  expect(londonDay(new Date('2026-07-01T22:59:59Z'))).toBe('2026-07-01');
});

test('the minute is right in any order of moments, also around the hours in which the clocks change', () => {
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/London',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  for (const change of ['2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z'])
    for (let minutes = -180; minutes <= 180; minutes += 7)
      for (const moment of [minutes, -minutes].map((each) => new Date(Date.parse(change) + each * 60_000)))
        expect(londonMinute(moment)).toBe(clock.format(moment));
});

test('a day begins at midnight in London, also on the days the clocks change', () => {
  expect(startOfLondonDay('2026-01-15')?.toISOString()).toBe('2026-01-15T00:00:00.000Z');
  expect(startOfLondonDay('2026-07-02')?.toISOString()).toBe('2026-07-01T23:00:00.000Z');
  expect(startOfLondonDay('2026-03-29')?.toISOString()).toBe('2026-03-29T00:00:00.000Z');
  expect(startOfLondonDay('2026-10-25')?.toISOString()).toBe('2026-10-24T23:00:00.000Z');
});

test('a day that does not exist has no beginning', () => {
  for (const text of ['2026-02-30', '2026-13-01', '23/11/2026', '', '2026-1-1']) {
    expect(startOfLondonDay(text)).toBeUndefined();
  }
});
