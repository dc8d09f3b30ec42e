import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { changes, enquiries } from '../database/tables.ts';
import { campaign } from './enquiry-list.ts';

/** What became of enquiries, without anything about a person. Somebody who came and was closed later still came. */
export async function outcomeRows(database: Database, where: SQL | undefined) {
  const rows = await database
    .select({
      id: enquiries.id,
      receivedAt: enquiries.receivedAt,
      repliedAt: enquiries.repliedAt,
      stage: enquiries.stage,
      code: campaign,
      everBooked: everWas('Booked%'),
      everAttended: everWas('Attended%'),
    })
    .from(enquiries)
    .where(where);
  return rows.map(({ code, everBooked, everAttended, ...row }) => {
    const attended = row.stage === 'attended' || everAttended === 1;
    const booked = attended || row.stage === 'booked' || everBooked === 1;
    return { ...row, code: code ?? '', attended, booked, replied: booked || row.repliedAt !== null };
  });
}

/** SQL: 1 when the history has a stage whose words begin so. */
function everWas(words: string) {
  const mine = and(eq(changes.enquiryId, enquiries.id), sql`${changes.detail} like ${words}`);
  return sql<number>`exists (select 1 from ${changes} where ${mine})`;
}
