import { and, count, eq, inArray, sql } from 'drizzle-orm';
import { digestMail, weeklyMail } from '../../pages/content/mails.ts';
import { waitingStages } from '../../pages/content/stages.ts';
import { paths } from '../../pages/paths.ts';
import { isMailSetUp } from '../config.ts';
import { type Database, databaseOf } from '../database/client.ts';
import { enquiries } from '../database/tables.ts';
import { todos as readTodos } from '../practice/todos.ts';
import { deskLink, mailPractitioner } from './mail.ts';
import { openAlarms } from './raise-alarm.ts';

/** Once a day, while any enquiry is in Review. */
export async function sendDigest(env: Env): Promise<void> {
  const database = databaseOf(env.DB);
  const inReview = await countReview(database);
  if (inReview === 0 || !isMailSetUp(env)) return;
  await mailPractitioner(env, digestMail(inReview, deskLink(env, paths.review)));
  // Nothing leaves Review before it was in two of these.
  const digests = sql`${enquiries.digests} + 1`;
  await database.update(enquiries).set({ digests }).where(eq(enquiries.folder, 'review')).run();
}

/** Once a week, whatever happens: that it does not come is the alarm for mail itself. */
export async function sendWeekly(env: Env, now: Date): Promise<void> {
  const database = databaseOf(env.DB);
  if (!isMailSetUp(env)) return;
  const [waiting, inReview, open, todos] = await Promise.all([
    countWaiting(database),
    countReview(database),
    openAlarms(database),
    readTodos(database, now),
  ]);
  await mailPractitioner(env, weeklyMail({ waiting, inReview, open, todos }, deskLink(env, paths.inbox)));
}

export async function countReview(database: Database): Promise<number> {
  return counted(database, eq(enquiries.folder, 'review'));
}

async function countWaiting(database: Database): Promise<number> {
  return counted(database, and(eq(enquiries.folder, 'inbox'), inArray(enquiries.stage, waitingStages)));
}

async function counted(database: Database, where: ReturnType<typeof and>): Promise<number> {
  const [found] = await database.select({ rows: count() }).from(enquiries).where(where);
  return found?.rows ?? 0;
}
