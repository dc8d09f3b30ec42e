import { asc } from 'drizzle-orm';
import { countsFrom, noticeDays, type Retention, type Told } from '../../pages/content/retention.ts';
import { type Database, databaseOf } from '../database/client.ts';
import { enquiries } from '../database/tables.ts';
import { readTold } from '../practice/told-retention.ts';
import type { KeyRing } from '../sealing/seal.ts';
import { deleteEnquiries } from './delete-enquiries.ts';
import { unsealEnquiry } from './enquiry-list.ts';
import { isStoredLongEnough, lastDone } from './stored-long-enough.ts';

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
    .where(isStoredLongEnough(await readTold(database), now))
    .limit(atOnce);
  const ids = due.filter(({ withdrawnAt }) => !withdrawnAt).map(({ id }) => id);
  await deleteEnquiries(database, ids, { why: 'kept long enough', by: 'schedule', at: now });
  for (const { id, withdrawnAt: at } of due)
    if (at) await deleteEnquiries(database, [id], { why: 'consent withdrawn', by: 'visitor', at });
}

/** What will be deleted within the next 14 days, soonest first. */
export async function soonDeleted(database: Database, ring: KeyRing, told: readonly Told[], now: Date) {
  const rows = await database
    .select()
    .from(enquiries)
    .where(isStoredLongEnough(told, soonAfter(now)))
    .orderBy(asc(lastDone))
    .limit(atOnce);
  return Promise.all(rows.map((row) => unsealEnquiry(row, ring)));
}

export async function countSoonDeleted(database: Database, now: Date): Promise<number> {
  return database.$count(enquiries, isStoredLongEnough(await readTold(database), soonAfter(now)));
}

function soonAfter(now: Date): Date {
  return new Date(now.getTime() + warnedDays * day);
}

/** How many more are deleted when another retention, saved now, begins to count for what is there. */
export async function countDeletedBy(database: Database, retention: Retention, now: Date): Promise<number> {
  const told = await readTold(database);
  const start = countsFrom(now);
  const count = (told: readonly Told[]) =>
    // By then everything in Review has been in as many daily mails as it takes.
    database.$count(enquiries, isStoredLongEnough(told, start, noticeDays));
  const [before, after] = await Promise.all([count(told), count([...told, { since: now, retention }])]);
  return Math.max(0, after - before);
}
