import { londonDay, londonTime, longDate, units } from '../london-time.ts';
import { countsFrom, type Retention, retentionEras, retentionRules, type Told } from './retention.ts';

interface EraWords {
  /** Whom it is about; '' for everybody. */
  about: string;
  rules: string[];
}

/** How long enquiries are stored, for each time of receipt from which there still is one. */
export function eraWords(told: readonly Told[], oldest: Date, now: Date): EraWords[] {
  const eras = retentionEras(told, now);
  return eras.flatMap(({ since, retention }, place) => {
    const next = eras[place + 1]?.since;
    if (next && next <= oldest) return [];
    return { about: about(since > oldest ? since : undefined, next), rules: retentionRules(retention) };
  });
}

function about(since: Date | undefined, next: Date | undefined): string {
  if (since && next) return `Received from ${londonTime(since)} to ${londonTime(next)}`;
  if (since) return `Received since ${londonTime(since)}`;
  return next ? `Received before ${londonTime(next)}` : '';
}

const timeWords = {
  months: (months) => `${units(months, 'month')} when it came to nothing`,
  attendedMonths: (months) => `${units(months, 'month')} when the person attended`,
  reviewDays: (days) => `${units(days, 'day')} in Review`,
} as const satisfies Record<keyof Retention, (time: number) => string>;
// Object.keys of an object whose keys are the names.
const names = Object.keys(timeWords) as (keyof Retention)[];

/** When which shorter times begin to count for earlier enquiries; '' when none is to. */
export function comingWords(told: readonly Told[], now: Date): string {
  return told
    .map(({ since, retention }) => ({ start: countsFrom(since), retention }))
    .filter(({ start }) => start > now)
    .map(({ start, retention }) => ({ start, retention, shorter: shorterFrom(told, start) }))
    .filter(({ shorter }) => shorter.length > 0)
    .map(({ start, retention, shorter }) => {
      const times = new Intl.ListFormat('en-GB').format(
        shorter.map((name) => timeWords[name](retention[name])),
      );
      return `From ${longDate(londonDay(start))} on, shorter times count for earlier enquiries too: ${times}.`;
    })
    .join(' ');
}

/** Which times some enquiry is stored for that are shorter from a moment on. */
function shorterFrom(told: readonly Told[], start: Date): (keyof Retention)[] {
  const [before, after] = [+start - 1, +start].map((moment) => retentionEras(told, new Date(moment)));
  const sinces = [new Date(0), ...told.map(({ since }) => since)];
  return names.filter((name) =>
    sinces.some((since) => {
      const [was, is] = [before, after].map(
        (eras) => eras?.findLast((era) => era.since <= since)?.retention[name],
      );
      return was !== undefined && is !== undefined && is < was;
    }),
  );
}
