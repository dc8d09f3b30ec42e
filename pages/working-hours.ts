import { TZDateMini } from '@date-fns/tz';
import { bankHolidays, type Nation } from './content/bank-holidays.ts';
import { londonDay } from './london-time.ts';

/** When the practitioner answers, in London time. */
export interface WorkingTimes {
  /** 0 is Sunday. */
  days: ReadonlySet<number>;
  /** Minutes after midnight. */
  from: number;
  to: number;
  nation: Nation;
}

const hour = 3_600_000;
// More than that nobody needs to tell apart, and it bounds the work for an enquiry from long ago.
const mostDays = 400;

/** How many working hours lie between two moments, at most about a year's. */
export function workingHours(since: Date, until: Date, times: WorkingTimes): number {
  let worked = 0;
  const day = new TZDateMini(+since, 'Europe/London');
  for (let counted = 0; counted < mostDays && +day <= +until; counted++) {
    if (isWorkingDay(day, times)) {
      const from = Math.max(+since, at(day, times.from));
      const to = Math.min(+until, at(day, times.to));
      worked += Math.max(0, to - from);
    }
    day.setDate(day.getDate() + 1);
    day.setHours(0, 0, 0, 0);
  }
  return worked / hour;
}

function isWorkingDay(day: Date, { days, nation }: WorkingTimes): boolean {
  const holidays: readonly string[] = bankHolidays[nation];
  return days.has(day.getDay()) && !holidays.includes(londonDay(new Date(+day)));
}

/** So many minutes after midnight by the clock on the wall, also on the days on which clocks change. */
function at(day: Date, minutes: number): number {
  const moment = new TZDateMini(+day, 'Europe/London');
  moment.setHours(0, minutes, 0, 0);
  return +moment;
}
