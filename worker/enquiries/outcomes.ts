import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { type Stage, stageOf, stages, stagesWhere } from '../../pages/content/stages.ts';
import type { Database } from '../database/client.ts';
import { changes, enquiries } from '../database/tables.ts';
import { campaign } from './selection.ts';

/** What became of enquiries, without anything about a person. Somebody who came and was closed later still came. */
export async function outcomeRows(database: Database, where: SQL | undefined) {
  const rows = await database
    .select({
      id: enquiries.id,
      sequence: enquiries.sequence,
      receivedAt: enquiries.receivedAt,
      repliedAt: enquiries.repliedAt,
      stage: enquiries.stage,
      code: campaign,
      everBooked: everWas(stagesWhere(({ booked }) => booked)),
      everAttended: everWas(stagesWhere(({ attended }) => attended)),
    })
    .from(enquiries)
    .where(where);
  return rows.map(({ code, everBooked, everAttended, ...row }) => {
    const attended = stageOf(row.stage).attended || everAttended === 1;
    const booked = attended || stageOf(row.stage).booked || everBooked === 1;
    return { ...row, code: code ?? '', attended, booked, replied: booked || row.repliedAt !== null };
  });
}

/** SQL: 1 when the history has a move to any of these stages. */
function everWas(reached: readonly Stage[]) {
  const names = reached.flatMap((stage) => Object.keys(stages[stage].moves));
  const mine = and(eq(changes.enquiryId, enquiries.id), inArray(changes.detail, names));
  return sql<number>`exists (select 1 from ${changes} where ${mine})`;
}
