import { sql } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { sourceChecks } from '../database/tables.ts';

export type NewCheck = typeof sourceChecks.$inferSelect & {
  /** When the answer was given that whoever saves has seen; undefined when they saw none. */
  seen: Date | undefined;
};

/**
 * Saves answers, all or none, and gives the fingerprints of those that are stored now. What somebody else has answered
 * otherwise since it was seen stays as it is. The same answer sent twice is no conflict.
 */
export async function saveChecks(database: Database, checks: readonly NewCheck[]): Promise<Set<string>> {
  const [first, ...others] = checks.map((check) => saving(database, check));
  if (!first) return new Set();
  const saved = await database.batch([first, ...others]);
  return new Set(saved.flat().map(({ fingerprint }) => fingerprint));
}

function saving(database: Database, { seen, ...row }: NewCheck) {
  const { source, fingerprint, answer, note, at } = sourceChecks;
  const same = sql`(${answer} = ${row.answer} and ${note} = ${row.note})`;
  return database
    .insert(sourceChecks)
    .values(row)
    .onConflictDoUpdate({
      target: [source, fingerprint],
      set: row,
      setWhere: sql`${at} = ${seen?.getTime() ?? -1} or ${same}`,
    })
    .returning({ fingerprint });
}
