import { eq, inArray, sql } from 'drizzle-orm';
import { londonDay } from '../../pages/london-time.ts';
import type { Database } from '../database/client.ts';
import { changes, enquiries, goneCounts, tombstones } from '../database/tables.ts';
import { outcomeRows } from './outcomes.ts';

/** Deletes enquiries with their notes and history. A tombstone and counts without people stay. */
export async function deleteEnquiries(
  database: Database,
  ids: readonly string[],
  end: Pick<typeof tombstones.$inferSelect, 'why' | 'by' | 'at'>,
): Promise<void> {
  // D1 takes 100 parameters in a statement.
  for (let start = 0; start < ids.length; start += 50) {
    const some = ids.slice(start, start + 50);
    const rows = await outcomeRows(database, inArray(enquiries.id, some));
    for (const { id, sequence, receivedAt, code, replied, booked, attended } of rows) {
      const counts = { replied: Number(replied), booked: Number(booked), attended: Number(attended) };
      const more = {
        enquiries: sql`${goneCounts.enquiries} + 1`,
        replied: sql`${goneCounts.replied} + ${counts.replied}`,
        booked: sql`${goneCounts.booked} + ${counts.booked}`,
        attended: sql`${goneCounts.attended} + ${counts.attended}`,
      };
      const tombstone = { id, sequence, ...end };
      // One transaction: never a count without its deletion, nor a deletion without its tombstone.
      await database.batch([
        database
          .insert(goneCounts)
          .values({ day: londonDay(receivedAt), code, enquiries: 1, ...counts })
          .onConflictDoUpdate({ target: [goneCounts.day, goneCounts.code], set: more }),
        database
          .insert(tombstones)
          .values(tombstone)
          .onConflictDoUpdate({ target: tombstones.id, set: { sequence, ...end } }),
        database.delete(changes).where(eq(changes.enquiryId, id)),
        database.delete(enquiries).where(eq(enquiries.id, id)),
      ]);
    }
  }
}
