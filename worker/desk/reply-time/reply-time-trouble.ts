import { and, desc, eq, gte, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { isAway } from '../../../pages/content/reply-time.ts';
import type { Settings } from '../../../pages/content/settings.ts';
import { waitingStages } from '../../../pages/content/stages.ts';
import { londonDay } from '../../../pages/london-time.ts';
import { workingClock, workingTimes } from '../../../pages/working-hours.ts';
import type { Database } from '../../database/client.ts';
import { enquiries } from '../../database/tables.ts';

const day = 86_400_000;
const mostLooked = 2000;
const fewest = 10;

/** Says so when fewer than nine in ten, of at least ten enquiries of the last 30 days, were answered in the time that visitors read. */
export async function replyTimeTrouble(database: Database, settings: Settings, now: Date): Promise<string> {
  const { workingDays, awayUntil } = settings.replyTime;
  // Nothing is due while one is away.
  if (isAway(awayUntil, londonDay(now))) return '';
  const times = workingTimes(settings);
  const first = new Date(now.getTime() - 30 * day);
  const rows = await answerTimes(database, first);
  const clock = workingClock(first, now, times);
  const due = (workingDays * (times.to - times.from)) / 60;
  let inTime = 0;
  let late = 0;
  for (const [receivedAt, repliedAt] of rows) {
    const waited = clock(new Date(repliedAt ?? now)) - clock(new Date(receivedAt));
    if (waited > due) late += 1;
    else if (repliedAt) inTime += 1;
  }
  const counted = inTime + late;
  if (counted < fewest || inTime / counted >= 0.9) return '';
  return `Only ${inTime} of ${counted} enquiries of the last 30 days were answered within the ${workingDays === 1 ? 'working day' : `${workingDays} working days`} that visitors are promised.`;
}

/** When the newest enquiries came and were answered; null for what still waits. Closed without an answer: needed none. */
async function answerTimes(database: Database, first: Date) {
  const newest = database
    .select({ receivedAt: enquiries.receivedAt, repliedAt: enquiries.repliedAt })
    .from(enquiries)
    .where(
      and(
        eq(enquiries.folder, 'inbox'),
        gte(enquiries.receivedAt, first),
        isNull(enquiries.takenBy),
        or(isNotNull(enquiries.repliedAt), inArray(enquiries.stage, waitingStages)),
      ),
    )
    .orderBy(desc(enquiries.receivedAt))
    .limit(mostLooked)
    .as('newest');
  // One row instead of two thousand: what each row costs on its way out of D1 is most of the time.
  const [found] = await database
    .select({ times: sql<string>`json_group_array(json_array(${newest.receivedAt}, ${newest.repliedAt}))` })
    .from(newest);
  return JSON.parse(found?.times ?? '[]') as [receivedAt: number, repliedAt: number | null][];
}
