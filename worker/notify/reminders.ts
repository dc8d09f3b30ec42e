import { and, gt, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { reminderMail } from '../../pages/content/mails.ts';
import { waitingStages } from '../../pages/content/stages.ts';
import { isMailSetUp } from '../config.ts';
import { databaseOf } from '../database/client.ts';
import { enquiries } from '../database/tables.ts';
import { isOneOf } from '../enquiries/is-one-of.ts';
import { lateBefore, lookedAt } from '../enquiries/selection.ts';
import { readSettings } from '../practice/settings.ts';
import { listLink, mailPractitioner } from './mail.ts';

const day = 86_400_000;
// Somebody who was forgotten for longer shows at the desk; a mail about it would come too late to help.
const oldest = 30 * day;

/**
 * One mail about all enquiries that have waited too long for an answer, in the inbox and in Review; each is in one such
 * mail once, and once more when it was moved out of Review and still waits.
 */
export async function sendReminders(env: Env, now: Date): Promise<void> {
  const database = databaseOf(env.DB);
  if (!isMailSetUp(env)) return;
  const settings = await readSettings(database);
  const { id, reference, receivedAt, folder, movedAt, remindedAt } = enquiries;
  const claimed = await database
    .update(enquiries)
    .set({ remindedAt: now })
    .where(
      and(
        inArray(folder, lookedAt),
        inArray(enquiries.stage, waitingStages),
        or(isNull(remindedAt), lt(remindedAt, movedAt)),
        gt(receivedAt, new Date(now.getTime() - oldest)),
        lte(sql`coalesce(${movedAt}, ${receivedAt})`, lateBefore(settings, now).getTime()),
      ),
    )
    .returning({ id, reference, receivedAt, folder });
  if (claimed.length === 0) return;
  const waiting = claimed
    .map(({ folder, ...row }) => ({ ...row, inReview: folder === 'review' }))
    .sort((one, other) => +one.receivedAt - +other.receivedAt);
  const link = listLink(env, waiting);
  try {
    await mailPractitioner(env, reminderMail(waiting, settings.remindAfter, link));
  } catch (error) {
    await database.update(enquiries).set({ remindedAt: null }).where(isOneOf(id, claimed)).run();
    throw error;
  }
}
