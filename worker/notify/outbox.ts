import { and, asc, count, eq, getTableColumns, gte, isNull, lte, sql } from 'drizzle-orm';
import { notificationMail } from '../../pages/content/mails.ts';
import { href, paths } from '../../pages/paths.ts';
import { isMailSetUp } from '../config.ts';
import { type Database, databaseOf } from '../database/client.ts';
import { enquiries, type StoredEnquiry } from '../database/tables.ts';
import { within } from '../deadline.ts';
import { errorCode, log } from '../log.ts';
import { deskLink, mailPractitioner } from './mail.ts';

const perRun = 20;
const databaseDeadline = 2500;

/** Tells the practitioner of every enquiry that is due, oldest first; a mail that fails is tried again later. */
export async function emptyOutbox(env: Env, now = new Date()): Promise<void> {
  if (!isMailSetUp(env)) return;
  const due = await databaseOf(env.DB)
    .select({ id: enquiries.id })
    .from(enquiries)
    .where(isDue(now))
    .orderBy(asc(enquiries.notifyAfter), asc(enquiries.sequence))
    .limit(perRun);
  for (const { id } of due) await notify(env, id, now);
}

/** Tells the practitioner of one enquiry, unless somebody else is doing so or has done so. Never rejects. */
export async function notify(env: Env, id: string, now = new Date()): Promise<void> {
  const database = databaseOf(env.DB);
  if (!isMailSetUp(env)) return;
  try {
    const claimed = await claim(database, id, now);
    if (!claimed) return;
    try {
      await mailPractitioner(env, notificationMail(claimed, deskLink(env, href(paths.record, { id }))));
      await recordDelivery(database, id, { notifiedAt: now, notifyError: null });
      log({ event: 'notified', reference: claimed.reference, attempt: claimed.attempt });
    } catch (error) {
      const code = errorCode(error);
      log({ event: 'notify_failed', reference: claimed.reference, attempt: claimed.attempt, code });
      await recordDelivery(database, id, { notifyError: code });
    }
  } catch (error) {
    // The enquiry is stored all the same, and the next run of the cron finds it in the outbox.
    log({ event: 'notify_failed', code: errorCode(error) });
  }
}

/** Takes the enquiry for this run, by putting off every other one for longer than a send may take. */
async function claim(database: Database, id: string, now: Date) {
  const { reference, receivedAt, notifyAttempts: attempt } = getTableColumns(enquiries);
  const claiming = database
    .update(enquiries)
    .set({
      notifyAttempts: sql`${attempt} + 1`,
      // 30 s, then twice as long each time, up to an hour: as the queue's consumer waits.
      notifyAfter: sql`${now.getTime()} + 1000 * min(3600, 30 << min(${attempt}, 7))`,
    })
    .where(and(eq(enquiries.id, id), isDue(now)))
    .returning({ reference, receivedAt, attempt });
  const [claimed] = await within(databaseDeadline, claiming);
  return claimed;
}

async function recordDelivery(
  database: Database,
  id: string,
  delivery: Partial<StoredEnquiry>,
): Promise<void> {
  const recording = database.update(enquiries).set(delivery).where(eq(enquiries.id, id));
  await within(databaseDeadline, recording.run());
}

/** SQL: nobody was told of it, and it is time. The test enquiry is asked about in its own folder. */
export function isDue(now: Date, folder: 'inbox' | 'canary' = 'inbox') {
  return and(waits(folder), lte(enquiries.notifyAfter, now));
}

function waits(folder: StoredEnquiry['folder']) {
  // Always true; with it SQLite takes the index of what waits, and not one of the whole folder.
  const sinceEver = gte(enquiries.notifyAfter, new Date(0));
  return and(eq(enquiries.folder, folder), isNull(enquiries.notifiedAt), sinceEver);
}

/** How many enquiries the practitioner has not been told of. */
export async function countOutbox(database: Database): Promise<number> {
  const [found] = await database.select({ waiting: count() }).from(enquiries).where(waits('inbox'));
  return found?.waiting ?? 0;
}
