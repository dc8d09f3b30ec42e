import { sql } from 'drizzle-orm';
import { londonDay } from '../../pages/london-time.ts';
import type { Database } from '../database/client.ts';
import { changes, enquiries, goneCounts, tombstones } from '../database/tables.ts';
import { isOneOf } from './is-one-of.ts';
import { outcomeRows } from './outcomes.ts';
import { recall } from './recall.ts';

const atOnce = 500;

const added = {
  enquiries: sql`${goneCounts.enquiries} + excluded.enquiries`,
  replied: sql`${goneCounts.replied} + excluded.replied`,
  booked: sql`${goneCounts.booked} + excluded.booked`,
  attended: sql`${goneCounts.attended} + excluded.attended`,
};

/** Deletes enquiries with their notes and history. A tombstone and counts without people stay, and what to do about copies. */
export async function deleteEnquiries(
  database: Database,
  ids: readonly string[],
  end: Pick<typeof tombstones.$inferSelect, 'why' | 'by' | 'at'>,
): Promise<void> {
  for (let start = 0; start < ids.length; start += atOnce) {
    const some = ids.slice(start, start + atOnce).map((id) => ({ id }));
    const rows = await outcomeRows(database, isOneOf(enquiries.id, some));
    if (rows.length === 0) continue;
    const ends = rows.map(({ receivedAt, ...row }) => ({ ...row, day: londonDay(receivedAt) }));
    const listed = sql`json_each(${JSON.stringify(ends)})`;
    const of = (name: keyof (typeof ends)[number]) => sql`json_extract(value, ${`$.${name}`})`;
    // Only of what is still there: two who delete the same at once count it once.
    const counts = sql`select ${of('day')}, ${of('code')}, count(*), sum(${of('replied')}), sum(${of('booked')}),
      sum(${of('attended')}) from ${listed} join ${enquiries} on ${enquiries.id} = ${of('id')} group by 1, 2`;
    const name = sql`coalesce(${enquiries.tombstoneId}, ${enquiries.id})`;
    const graves = sql`select ${name}, ${end.at.getTime()}, ${end.why}, ${end.by}, null
      from ${enquiries} where ${isOneOf(enquiries.id, rows)}`;
    // One transaction: never a count without its deletion, nor a deletion without its tombstone.
    await database.batch([
      ...recall(database, rows, end),
      database
        .insert(goneCounts)
        .select(counts)
        .onConflictDoUpdate({ target: [goneCounts.day, goneCounts.code], set: added }),
      database.insert(tombstones).select(graves).onConflictDoUpdate({ target: tombstones.id, set: end }),
      database.delete(changes).where(isOneOf(changes.enquiryId, rows)),
      database.delete(enquiries).where(isOneOf(enquiries.id, rows)),
    ]);
  }
}
