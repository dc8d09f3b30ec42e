import { and, eq } from 'drizzle-orm';
import { type Facts, factsSchema } from '../../pages/content/facts.ts';
import type { Database } from '../database/client.ts';
import { practiceDrafts } from '../database/tables.ts';
import { readLatest } from './versions.ts';

/** The facts as they are being worked on. Without a draft it is what is published. */
export interface Draft {
  facts: Facts;
  /** The published version it was begun from; 0 for none. */
  basis: number;
  /** How often it was saved; 0 when nothing differs from what is published. */
  edits: number;
}

const mine = eq(practiceDrafts.kind, 'facts');

export async function readDraft(database: Database): Promise<Draft> {
  const [row] = await database.select().from(practiceDrafts).where(mine);
  if (row) return { facts: factsSchema.parse(JSON.parse(row.content)), basis: row.basis, edits: row.edits };
  const { facts } = await readLatest(database);
  return { facts: facts?.content ?? {}, basis: facts?.version ?? 0, edits: 0 };
}

/** Saves the draft as whoever saw `seen` has changed it; false when it was saved by somebody else since, and nothing was. */
export async function saveDraft(
  database: Database,
  seen: Pick<Draft, 'basis' | 'edits'>,
  { facts, by, at }: { facts: Facts; by: string; at: Date },
): Promise<boolean> {
  const row = { content: JSON.stringify(factsSchema.parse(facts)), at, by, edits: seen.edits + 1 };
  if (seen.edits > 0) {
    const before = and(mine, eq(practiceDrafts.edits, seen.edits), eq(practiceDrafts.basis, seen.basis));
    return (await database.update(practiceDrafts).set(row).where(before).returning()).length > 0;
  }
  const begun = { kind: 'facts', basis: seen.basis, ...row } as const;
  return (await database.insert(practiceDrafts).values(begun).onConflictDoNothing().returning()).length > 0;
}

/** Gives the draft up as whoever saw it; false when it was saved again since, and it is still there. */
export async function dropDraft(
  database: Database,
  { basis, edits }: Omit<Draft, 'facts'>,
): Promise<boolean> {
  const asSeen = and(mine, eq(practiceDrafts.edits, edits), eq(practiceDrafts.basis, basis));
  return (await database.delete(practiceDrafts).where(asSeen).returning()).length > 0;
}
