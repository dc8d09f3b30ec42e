import { and, desc, eq, getTableColumns, gte, lt, lte, sql } from 'drizzle-orm';
import type { LeadsFile } from '../../../pages/desk/leads/leads-page.tsx';
import type { Database } from '../../database/client.ts';
import { holds } from '../../database/leads-file-members.ts';
import { leadsFiles } from '../../database/tables.ts';

export type LeadsKind = LeadsFile['kind'];
export type LeadsFormat = LeadsFile['format'];

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

/** A file that could not be finished, and who may be in it. */
export async function failLeadsFile(database: Database, id: number, members: Uint8Array): Promise<void> {
  await database
    .update(leadsFiles)
    .set({ state: 'failed', members: Buffer.from(members) })
    .where(eq(leadsFiles.id, id))
    .run();
}

// The sets of rows never leave the database: of thousands of files they are many megabytes.
const { members, seen, toldAt, ...shown } = getTableColumns(leadsFiles);

export async function pageOfLeadsFiles(
  database: Database,
  size: number,
  before?: number,
): Promise<LeadsFile[]> {
  return database
    .select(shown)
    .from(leadsFiles)
    .where(before === undefined ? undefined : lt(leadsFiles.id, before))
    .orderBy(desc(leadsFiles.id))
    .limit(size);
}

/** The files, whole or not, that hold any of some rows, however many, newest first. */
export async function leadsFilesWith(database: Database, rows: readonly number[]): Promise<LeadsFile[]> {
  const row = sql`value`;
  const any = sql`exists (select 1 from json_each(${JSON.stringify(rows)}) where ${holds(row)})`;
  return database.select(shown).from(leadsFiles).where(any).orderBy(desc(leadsFiles.id));
}
