import { and, lt, lte, notExists, sql } from 'drizzle-orm';
import { backupMonths, tombstoneMonths } from '../../pages/content/backups.ts';
import { monthsBefore } from '../../pages/london-time.ts';
import { databaseOf } from '../database/client.ts';
import { isInRows } from '../database/row-set.ts';
import { deadLetters, leadsFiles, recalledReferences, setAside, tombstones } from '../database/tables.ts';

/**
 * Deletes tombstones once no backup is so old that it could bring anybody back, nor any message that still waits, and
 * references once every list of leads files has named them, or after as long as a backup is kept.
 */
export async function forgetTombstones(env: Env, now: Date): Promise<void> {
  const database = databaseOf(env.DB);
  const waiting = database.select({ n: sql`1` }).from(setAside).where(lte(setAside.sentAt, tombstones.at));
  const tried = database
    .select({ n: sql`1` })
    .from(deadLetters)
    .where(lte(deadLetters.firstSeenAt, tombstones.at));
  const unnamed = sql`exists (select 1 from ${leadsFiles} where ${leadsFiles.seen} is not null
    and ${isInRows(leadsFiles.seen, recalledReferences.sequence)} and ${leadsFiles.at} <= ${recalledReferences.at})`;
  const isOld = lt(recalledReferences.at, monthsBefore(now, backupMonths));
  await database.batch([
    database
      .delete(tombstones)
      .where(
        and(lt(tombstones.at, monthsBefore(now, tombstoneMonths)), notExists(waiting), notExists(tried)),
      ),
    database.delete(recalledReferences).where(sql`${isOld} or not ${unnamed}`),
  ]);
}
