import { and, asc, count, eq, getTableColumns, isNull, lte, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { within } from '../deadline.ts';
import { enquiries, type StoredEnquiry } from '../enquiry/table.ts';
import { errorCode, log } from '../log.ts';
import { isMailSetUp, sendNotification } from './mail.ts';

const perRun = 20;
const sendDeadline = 10_000;
const databaseDeadline = 2500;

/** Tells the practitioner of every enquiry that is due, oldest first; a mail that fails is tried again later. */
export async function emptyOutbox(env: Env, now = new Date()): Promise<void> {
  if (!isMailSetUp(env)) return;
  const due = await drizzle(env.DB, { casing: 'snake_case' })
    .select({ id: enquiries.id })
    .from(enquiries)
    .where(and(isNull(enquiries.notifiedAt), lte(enquiries.notifyAfter, now)))
    .orderBy(asc(enquiries.notifyAfter), asc(enquiries.row))
    .limit(perRun);
  for (const { id } of due) await notify(env, id, now);
}

/** Tells the practitioner of one enquiry, unless somebody else is doing so or has done so. Never rejects. */
export async function notify(env: Env, id: string, now = new Date()): Promise<void> {
  if (!isMailSetUp(env)) return;
  try {
    const claimed = await claim(env.DB, id, now);
    if (!claimed) return;
    try {
      await within(sendDeadline, sendNotification(env, claimed));
      await note(env.DB, id, { notifiedAt: now, notifyError: null });
      log({ event: 'notified', reference: claimed.reference, attempt: claimed.attempt });
    } catch (error) {
      const code = errorCode(error);
      log({ event: 'notify_failed', reference: claimed.reference, attempt: claimed.attempt, code });
      await note(env.DB, id, { notifyError: code });
    }
  } catch (error) {
    // The enquiry is stored all the same, and the next run of the cron finds it in the outbox.
    log({ event: 'notify_failed', code: errorCode(error) });
  }
}

/** Takes the enquiry for this run, by putting off every other one for longer than a send may take. */
async function claim(database: D1Database, id: string, now: Date) {
  const { reference, receivedAt, notifyAttempts: attempt, ...table } = getTableColumns(enquiries);
  const claiming = drizzle(database, { casing: 'snake_case' })
    .update(enquiries)
    .set({
      notifyAttempts: sql`${attempt} + 1`,
      // 30 s, then twice as long each time, up to an hour: as the queue's consumer waits.
      notifyAfter: sql`${now.getTime()} + 1000 * min(3600, 30 << min(${attempt}, 7))`,
    })
    .where(and(eq(table.id, id), isNull(table.notifiedAt), lte(table.notifyAfter, now)))
    .returning({ id: table.id, reference, receivedAt, attempt });
  const [claimed] = await within(databaseDeadline, claiming);
  return claimed;
}

async function note(database: D1Database, id: string, delivery: Partial<StoredEnquiry>): Promise<void> {
  const noting = drizzle(database, { casing: 'snake_case' })
    .update(enquiries)
    .set(delivery)
    .where(eq(enquiries.id, id));
  await within(databaseDeadline, noting.run());
}

/** How many enquiries the practitioner has not been told of. */
export async function countOutbox(database: D1Database): Promise<number> {
  const [found] = await drizzle(database, { casing: 'snake_case' })
    .select({ waiting: count() })
    .from(enquiries)
    .where(isNull(enquiries.notifiedAt));
  return found?.waiting ?? 0;
}
