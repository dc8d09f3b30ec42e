import { units } from '../london-time.ts';
import { type Settings, usualSettings } from './settings.ts';

/** How long enquiries are stored: in months after the last contact, and in days in Review. */
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
 * How long enquiries are stored, at a moment, by when they were received; the latest last. What counts for one is what
 * its sender was told, or less: whatever was saved since, and not made longer again within its seven days.
 */
export function retentionEras(told: readonly Told[], moment: Date): Told[] {
  const all = [{ since: new Date(0), retention: usualSettings.retention }, ...told];
  const shortened = all.map(({ since }, place) => {
    const from = countsFrom(since);
    const within = all.slice(place).filter((later) => later.since < from);
    return { from, retention: combined(Math.max, within) };
  });
  const eras = all.map((one, place) => {
    const since = shortened.slice(place + 1).filter(({ from }) => from <= moment);
    return { since: one.since, retention: combined(Math.min, [one, ...since]) };
  });
  return eras.filter(({ retention }, place) => !isSame(retention, eras[place - 1]?.retention));
}

function combined(
  pick: (...numbers: number[]) => number,
  some: readonly Pick<Told, 'retention'>[],
): Retention {
  const of = (name: keyof Retention) => pick(...some.map(({ retention }) => retention[name]));
  return { months: of('months'), attendedMonths: of('attendedMonths'), reviewDays: of('reviewDays') };
}

/** Whether anything is deleted earlier than before. */
export function isShorter(retention: Retention, before: Retention): boolean {
  return !isSame(combined(Math.max, [{ retention }, { retention: before }]), retention);
}

function isSame(one: Retention, other: Retention | undefined): boolean {
  return (
    one.months === other?.months &&
    one.attendedMonths === other.attendedMonths &&
    one.reviewDays === other.reviewDays
  );
}

/** For the practitioner; the privacy notice says the same to visitors. */
export function retentionRules({ months, attendedMonths, reviewDays }: Retention): string[] {
  return [
    `An enquiry that came to nothing is deleted ${units(months, 'month')} after anything was last done with it.`,
    `When the person attended: ${units(attendedMonths, 'month')} after, or a day after you say that your own records have them.`,
    `In Review: after ${units(reviewDays, 'day')}, and only after two daily mails about it.`,
  ];
}
