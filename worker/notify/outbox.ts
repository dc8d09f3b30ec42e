import { and, eq, lte, ne, type SQL, sql } from 'drizzle-orm';
import { bundleMail, notificationMail } from '../../pages/content/mails.ts';
import { href, paths } from '../../pages/paths.ts';
import { isMailSetUp } from '../config.ts';
import { databaseOf } from '../database/client.ts';
import { enquiries, type StoredEnquiry } from '../database/tables.ts';
import { within } from '../deadline.ts';
import { errorCode, log } from '../log.ts';
import { deskLink, listLink, mailPractitioner } from './mail.ts';
import { giveBackSlot, takeSlot } from './mail-slots.ts';
import { type Claimed, claim, isDue, recordDelivery } from './untold.ts';

const databaseDeadline = 2500;
/** One that waits for longer is no other visitor's of this moment: it waits for its turn. */
const momentLasts = 60_000;

/** Tells the practitioner of all that is due, in one mail where it is more than one. */
export async function emptyOutbox(env: Env, now = new Date()): Promise<void> {
  if (isMailSetUp(env)) await mailAbout(env, isDue(now), now);
}

/**
 * Tells the practitioner of one enquiry, unless somebody else is doing so or has done so, or others wait already: then it
 * waits with them for the next run of the cron. Never rejects.
 */
export async function notify(env: Env, id: string, now = new Date()): Promise<void> {
  if (!isMailSetUp(env)) return;
  const others = and(
    isDue(now),
    ne(enquiries.id, id),
    lte(enquiries.receivedAt, new Date(+now - momentLasts)),
  );
  const alone = sql`not exists (select 1 from ${enquiries} where ${others})`;
  try {
    await mailAbout(env, and(eq(enquiries.id, id), isDue(now), alone), now);
  } catch (error) {
    // The enquiry is stored all the same, and the next run of the cron finds it in the outbox.
    log({ event: 'notify_failed', code: errorCode(error) });
  }
}

async function mailAbout(env: Env, due: SQL | undefined, now: Date): Promise<void> {
  const database = databaseOf(env.DB);
  const anyDue = sql`exists (select 1 from ${enquiries} where ${due})`;
  if (!(await within(databaseDeadline, takeSlot(database, now, anyDue)))) return;
  const claimed = await within(databaseDeadline, claim(database, due, now));
  const [first, ...more] = claimed;
  if (!first) return giveBackSlot(database, now);
  const about =
    more.length > 0 ? { rows: claimed.length } : { reference: first.reference, attempt: first.attempt };
  const record = (delivery: Partial<StoredEnquiry>) =>
    within(databaseDeadline, recordDelivery(database, claimed, delivery));
  try {
    await mailPractitioner(env, more.length > 0 ? mailOfMany(env, claimed) : mailOfOne(env, first));
  } catch (error) {
    const code = errorCode(error);
    log({ event: 'notify_failed', ...about, code });
    await giveBackSlot(database, now);
    return record({ notifyError: code });
  }
  const told = { notifiedAt: now, notifyError: null };
  // Once more, because what is not recorded is mailed again.
  await record(told).catch(() => record(told));
  log({ event: 'notified', ...about });
}

function mailOfOne(env: Env, one: Claimed) {
  return notificationMail(one, deskLink(env, href(paths.record, { id: one.id })));
}

function mailOfMany(env: Env, all: readonly Claimed[]) {
  return bundleMail(all, listLink(env, all));
}
