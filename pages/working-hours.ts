import { TZDateMini } from '@date-fns/tz';
import { isBankHoliday, type Nation } from './content/bank-holidays.ts';
import type { Settings } from './content/settings.ts';
import { londonDay } from './london-time.ts';

/** When the practitioner answers, in London time. */
export interface WorkingTimes {
  /** 0 is Sunday. */
  days: ReadonlySet<number>;
  /** Minutes after midnight. */
  from: number;
  to: number;
  nation: Nation;
  /** Days in London, as 2026-12-24, on which nobody answers beside those. */
  closed: ReadonlySet<string>;
}

export function workingTimes({ workingTimes, nation, closedDays }: Settings): WorkingTimes {
  const { days, from, to } = workingTimes;
  return { days: new Set(days), from: minutes(from), to: minutes(to), nation, closed: new Set(closedDays) };
}

/** Since midnight, of a time written 09:30. */
function minutes(time: string): number {
  const [hours = 0, more = 0] = time.split(':').map(Number);
  return hours * 60 + more;
}

const hour = 3_600_000;
// More than that nobody needs to tell apart, and it bounds the work for an enquiry from long ago.
const mostDays = 400;

/** How many working hours lie between two moments, at most about a year's. */
export function workingHours(since: Date, until: Date, times: WorkingTimes): number {
  const clock = workingClock(since, until, times);
  return Math.max(0, clock(until) - clock(since));
}

/** A clock that runs in working hours only, from the first moment to the last: quick to ask about many moments. */
export function workingClock(first: Date, last: Date, times: WorkingTimes): (moment: Date) => number {
  const days: { from: number; to: number; before: number }[] = [];
  let worked = 0;
  const day = new TZDateMini(+first, 'Europe/London');
  for (let counted = 0; counted < mostDays && +startOf(day) <= +last; counted++) {
    if (isWorkingDay(day, times)) {
      const [from, to] = [at(day, times.from), at(day, times.to)];
      days.push({ from, to, before: worked });
      worked += to - from;
    }
    day.setDate(day.getDate() + 1);
  }
  return (moment) => {
    const { from, to, before } = days[lastBegun(days, +moment)] ?? { from: 0, to: 0, before: 0 };
    return (before + Math.min(+moment, to) - from) / hour;
  };
}

/** The moment since which so many working hours have passed: what came before has waited longer. */
export function workingHoursAgo(hours: number, now: Date, times: WorkingTimes): Date {
  let left = hours * hour;
  const day = new TZDateMini(+now, 'Europe/London');
  for (let counted = 0; counted < mostDays; counted++) {
    if (isWorkingDay(day, times)) {
      const from = at(day, times.from);
      const to = Math.min(+now, at(day, times.to));
      if (to - from >= left) return new Date(to - left);
      left -= Math.max(0, to - from);
    }
    day.setDate(day.getDate() - 1);
  }
  return new Date(+day);
}

/** Place of the last day that has begun by a moment; -1 when none has. */
function lastBegun(days: readonly { from: number }[], moment: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle]?.from ?? 0) <= moment) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function isWorkingDay(day: Date, { days, nation, closed }: WorkingTimes): boolean {
  if (!days.has(day.getDay())) return false;
  const name = londonDay(new Date(+day));
  return !isBankHoliday(name, nation) && !closed.has(name);
}

function startOf(day: Date): Date {
  return new Date(at(day, 0));
}

/** So many minutes after midnight by the clock on the wall, also on the days on which clocks change. */
function at(day: Date, minutes: number): number {
  const moment = new TZDateMini(+day, 'Europe/London');
  moment.setHours(0, minutes, 0, 0);
  return +moment;
}
