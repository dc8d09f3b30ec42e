import { londonDay, londonTime, longDate } from '../london-time.ts';
import { countsFrom, retentionEras, retentionRules, type Told } from './retention.ts';

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

/** When shorter times begin to count for earlier enquiries, and what is then stored for how long; '' when none is to. */
export function comingWords(told: readonly Told[], now: Date): string {
  const starts = told.map(({ since }) => countsFrom(since)).filter((start) => start > now);
  const shortest = (moment: Date) => JSON.stringify(retentionEras(told, moment));
  const changes = starts.filter((start, place) => shortest(start) !== shortest(starts[place - 1] ?? now));
  return changes
    .map((start) => `From ${longDate(londonDay(start))} on, shorter times count for earlier enquiries too.`)
    .join(' ');
}
