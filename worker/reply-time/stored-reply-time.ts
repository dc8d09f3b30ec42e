import { and, desc, eq, gte, isNotNull, isNull, or, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { isAway, mostWorkingDays, type ReplyPromise, usualPromise } from '../../pages/content/reply-time.ts';
import { londonDay } from '../../pages/london-time.ts';
import { workingClock } from '../../pages/working-hours.ts';
import { workingTimes } from '../config.ts';
import { query } from '../database/client.ts';
import { within } from '../deadline.ts';
import { enquiries, settings } from '../database/tables.ts';

const name = 'promise';
/** How old what an isolate remembers may be. */
const keepFor = 30_000;
// A page must not wait for D1 longer than that: without an answer it says what it said last.
const patience = 300;

let kept: { promise: ReplyPromise; until: number } | undefined;

/** What visitors are promised now. Never rejects, and hardly ever waits. */
export async function currentPromise(env: Env, context: Pick<ExecutionContext, 'waitUntil'>) {
  if (kept && Date.now() < kept.until) return kept.promise;
  const reading = within(patience, readPromise(env.DB)).then(remember, () => kept?.promise ?? usualPromise);
  if (!kept) return reading;
  context.waitUntil(reading);
  return kept.promise;
}

const promiseSchema = z.object({
  workingDays: z.int().check(z.gte(1), z.lte(mostWorkingDays)),
  awayUntil: z.string(),
});

export async function readPromise(database: D1Database): Promise<ReplyPromise> {
  const [row] = await query(database).select().from(settings).where(eq(settings.name, name));
  return row ? promiseSchema.parse(JSON.parse(row.value)) : usualPromise;
}

export async function setPromise(database: D1Database, promise: ReplyPromise): Promise<void> {
  const value = JSON.stringify(promise);
  await query(database)
    .insert(settings)
    .values({ name, value })
    .onConflictDoUpdate({ target: settings.name, set: { value } })
    .run();
  remember(promise);
}

function remember(promise: ReplyPromise): ReplyPromise {
  kept = { promise, until: Date.now() + keepFor };
  return promise;
}

const day = 86_400_000;
const mostLooked = 2000;
const fewest = 10;

/** How well the promise was kept in the last 30 days, when that is worse than nine in ten of at least ten. */
export async function promiseTrouble(env: Env, now = new Date()): Promise<string> {
  const { workingDays, awayUntil } = await readPromise(env.DB);
  // Nothing is due while one is away.
  if (isAway(awayUntil, londonDay(now))) return '';
  const times = workingTimes(env);
  const first = new Date(now.getTime() - 30 * day);
  const rows = await answerTimes(env.DB, first);
  const clock = workingClock(first, now, times);
  const promised = (workingDays * (times.to - times.from)) / 60;
  let kept = 0;
  let broken = 0;
  for (const [receivedAt, repliedAt] of rows) {
    const waited = clock(new Date(repliedAt ?? now)) - clock(new Date(receivedAt));
    if (waited > promised) broken += 1;
    else if (repliedAt) kept += 1;
  }
  const counted = kept + broken;
  if (counted < fewest || kept / counted >= 0.9) return '';
  return `Only ${kept} of ${counted} enquiries of the last 30 days were answered within the ${workingDays === 1 ? 'working day' : `${workingDays} working days`} that visitors are promised.`;
}

/** When the newest enquiries came and were answered; null for what still waits. Closed without an answer: needed none. */
async function answerTimes(database: D1Database, first: Date) {
  const newest = query(database)
    .select({ receivedAt: enquiries.receivedAt, repliedAt: enquiries.repliedAt })
    .from(enquiries)
    .where(
      and(
        eq(enquiries.folder, 'inbox'),
        gte(enquiries.receivedAt, first),
        isNull(enquiries.takenBy),
        or(isNotNull(enquiries.repliedAt), eq(enquiries.stage, 'new')),
      ),
    )
    .orderBy(desc(enquiries.receivedAt))
    .limit(mostLooked)
    .as('newest');
  // One row instead of two thousand: what each row costs on its way out of D1 is most of the time.
  const [found] = await query(database)
    .select({ times: sql<string>`json_group_array(json_array(${newest.receivedAt}, ${newest.repliedAt}))` })
    .from(newest);
  return JSON.parse(found?.times ?? '[]') as [receivedAt: number, repliedAt: number | null][];
}
