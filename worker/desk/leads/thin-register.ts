import { and, isNull, lt, not, sql } from 'drizzle-orm';
import { type Retention, retentionEras } from '../../../pages/content/retention.ts';
import { monthsBefore } from '../../../pages/london-time.ts';
import { databaseOf } from '../../database/client.ts';
import { byProgram, holds } from '../../database/leads-file-members.ts';
import { enquiries, leadsFiles } from '../../database/tables.ts';
import { readTold } from '../../practice/told-retention.ts';

/** For so long an entry of the register stays as it is; the longest that an enquiry is stored without a reason. */
export function rememberedMonths({ months, attendedMonths }: Retention): number {
  return Math.max(months, attendedMonths);
}

/**
 * Of older files that hold nobody any more who is still stored, it forgets who was in them; and of a program's, which
 * may be thousands, the entry. The newest of each list stays: "since my last file" goes on from there.
 */
export async function thinRegister(env: Env, now: Date): Promise<void> {
  const database = databaseOf(env.DB);
  const held = sql`exists (select 1 from ${enquiries} where ${holds(sql`${enquiries.sequence}`)})`;
  const eras = retentionEras(await readTold(database), now);
  const months = Math.max(...eras.map(({ retention }) => rememberedMonths(retention)));
  const isOld = lt(leadsFiles.at, monthsBefore(now, months));
  const holdsNobody = and(isOld, not(held));
  const hasMembers = sql`coalesce(length(${leadsFiles.members}), 1) > 0`;
  await database.batch([
    database.delete(leadsFiles).where(and(byProgram, isNull(leadsFiles.seen), holdsNobody)),
    database
      .update(leadsFiles)
      .set({ members: Buffer.alloc(0) })
      .where(and(hasMembers, holdsNobody)),
  ]);
}
