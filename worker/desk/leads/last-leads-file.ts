import { and, desc, eq, inArray, isNotNull, lt, type SQL } from 'drizzle-orm';
import { aSearch } from '../../../pages/desk/inbox/filter.ts';
import type { LeadsFile } from '../../../pages/desk/leads/leads-page.tsx';
import type { Database } from '../../database/client.ts';
import { leadsFiles } from '../../database/tables.ts';

type Maker = Pick<LeadsFile, 'by' | 'kind' | 'filter'>;

/** A whole file, with the hash of its bytes and who is in it. What its maker has seen by now is told by it alone. */
export async function finishLeadsFile(
  database: Database,
  { id, by, kind, filter }: Maker & { id: number },
  { sha256, members, seen }: { sha256: string; members: Uint8Array; seen: Uint8Array },
): Promise<void> {
  const end = { state: 'finished', sha256, members: Buffer.from(members) } as const;
  const it = eq(leadsFiles.id, id);
  // Two searches look alike in the register, and may be for different people: no file goes on from one.
  if (filter.endsWith(aSearch)) {
    await database.update(leadsFiles).set(end).where(it).run();
    return;
  }
  const sameList = filter === '' ? undefined : eq(leadsFiles.filter, filter);
  await database.batch([
    database
      .update(leadsFiles)
      .set({ ...end, seen: Buffer.from(seen) })
      .where(it),
    database
      .update(leadsFiles)
      .set({ seen: null })
      .where(and(madeBy(by, kind), lt(leadsFiles.id, id), isNotNull(leadsFiles.seen), sameList)),
  ]);
}

/** The last whole file that somebody made of the same list or of the whole inbox: a narrower one left people out. */
export async function lastLeadsFile(database: Database, { by, kind, filter }: Maker) {
  const lists = filter.endsWith(aSearch) ? [''] : ['', filter];
  const [last] = await database
    .select({ highestSequence: leadsFiles.highestSequence, at: leadsFiles.at, seen: leadsFiles.seen })
    .from(leadsFiles)
    .where(
      and(
        madeBy(by, kind),
        eq(leadsFiles.state, 'finished'),
        isNotNull(leadsFiles.seen),
        inArray(leadsFiles.filter, lists),
      ),
    )
    .orderBy(desc(leadsFiles.id))
    .limit(1);
  return last?.seen ? { ...last, seen: new Uint8Array(last.seen) } : undefined;
}

function madeBy(by: string, kind: LeadsFile['kind']): SQL | undefined {
  return and(eq(leadsFiles.by, by), eq(leadsFiles.kind, kind));
}
