import { and, eq, sql } from 'drizzle-orm';
import { type Facts, factsSchema } from '../../pages/content/facts.ts';
import type { Database } from '../database/client.ts';
import { practiceDrafts } from '../database/tables.ts';
import { readLatest } from './versions.ts';

/** The facts as they are being worked on. Without a draft it is what is published. */
export interface Draft extends DraftName {
  facts: Facts;
}

/** Names one state of the draft, and none that another draft had before it was given up or published. */
export interface DraftName {
  /** The published version it was begun from; 0 for none. */
  basis: number;
  /** How often it was saved; 0 when nothing differs from what is published. */
  edits: number;
  /** When it was last saved. */
  at?: Date;
}

const mine = eq(practiceDrafts.kind, 'facts');

export async function readDraft(database: Database): Promise<Draft> {
  const [row] = await database.select().from(practiceDrafts).where(mine);
  if (row) {
    const { content, basis, edits, at } = row;
    return { facts: factsSchema.parse(JSON.parse(content)), basis, edits, at };
  }
  const { facts } = await readLatest(database);
  return { facts: facts?.content ?? {}, basis: facts?.version ?? 0, edits: 0 };
}

/** Saves the draft as whoever saw `seen` has changed it; false when it was saved by somebody else since, and nothing was. */
export async function saveDraft(
  database: Database,
  seen: DraftName,
  { facts, by, at }: { facts: Facts; by: string; at: Date },
): Promise<boolean> {
  const row = { content: JSON.stringify(factsSchema.parse(facts)), at, by, edits: seen.edits + 1 };
  if (seen.edits > 0)
    return (await database.update(practiceDrafts).set(row).where(asSeen(seen)).returning()).length > 0;
  const begun = { kind: 'facts', basis: seen.basis, ...row } as const;
  return (await database.insert(practiceDrafts).values(begun).onConflictDoNothing().returning()).length > 0;
}

/** Gives the draft up as whoever saw it; false when it was saved again since, and it is still there. */
export async function dropDraft(database: Database, seen: DraftName): Promise<boolean> {
  return (await database.delete(practiceDrafts).where(asSeen(seen)).returning()).length > 0;
}

/** SQL: the draft, if it is still the one that was seen. */
function asSeen({ basis, edits, at }: DraftName) {
  const lastSaved = at ? eq(practiceDrafts.at, at) : sql`false`;
  return and(mine, eq(practiceDrafts.basis, basis), eq(practiceDrafts.edits, edits), lastSaved);
}
