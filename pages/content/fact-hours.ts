import { type Fact, weekdays } from './facts.ts';

type Day = (typeof weekdays)[number];

type Open = Exclude<NonNullable<Fact<'openingHours'>[Day]>, 'closed'>;

/** Opening hours with days that are alike told together, in the order of the week. Days that are closed are left out. */
export function hoursWords(hours: Fact<'openingHours'>): { days: string; times: string }[] {
  const groups = new Map<string, Day[]>();
  for (const name of weekdays) {
    const day = hours[name];
    if (!day || day === 'closed') continue;
    const times = dayHours(day);
    groups.set(times, [...(groups.get(times) ?? []), name]);
  }
  return [...groups].map(([times, days]) => ({ days: daysWords(days), times }));
}

/** "9 am to 1 pm, 2 pm to 6 pm", "by appointment". */
export function dayHours(day: Open): string {
  if (day === 'by appointment') return day;
  return day.map(({ from, to }) => `${clockWords(from)} to ${clockWords(to)}`).join(', ');
}

/** Three days or more in a row are told by the first and the last. */
function daysWords(days: readonly Day[]): string {
  const runs: Day[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && weekdays.indexOf(before) + 1 === weekdays.indexOf(day)) run.push(day);
    else runs.push([day]);
  }
  const parts = runs.flatMap((run) =>
    run.length > 2 ? [`${dayWord(run[0])} to ${dayWord(run.at(-1))}`] : run.map(dayWord),
  );
  return new Intl.ListFormat('en-GB').format(parts);
}

export function dayWord(day: Day | undefined): string {
  return day ? day.charAt(0).toUpperCase() + day.slice(1) : '';
}

/** "9 am", "5.30 pm", "noon", "midnight" for a time as 09:00. */
function clockWords(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  if (minutes === 0 && hours % 12 === 0) return hours === 12 ? 'noon' : 'midnight';
  const past = minutes === 0 ? '' : `.${String(minutes).padStart(2, '0')}`;
  return `${hours % 12 || 12}${past} ${hours < 12 ? 'am' : 'pm'}`;
}
