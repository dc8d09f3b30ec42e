import { and, asc, eq, gt, gte, inArray, lt, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { stagesWhere } from '../../pages/content/stages.ts';
import { monthsBefore } from '../../pages/london-time.ts';
import { retention } from '../config.ts';
import { type Database, databaseOf } from '../database/client.ts';
import { enquiries } from '../database/tables.ts';
import type { KeyRing } from '../sealing/seal.ts';
import { deleteEnquiries } from './delete-enquiries.ts';
import { unsealEnquiry } from './enquiry-list.ts';

const day = 86_400_000;
const atOnce = 100;
/** The desk says so long before what will be deleted. */
export const warnedDays = 14;

/** Deletes what has been stored long enough; what one run does not manage the next one does. */
export async function deleteExpired(env: Env, now: Date): Promise<void> {
  const database = databaseOf(env.DB);
  const due = await database
    .select({ id: enquiries.id, withdrawnAt: enquiries.withdrawnAt })
    .from(enquiries)
    .where(isOver(env, now))
    .limit(atOnce);
  const ids = due.filter(({ withdrawnAt }) => !withdrawnAt).map(({ id }) => id);
  await deleteEnquiries(database, ids, { why: 'kept long enough', by: 'schedule', at: now });
  for (const { id, withdrawnAt: at } of due)
    if (at) await deleteEnquiries(database, [id], { why: 'consent withdrawn', by: 'visitor', at });
}

/** What will be deleted within the next 14 days, soonest first. */
export async function soonDeleted(env: Env, database: Database, ring: KeyRing, now: Date) {
  const rows = await database
    .select()
    .from(enquiries)
    .where(isSoonOver(env, now))
    .orderBy(asc(lastContact))
    .limit(atOnce);
  return Promise.all(rows.map((row) => unsealEnquiry(row, ring)));
}

export function countSoonDeleted(env: Env, database: Database, now: Date): Promise<number> {
  return database.$count(enquiries, isSoonOver(env, now));
}

function isSoonOver(env: Env, now: Date): SQL | undefined {
  return isOver(env, new Date(now.getTime() + warnedDays * day));
}

const lastContact = sql<number>`coalesce(${enquiries.touchedAt}, ${enquiries.receivedAt})`;
const attendedStages = stagesWhere(({ attended }) => attended);
const storedLonger = stagesWhere(({ stored }) => stored === 'attendedMonths');

/** SQL: whether an enquiry has been stored long enough by a moment. */
function isOver(env: Env, now: Date): SQL | undefined {
  const { months, attendedMonths, reviewDays } = retention(env);
  // No contact was before it came; saying so lets D1 look at the oldest alone.
  const contactBefore = (moment: Date) =>
    and(lt(enquiries.receivedAt, moment), sql`${lastContact} < ${moment.getTime()}`);
  const inInbox = eq(enquiries.folder, 'inbox');
  return or(
    and(inInbox, notInArray(enquiries.stage, storedLonger), contactBefore(monthsBefore(now, months))),
    and(inInbox, inArray(enquiries.stage, storedLonger), contactBefore(monthsBefore(now, attendedMonths))),
    // A day in which a slip of the finger can be taken back.
    and(
      lt(enquiries.handedOverAt, new Date(now.getTime() - day)),
      unindexed(inInbox),
      unindexed(inArray(enquiries.stage, attendedStages)),
    ),
    and(
      eq(enquiries.folder, 'review'),
      contactBefore(new Date(now.getTime() - reviewDays * day)),
      gte(enquiries.digests, 2),
    ),
    gt(enquiries.withdrawnAt, new Date(0)),
  );
}

/** SQL: a condition for which SQLite takes no index, so that the one of the condition beside it is taken. */
function unindexed(condition: SQL): SQL {
  return sql`+(${condition})`;
}
