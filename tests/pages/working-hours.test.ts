import Holidays from 'date-holidays';
import { expect, test } from 'vitest';
import {
  bankHolidays,
  isBankHoliday,
  type Nation,
  oneOffHolidays,
} from '../../pages/content/bank-holidays.ts';
import { usualSettings } from '../../pages/content/settings.ts';
import { startOfLondonDay } from '../../pages/london-time.ts';
import { workingHours, workingHoursAgo, workingTimes } from '../../pages/working-hours.ts';

const usual = workingTimes(usualSettings);
const hours = (since: string, until: string, times = usual) =>
  workingHours(new Date(since), new Date(until), times);

test.each([
  ['within one day', '2026-11-23T10:00Z', '2026-11-23T14:30Z', 4.5],
  ['a night counts nothing', '2026-11-23T16:00Z', '2026-11-24T10:00Z', 2],
  ['a weekend counts nothing', '2026-11-20T16:00Z', '2026-11-23T10:00Z', 2],
  ['before opening and after closing', '2026-11-23T05:00Z', '2026-11-23T22:00Z', 8],
  ['Christmas, Boxing Day and the day instead', '2026-12-24T16:00Z', '2026-12-29T10:00Z', 2],
  ['summer time: nine in London is eight in UTC', '2026-07-01T08:00Z', '2026-07-01T09:00Z', 1],
  ['over the night on which clocks go back', '2026-10-23T15:00Z', '2026-10-26T10:00Z', 2],
  ['over the night on which clocks go forward', '2026-03-27T16:00Z', '2026-03-30T09:00Z', 2],
  ['nothing has passed', '2026-11-23T10:00Z', '2026-11-23T10:00Z', 0],
  ['the wrong way round', '2026-11-24T10:00Z', '2026-11-23T10:00Z', 0],
])('working hours: %s', (_name, since, until, expected) => {
  expect(hours(since, until)).toBe(expected);
});

test('St Andrew’s Day is a holiday in Scotland alone, and Saturdays count for whoever works on them', () => {
  const day = ['2026-11-30T00:00Z', '2026-12-01T00:00Z'] as const;
  expect(hours(...day, { ...usual, nation: 'scotland' })).toBe(0);
  expect(hours(...day)).toBe(8);
  expect(hours('2026-11-21T00:00Z', '2026-11-22T00:00Z', { ...usual, days: new Set([6]) })).toBe(8);
});

test('a closed day counts nothing, going forward as going back, and neither does a closed stretch', () => {
  const closedDays = ['2026-11-24', '2026-11-26', '2026-11-27', '2026-11-28'];
  const times = workingTimes({ ...usualSettings, closedDays });
  expect(hours('2026-11-23T16:00Z', '2026-11-25T10:00Z', times)).toBe(2);
  expect(hours('2026-11-25T16:00Z', '2026-11-30T10:00Z', times)).toBe(2);
  expect(hours('2026-11-24T00:00Z', '2026-11-25T00:00Z', times)).toBe(0);
  expect(workingHoursAgo(4, new Date('2026-11-30T10:00Z'), times)).toEqual(new Date('2026-11-25T14:00Z'));
});

test('a year’s worth of days is counted and no more, so that nobody can make it work for long', () => {
  expect(hours('1970-01-01T00:00Z', '2026-11-23T00:00Z')).toBeLessThan(400 * 8);
});

// Object.keys of an object whose keys are the names.
const nations = Object.keys(bankHolidays) as Nation[];

test('the table of bank holidays agrees with the library that knows the rules', () => {
  const regions = { 'england-and-wales': 'ENG', scotland: 'SCT', 'northern-ireland': 'NIR' };
  for (const nation of nations) {
    const library = new Holidays('GB', regions[nation]);
    const expected = [2026, 2027, 2028, 2029].flatMap((year) =>
      library
        .getHolidays(year)
        .filter(({ type }) => type === 'public')
        .map(({ date }) => date.slice(0, 10)),
    );
    // A later library may know days that no rule gives, which have a list of their own.
    expect(bankHolidays[nation]).toEqual(expected.filter((day) => !oneOffHolidays[nation].includes(day)));
  }
});

test('a day that no rule gives counts as a bank holiday in its nation alone', () => {
  const everyDay = new Set([0, 1, 2, 3, 4, 5, 6]);
  for (const day of Object.values(oneOffHolidays).flat())
    for (const nation of nations) {
      const worked = hours(`${day}T00:00Z`, `${day}T23:00Z`, { ...usual, days: everyDay, nation });
      expect([day, nation, worked]).toEqual([day, nation, isBankHoliday(day, nation) ? 0 : 8]);
      expect(startOfLondonDay(day)).toBeDefined();
    }
  expect(isBankHoliday('2026-06-15', 'scotland')).toBe(true);
  expect(isBankHoliday('2026-06-15', 'england-and-wales')).toBe(false);
});
