import { londonDay, longDate, units } from '../london-time.ts';
import type { Nation } from './bank-holidays.ts';
import { closedDaysText } from './closed-days.ts';
import { isAway } from './reply-time.ts';
import type { Settings } from './settings.ts';

export const nationWords: Readonly<Record<Nation, string>> = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};

/** The days of a week as it begins here, each with its number: 0 is Sunday. */
export const weekdayWords = [
  [1, 'Monday'],
  [2, 'Tuesday'],
  [3, 'Wednesday'],
  [4, 'Thursday'],
  [5, 'Friday'],
  [6, 'Saturday'],
  [0, 'Sunday'],
] as const;

/** What each setting is called, and how one is said. */
const settingWords: { [Name in keyof Settings]: SettingWords<Name> } = {
  workingTimes: { label: 'When you answer', words: workingTimesWords },
  nation: { label: 'Bank holidays', words: (nation) => nationWords[nation] },
  closedDays: {
    label: 'Closed days',
    words: (days) => closedDaysText(days.filter((day) => day >= londonDay(new Date()))) || 'none to come',
  },
  replyTime: {
    label: 'Reply time',
    words: ({ workingDays, awayUntil }) =>
      units(workingDays, 'working day') +
      (isAway(awayUntil, londonDay(new Date())) ? `, away until ${longDate(awayUntil)}` : ''),
  },
  remindAfter: { label: 'Reminder', words: (hours) => `after ${units(hours, 'working hour')}` },
  quietAfter: {
    label: 'Alarm when no enquiry comes',
    words: (days) => (days === 'usual' ? 'after three times the usual gap' : `after ${units(days, 'day')}`),
  },
  retention: {
    label: 'How long enquiries are stored',
    words: ({ months, attendedMonths, reviewDays }) =>
      `${units(months, 'month')}, attended ${units(attendedMonths, 'month')}, in Review ${units(reviewDays, 'day')}`,
  },
  mailTo: {
    label: 'Who is told by mail',
    words: (address) => address || 'the first address that may open the desk',
  },
  acknowledges: { label: 'Mail to visitors', words: (yes) => (yes ? 'yes' : 'no') },
};

interface SettingWords<Name extends keyof Settings> {
  label: string;
  words: (value: Settings[Name]) => string;
}

function workingTimesWords({ days, from, to }: Settings['workingTimes']): string {
  const names = weekdayWords.filter(([day]) => days.includes(day)).map(([, name]) => name);
  return `${names.join(', ')}, ${from} to ${to}`;
}

/** What is different, in words. */
export interface SettingChange {
  label: string;
  before: string;
  after: string;
}

export function settingChanges(before: Settings, after: Settings): SettingChange[] {
  // Object.keys of an object whose keys are the names.
  return (Object.keys(settingWords) as (keyof Settings)[])
    .map((name) => ({
      label: settingWords[name].label,
      before: said(before, name),
      after: said(after, name),
    }))
    .filter((change) => change.before !== change.after);
}

function said<Name extends keyof Settings>(settings: Settings, name: Name): string {
  return settingWords[name].words(settings[name]);
}
