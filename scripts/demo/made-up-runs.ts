import { type JobName, jobs as plan } from '../../pages/content/schedule.ts';
import { usualSettings } from '../../pages/content/settings.ts';
import { lastMorning } from '../../pages/london-time.ts';
import { workingClock, workingTimes } from '../../pages/working-hours.ts';
import type { jobs } from '../../worker/database/tables.ts';

const fiveMinutes = 300_000;
const longAgo = 90 * 86_400_000;

/** As if the cron had done its work all the time, up to now. */
export function madeUpRuns(now: Date): (typeof jobs.$inferInsert)[] {
  const lastRun = new Date(Math.floor(now.getTime() / fiveMinutes) * fiveMinutes);
  // Object.keys of an object whose keys are the names.
  return (Object.keys(plan) as JobName[]).map((name) => {
    const { every } = plan[name];
    const at = every === 'run' ? lastRun : lastMorning(now, every);
    return {
      name,
      doneFor: at,
      claimedUntil: at,
      firstRunAt: new Date(now.getTime() - longAgo),
      lastRunAt: at,
    };
  });
}

/** When the practitioner was reminded of an enquiry that waited too long; null when it was answered before. */
export function madeUpReminders(now: Date): (receivedAt: Date, answeredAt?: Date) => Date | null {
  const clock = workingClock(new Date(now.getTime() - longAgo), now, workingTimes(usualSettings));
  const hours = usualSettings.remindAfter;
  return (receivedAt, answeredAt = now) => {
    let [early, late] = [receivedAt.getTime(), answeredAt.getTime()];
    const due = clock(receivedAt) + hours;
    if (clock(answeredAt) < due) return null;
    while (late - early > fiveMinutes) {
      const middle = (early + late) / 2;
      if (clock(new Date(middle)) < due) early = middle;
      else late = middle;
    }
    return new Date(Math.round(late));
  };
}
