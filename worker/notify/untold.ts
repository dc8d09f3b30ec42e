import { and, asc, count, eq, getTableColumns, gte, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { Untold } from '../../pages/content/mails.ts';
import type { Database } from '../database/client.ts';
import { changes, enquiries, type StoredEnquiry } from '../database/tables.ts';
import { toldAgain } from '../enquiries/enquiry-history.ts';
import { isOneOf } from '../enquiries/is-one-of.ts';
import { lookedAt } from '../enquiries/selection.ts';

const perMail = 1000;

export type Claimed = Untold & Pick<StoredEnquiry, 'id' | 'reference'> & { attempt: number };

/** Takes enquiries for this run, by putting off every other one for longer than a send may take. */
export async function claim(database: Database, due: SQL | undefined, now: Date): Promise<Claimed[]> {
  const { id, reference, receivedAt, folder, notifyAttempts: attempt } = getTableColumns(enquiries);
  const again = and(eq(changes.enquiryId, id), eq(changes.detail, toldAgain));
  const some = database
    .select({ id })
    .from(enquiries)
    .where(due)
    .orderBy(asc(enquiries.notifyAfter), asc(enquiries.sequence))
    .limit(perMail);
  const rows = await database
    .update(enquiries)
    .set({
      notifyAttempts: sql`${attempt} + 1`,
      // 30 s, then twice as long each time, up to an hour: as the queue's consumer waits.
      notifyAfter: sql`${now.getTime()} + 1000 * min(3600, 30 << min(${attempt}, 7))`,
    })
    .where(inArray(id, some))
    .returning({
      id,
      reference,
      receivedAt,
      folder,
      attempt,
      corrected: sql<number>`exists (select 1 from ${changes} where ${again})`,
    });
  return rows
    .map(({ folder, corrected, ...row }) => ({
      ...row,
      inReview: folder === 'review',
      corrected: corrected === 1,
    }))
    .sort((one, other) => +one.receivedAt - +other.receivedAt);
}

export async function recordDelivery(
  database: Database,
  claimed: readonly Claimed[],
  delivery: Partial<StoredEnquiry>,
): Promise<void> {
  await database.update(enquiries).set(delivery).where(isOneOf(enquiries.id, claimed)).run();
}

/** SQL: nobody was told of it, and it is time. The test enquiry is asked about in its own folder. */
export function isDue(now: Date, folders = lookedAt) {
  return and(waits(folders), lte(enquiries.notifyAfter, now));
}

function waits(folders: typeof lookedAt) {
  // Always true; with it SQLite takes the index of what waits, and not one of the whole folder.
  const sinceEver = gte(enquiries.notifyAfter, new Date(0));
  const untold = and(isNull(enquiries.notifiedAt), isNull(enquiries.withdrawnAt));
  return and(inArray(enquiries.folder, folders), untold, sinceEver);
}

/** How many enquiries the practitioner has not been told of. */
export async function countOutbox(database: Database): Promise<number> {
  const [found] = await database.select({ waiting: count() }).from(enquiries).where(waits(lookedAt));
  return found?.waiting ?? 0;
}
