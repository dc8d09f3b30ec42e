import { TZDateMini } from '@date-fns/tz';

const zone = 'Europe/London';

const readable = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const long = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'long' });
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
const minute = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });

/** "Mon, 23 Nov 2026, 14:05" as a clock in London shows it. */
export function londonTime(moment: Date): string {
  return readable.format(moment);
}

/** "3 hours" or "2 days": how long ago that was, in whole ones. */
export function timeSince(moment: Date, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - moment.getTime()) / 60_000));
  if (minutes < 1) return 'a moment';
  if (minutes < 60) return units(minutes, 'minute');
  if (minutes < 48 * 60) return units(Math.floor(minutes / 60), 'hour');
  return units(Math.floor(minutes / (24 * 60)), 'day');
}

/** "3 hours", "1 month". */
export function units(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** "23 November 2026" for a day written 2026-11-23. */
export function longDate(day: string): string {
  return long.format(new Date(day));
}

/** "2026-11-23" in London. */
export function londonDay(moment: Date): string {
  return day.format(moment);
}

let hour = { start: Number.NaN, text: '' };

/** "2026-11-23 14:05" in London. */
export function londonMinute(moment: Date): string {
  // London's clock is whole hours from UTC, and a file in order of time asks for the same hour again and again.
  const start = Math.floor(+moment / 3_600_000);
  if (start !== hour.start) hour = { start, text: minute.format(moment).slice(0, -2) };
  return hour.text + String(moment.getUTCMinutes()).padStart(2, '0');
}

/** The last moment, up to now, at which a clock in London showed 8 in the morning: of any day, or of a Monday. */
export function lastMorning(now: Date, every: 'day' | 'week'): Date {
  const morning = new TZDateMini(+now, zone);
  morning.setHours(8, 0, 0, 0);
  if (+morning > +now) morning.setDate(morning.getDate() - 1);
  if (every === 'week') morning.setDate(morning.getDate() - ((morning.getDay() + 6) % 7));
  return new Date(+morning);
}

/** The moment at which a day, "2026-11-23", begins in London; undefined when there is no such day. */
export function startOfLondonDay(text: string): Date | undefined {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (!year) return undefined;
  const start = new Date(+new TZDateMini(Number(year), Number(month) - 1, Number(date), zone));
  return londonDay(start) === text ? start : undefined;
}

/** The moment at which the day after a day, "2026-11-23", begins in London. */
export function nextLondonDay(text: string): Date | undefined {
  const start = startOfLondonDay(text);
  if (!start) return undefined;
  const next = new TZDateMini(+start, zone);
  next.setDate(next.getDate() + 1);
  return new Date(+next);
}

/** So many months earlier by the calendar in London; from the 31st to the last day of a shorter month. */
export function monthsBefore(moment: Date, months: number): Date {
  const earlier = new TZDateMini(+moment, zone);
  const date = earlier.getDate();
  earlier.setDate(1);
  earlier.setMonth(earlier.getMonth() - months);
  const last = new TZDateMini(earlier.getFullYear(), earlier.getMonth() + 1, 0, zone).getDate();
  earlier.setDate(Math.min(date, last));
  return new Date(+earlier);
}
