import { and, asc, eq, gt, inArray, isNull, lte } from 'drizzle-orm';
import { reminderMail } from '../../pages/content/mails.ts';
import { waitingStages } from '../../pages/content/stages.ts';
import { paths } from '../../pages/paths.ts';
import { workingHours } from '../../pages/working-hours.ts';
import { isMailSetUp, remindAfter, workingTimes } from '../config.ts';
import { databaseOf } from '../database/client.ts';
import { enquiries } from '../database/tables.ts';
import { deskLink, mailPractitioner } from './mail.ts';

// D1 takes 100 parameters; the next run takes the next ones.
const atOnce = 50;
const day = 86_400_000;
// Somebody who was forgotten for longer shows at the desk; a mail about it would come too late to help.
const oldest = 30 * day;

/** One mail about all enquiries that have waited too long for an answer; each is in one such mail, once. */
export async function sendReminders(env: Env, now: Date): Promise<void> {
  const database = databaseOf(env.DB);
  if (!isMailSetUp(env)) return;
  const hours = remindAfter(env);
  const times = workingTimes(env);
  const waiting = await database
    .select()
    .from(enquiries)
    .where(
      and(
        eq(enquiries.folder, 'inbox'),
        inArray(enquiries.stage, waitingStages),
        isNull(enquiries.remindedAt),
        gt(enquiries.receivedAt, new Date(now.getTime() - oldest)),
        lte(enquiries.receivedAt, now),
      ),
    )
    .orderBy(asc(enquiries.receivedAt))
    .limit(atOnce);
  const late = waiting.filter(
    // Until it was moved from Review, nobody was asked to answer it.
    ({ receivedAt, movedAt }) => workingHours(movedAt ?? receivedAt, now, times) >= hours,
  );
  if (late.length === 0) return;
  const these = inArray(
    enquiries.id,
    late.map(({ id }) => id),
  );
  await database.update(enquiries).set({ remindedAt: now }).where(these).run();
  try {
    await mailPractitioner(env, reminderMail(late, hours, deskLink(env, paths.inbox)));
  } catch (error) {
    await database.update(enquiries).set({ remindedAt: null }).where(these).run();
    throw error;
  }
}
