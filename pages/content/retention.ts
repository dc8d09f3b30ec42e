import { units } from '../london-time.ts';
import { type Settings, usualSettings } from './settings.ts';

/** How long enquiries are stored: in months after anything was last done with them, and in days in Review. */
export type Retention = Settings['retention'];

/** What visitors were told from a moment on about how long their enquiry is stored. */
export interface Told {
  since: Date;
  retention: Retention;
}

const day = 86_400_000;
/** A shorter time counts for earlier enquiries so long after it was saved: until then a slip can be taken back. */
export const noticeDays = 7;

/** When a time that was saved at a moment begins to count for enquiries from before. */
export function countsFrom(saved: Date): Date {
  return new Date(saved.getTime() + noticeDays * day);
}

/**
 * How long enquiries are stored, at a moment, by when their senders were told so; the latest last. What counts for one is
 * what its sender was told, or less: each shorter time from seven days after it was saved, unless it was made longer again
 * within those.
 */
export function retentionEras(told: readonly Told[], moment: Date): Told[] {
  const all = [{ since: new Date(0), retention: usualSettings.retention }, ...told];
  const eras = all.map(({ since, retention }, place) => {
    const least = (name: keyof Retention) =>
      Math.min(retention[name], ...shortened(all.slice(place + 1), name, moment));
    return {
      since,
      retention: {
        months: least('months'),
        attendedMonths: least('attendedMonths'),
        reviewDays: least('reviewDays'),
      },
    };
  });
  return eras.filter(({ retention }, place) => !isSame(retention, eras[place - 1]?.retention));
}

/** Which of the times that were saved have begun to count for enquiries from before them. */
function shortened(saved: readonly Told[], name: keyof Retention, moment: Date): number[] {
  return saved.flatMap(({ since, retention }, place) => {
    const from = countsFrom(since);
    const takenBack = saved
      .slice(place + 1)
      .some((later) => later.since < from && later.retention[name] > retention[name]);
    return from <= moment && !takenBack ? retention[name] : [];
  });
}

/** Whether a time, saved now, would some day end the storing of an enquiry that is there earlier than what was saved before. */
export function deletesEarlier(told: readonly Told[], retention: Retention, now: Date): boolean {
  const start = countsFrom(now);
  const [before, after] = [told, [...told, { since: now, retention }]].map((all) =>
    retentionEras(all, start),
  );
  return [new Date(0), ...told.map(({ since }) => since)].some((since) => {
    const [was, is] = [before, after].map((eras) => eras?.findLast((era) => era.since <= since)?.retention);
    return was && is && names.some((name) => is[name] < was[name]);
  });
}

const names = ['months', 'attendedMonths', 'reviewDays'] as const satisfies (keyof Retention)[];

function isSame(one: Retention, other: Retention | undefined): boolean {
  return (
    one.months === other?.months &&
    one.attendedMonths === other.attendedMonths &&
    one.reviewDays === other.reviewDays
  );
}

const times = {
  months: { when: 'When it came to nothing', unit: 'month' },
  attendedMonths: { when: 'When the person attended', unit: 'month' },
  reviewDays: { when: 'In Review', unit: 'day' },
} as const satisfies Record<keyof Retention, unknown>;

/** The times that are shorter than they were, each in words. */
export function shorterTimes(before: Retention, after: Retention): string[] {
  return names
    .filter((name) => after[name] < before[name])
    .map((name) => {
      const { when, unit } = times[name];
      return `${when}: was ${units(before[name], unit)}, now ${units(after[name], unit)}`;
    });
}

/** For the practitioner; the privacy notice says the same to visitors. */
export function retentionRules({ months, attendedMonths, reviewDays }: Retention): string[] {
  return [
    `An enquiry that came to nothing is deleted ${units(months, 'month')} after anything was last done with it.`,
    `When the person attended: ${units(attendedMonths, 'month')} after anything was last done with it, or a day after you say that your own records have them.`,
    `In Review: after ${units(reviewDays, 'day')}, and only after two daily mails about it.`,
  ];
}
