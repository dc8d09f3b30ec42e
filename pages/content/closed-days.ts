import { londonDay, longDate, nextLondonDay, startOfLondonDay } from '../london-time.ts';

// Days are written 2026-12-24 here; at the desk people write them as they do on paper.

/** What a practice may have to come: a variable of the Worker must hold them, too. */
export const mostClosedDays = 120;
const farthestYears = 3;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = /\b(mon|tues?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(day)?\b[.,]* *(?=\d)/gi;
const written = String.raw`\d{4}-\d\d?-\d\d?|\d\d?[/.-]\d\d?(?:[/.-](?:\d{4}|\d\d))?|\d\d? [a-z]{3,9}\.?(?: \d{4})?`;
const line = new RegExp(`^(${written})(?: ?(?:-|–|—|to|until|till) ?(${written}))?$`);
/** "24 - 28 December": the month, and the year, of the last. */
const dayAlone = new RegExp(`^(\\d\\d?) ?(?:-|–|—|to|until|till) ?(${written})$`);

/** What was typed: one day or stretch of days a line. Those that are over are left out; so are doubles. */
export function readClosedDays(text: string, today: string): { days: string[] } | { mistake: string } {
  const days = new Set<string>();
  for (const typed of text.replace(weekdays, '').split(/[\n;]|, *(?=\d)/)) {
    if (typed.trim() === '') continue;
    const plain = typed.toLowerCase().replace(/(\d)(st|nd|rd|th)\b/g, '$1');
    const { from, to } = readStretch(plain.replace(/[\s,]+/g, ' ').trim(), today);
    const shown = typed.trim().slice(0, 60);
    if (!from || !to) return { mistake: `“${shown}” is no day. Write it like 24/12/2026` };
    if (to < from) return { mistake: `“${shown}” ends before it begins` };
    if (Number(to.slice(0, 4)) - Number(today.slice(0, 4)) > farthestYears)
      return { mistake: `“${shown}” is too far away: is the year right?` };
    // No more than there is room for is walked through: a slip of the pen can be centuries long.
    for (let day = from < today ? today : from; day <= to && days.size <= mostClosedDays; day = dayAfter(day))
      days.add(day);
  }
  if (days.size > mostClosedDays)
    return { mistake: `These are more than ${mostClosedDays} days. Leave some out` };
  return { days: [...days].sort() };
}

/** The last day is read first: without a year it is the next one, and the first is then the nearest before it. */
function readStretch(text: string, today: string): { from?: string | undefined; to?: string | undefined } {
  const [, day, end = ''] = dayAlone.exec(text) ?? [];
  const to = readDay(end, today);
  if (day && to) return { from: validDay(`${to.slice(0, 8)}${two(Number(day))}`), to };
  const [, first = '', last] = line.exec(text) ?? [];
  if (!last) return { from: readDay(first, today), to: readDay(first, today) };
  const until = readDay(last, today);
  const from = readDay(first, today);
  if (!until || !from || hasYear(first) || from <= until) return { from, to: until };
  return { from: validDay(`${Number(from.slice(0, 4)) - 1}${from.slice(4)}`), to: until };
}

function hasYear(text: string): boolean {
  return text.split(/[/. -]+/).filter(Boolean).length === 3;
}

function validDay(day: string): string | undefined {
  return startOfLondonDay(day) ? day : undefined;
}

/** A day as people write it; without a year the next one, from a day on. Undefined when there is no such day. */
function readDay(text: string, from: string): string | undefined {
  const parts = text.split(/[/. -]+/).filter(Boolean);
  const [year = '', month = '', day = ''] = /^\d{4}/.test(text) ? parts : parts.toReversed();
  const given = parts.length === 3 ? [year, month, day] : ['', year, month];
  const [y = '', m = '', d = ''] = given;
  const number = /^\d/.test(m) ? Number(m) : months.indexOf(m.slice(0, 3)) + 1;
  const inYear = (year: string | number) =>
    startOfLondonDay(`${year}-${two(number)}-${two(Number(d))}`) &&
    `${year}-${two(number)}-${two(Number(d))}`;
  if (y !== '') return inYear(y.length === 2 ? `20${y}` : y);
  const first = Number(from.slice(0, 4));
  return [first, first + 1].map(inYear).find((found) => found && found >= from);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function dayAfter(day: string): string {
  const next = nextLondonDay(day);
  return next ? londonDay(next) : '9';
}

/** One line for each stretch of days: "Thursday 24 December 2026 - Friday 1 January 2027". It can be read again. */
export function closedDaysText(days: readonly string[]): string {
  return stretches(days)
    .map(({ from, to }) => (from === to ? longDay(from) : `${longDay(from)} - ${longDay(to)}`))
    .join('\n');
}

function stretches(days: readonly string[]): { from: string; to: string }[] {
  const all: { from: string; to: string }[] = [];
  for (const day of [...days].sort()) {
    const last = all.at(-1);
    if (last && dayAfter(last.to) === day) last.to = day;
    else all.push({ from: day, to: day });
  }
  return all;
}

/** "Thursday 24 December 2026". */
function longDay(day: string): string {
  const weekday = new Date(day).toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' });
  return `${weekday} ${longDate(day)}`;
}
