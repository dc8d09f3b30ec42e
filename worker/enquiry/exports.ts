import { and, desc, eq, gte, inArray, lt } from 'drizzle-orm';
import type { RegisteredExport } from '../../pages/practitioner/exports.tsx';
import { aSearch } from '../../pages/practitioner/filter.ts';
import { query } from '../database.ts';
import { exports } from './table.ts';

export type ExportKind = RegisteredExport['kind'];

/** Enters a file into the register before its first byte goes out. */
export async function registerExport(
  database: D1Database,
  entry: Omit<typeof exports.$inferInsert, 'id' | 'state' | 'sha256'>,
): Promise<number> {
  const [made] = await query(database)
    .insert(exports)
    .values({ ...entry, state: 'started' })
    .returning({ id: exports.id });
  if (!made) throw new Error('the register did not take the export');
  return made.id;
}

/** How many files somebody has made since a moment. */
export async function countExports(database: D1Database, by: string, since: Date): Promise<number> {
  return query(database).$count(exports, and(eq(exports.by, by), gte(exports.at, since)));
}

/** How a file ended: with the hash of its bytes, or not whole. */
export async function endExport(
  database: D1Database,
  id: number,
  end: { members: Uint8Array } & ({ state: 'finished'; sha256: string } | { state: 'failed' }),
): Promise<void> {
  const members = Buffer.from(end.members);
  await query(database)
    .update(exports)
    .set({ ...end, members })
    .where(eq(exports.id, id))
    .run();
}

/** The last whole file that somebody made of the same list or of the whole inbox: a narrower one left people out. */
export async function lastExport(
  database: D1Database,
  { by, kind, filter }: Pick<RegisteredExport, 'by' | 'kind' | 'filter'>,
) {
  const [last] = await query(database)
    .select({ highestRow: exports.highestRow, at: exports.at })
    .from(exports)
    .where(
      and(
        eq(exports.by, by),
        eq(exports.kind, kind),
        eq(exports.state, 'finished'),
        // Two searches look alike in the register, and may be for different people.
        inArray(exports.filter, filter.endsWith(aSearch) ? [''] : ['', filter]),
      ),
    )
    .orderBy(desc(exports.id))
    .limit(1);
  return last;
}

export async function pageOfExports(database: D1Database, size: number, before?: number) {
  return query(database)
    .select()
    .from(exports)
    .where(before === undefined ? undefined : lt(exports.id, before))
    .orderBy(desc(exports.id))
    .limit(size);
}

/** An empty set of rows, up to the highest. */
export function emptyMembers(highestRow: number): Uint8Array {
  return new Uint8Array((highestRow >> 3) + 1);
}

export function addMember(members: Uint8Array, row: number): void {
  members[row >> 3] = (members[row >> 3] ?? 0) | (1 << (row & 7));
}

/** The files, whole or not, that hold any of some rows. */
export async function exportsWith(
  database: D1Database,
  rows: readonly number[],
): Promise<RegisteredExport[]> {
  const found = await query(database).select().from(exports).orderBy(desc(exports.id));
  return found.filter(({ members, highestRow }) =>
    rows.some((row) => {
      // A file whose end nobody saw may hold whatever there was at its start.
      if (!members) return row <= highestRow;
      return ((members[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
    }),
  );
}
