import { and, desc, eq, getTableColumns, gte, inArray, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { aSearch } from '../../../pages/desk/inbox/filter.ts';
import type { LeadsFile } from '../../../pages/desk/leads/leads-page.tsx';
import type { Database } from '../../database/client.ts';
import { leadsFiles } from '../../database/tables.ts';

export type LeadsKind = LeadsFile['kind'];

/** Enters a file into the register before its first byte goes out. */
export async function registerLeadsFile(
  database: Database,
  entry: Omit<typeof leadsFiles.$inferInsert, 'id' | 'state' | 'sha256'>,
): Promise<number> {
  const [made] = await database
    .insert(leadsFiles)
    .values({ ...entry, state: 'started' })
    .returning({ id: leadsFiles.id });
  if (!made) throw new Error('the register did not take the export');
  return made.id;
}

/** How many files somebody has made since a moment, up to one of them. */
export async function countLeadsFiles(
  database: Database,
  by: string,
  since: Date,
  upTo = Number.MAX_SAFE_INTEGER,
): Promise<number> {
  return database.$count(
    leadsFiles,
    and(eq(leadsFiles.by, by), gte(leadsFiles.at, since), lte(leadsFiles.id, upTo)),
  );
}

/** Takes back an entry of which no byte has gone out. */
export async function dropLeadsFile(database: Database, id: number): Promise<void> {
  await database.delete(leadsFiles).where(eq(leadsFiles.id, id)).run();
}

/** How a file ended: with the hash of its bytes, or not whole. */
export async function endLeadsFile(
  database: Database,
  id: number,
  end: { members: Uint8Array } & ({ state: 'finished'; sha256: string } | { state: 'failed' }),
): Promise<void> {
  const members = Buffer.from(end.members);
  await database
    .update(leadsFiles)
    .set({ ...end, members })
    .where(eq(leadsFiles.id, id))
    .run();
}

/** The last whole file that somebody made of the same list or of the whole inbox: a narrower one left people out. */
export async function lastLeadsFile(
  database: Database,
  { by, kind, filter }: Pick<LeadsFile, 'by' | 'kind' | 'filter'>,
) {
  const [last] = await database
    .select({ highestSequence: leadsFiles.highestSequence, at: leadsFiles.at })
    .from(leadsFiles)
    .where(
      and(
        eq(leadsFiles.by, by),
        eq(leadsFiles.kind, kind),
        eq(leadsFiles.state, 'finished'),
        // Two searches look alike in the register, and may be for different people.
        inArray(leadsFiles.filter, filter.endsWith(aSearch) ? [''] : ['', filter]),
      ),
    )
    .orderBy(desc(leadsFiles.id))
    .limit(1);
  return last;
}

export async function pageOfLeadsFiles(database: Database, size: number, before?: number) {
  return database
    .select()
    .from(leadsFiles)
    .where(before === undefined ? undefined : lt(leadsFiles.id, before))
    .orderBy(desc(leadsFiles.id))
    .limit(size);
}

/** An empty set of rows, up to the highest. */
export function emptyMembers(highestSequence: number): Uint8Array {
  return new Uint8Array((highestSequence >> 3) + 1);
}

export function addMember(members: Uint8Array, row: number): void {
  members[row >> 3] = (members[row >> 3] ?? 0) | (1 << (row & 7));
}

/** The files, whole or not, that hold any of some rows. Asked in SQL: the register's blobs never leave the database. */
export async function leadsFilesWith(database: Database, rows: readonly number[]): Promise<LeadsFile[]> {
  const { members, toldAt, ...shown } = getTableColumns(leadsFiles);
  const found: LeadsFile[] = [];
  for (let start = 0; start < rows.length; start += atOnce) {
    const some = rows.slice(start, start + atOnce);
    found.push(
      ...(await database
        .select(shown)
        .from(leadsFiles)
        .where(or(...some.map(holds)))),
    );
  }
  const byId = new Map(found.map((one) => [one.id, one]));
  return [...byId.values()].sort((one, other) => other.id - one.id);
}

// Each takes six parameters, of which D1 has a hundred for a statement.
const atOnce = 16;

/** SQL: whether a file has that row. A file whose end nobody saw may hold whatever there was at its start. */
function holds(row: number): SQL {
  const bit = row & 7;
  // SQLite has no number for a byte of a blob, but a hexadecimal digit for each half of it.
  const digit = sql`substr(hex(substr(${leadsFiles.members}, ${(row >> 3) + 1}, 1)), ${bit < 4 ? 2 : 1}, 1)`;
  const isMember = sql`((instr('0123456789ABCDEF', ${digit}) - 1) & ${1 << (bit & 3)}) > 0`;
  return sql`iif(${leadsFiles.members} is null, ${row} <= ${leadsFiles.highestSequence}, length(${digit}) = 1 and ${isMember})`;
}
