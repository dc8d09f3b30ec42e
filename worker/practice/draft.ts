import { and, eq, sql } from 'drizzle-orm';
import { type Facts, factsSchema } from '../../pages/content/facts.ts';
import type { Database } from '../database/client.ts';
import { practiceDrafts } from '../database/tables.ts';
import { carryFacts } from './carry.ts';
import { findVersion, readLatest } from './versions.ts';

/**
 * The facts as they are being worked on. Without a draft it is what is published; what was published since it was begun
 * is in it, except for the facts that the draft changes.
 */
export interface Draft extends DraftName {
  facts: Facts;
  /** The version that is published now. */
  newest: number;
}

/** Names one state of the draft, and none that another draft had before it was given up or published. */
export interface DraftName {
  /** The published version it was begun from, or last saved on; 0 for none. */
  basis: number;
  /** How often it was saved; 0 when nothing differs from what is published. */
  edits: number;
  /** When it was last saved. */
  at?: Date;
}

const isDraft = eq(practiceDrafts.kind, 'facts');

export async function readDraft(database: Database): Promise<Draft> {
  const [row] = await database.select().from(practiceDrafts).where(isDraft);
  const { facts: latest } = await readLatest(database);
  const [published, newest] = [latest?.content ?? {}, latest?.version ?? 0];
  if (!row) return { facts: published, basis: newest, newest, edits: 0 };
  const { basis, edits, at } = row;
  const mine = factsSchema.parse(JSON.parse(row.content));
  if (basis === newest) return { facts: mine, basis, newest, edits, at };
  const begunFrom = await findVersion(database, 'facts', basis);
  const facts = carryFacts({ basis: begunFrom?.content ?? {}, mine, newest: published });
  return { facts, basis, newest, edits, at };
}

/** Saves the draft as whoever saw `seen` has changed it; false when it was saved by somebody else since, and nothing was. */
export async function saveDraft(
  database: Database,
  seen: Omit<Draft, 'facts'>,
  { facts, by, at }: { facts: Facts; by: string; at: Date },
): Promise<boolean> {
  const content = JSON.stringify(factsSchema.parse(facts));
  const row = { content, basis: seen.newest, at, by, edits: seen.edits + 1 };
  if (seen.edits > 0)
    return (await database.update(practiceDrafts).set(row).where(asSeen(seen)).returning()).length > 0;
  const begun = { kind: 'facts', ...row } as const;
  return (await database.insert(practiceDrafts).values(begun).onConflictDoNothing().returning()).length > 0;
}

/** Gives the draft up as whoever saw it; false when it was saved again since, and it is still there. */
export async function dropDraft(database: Database, seen: DraftName): Promise<boolean> {
  return (await database.delete(practiceDrafts).where(asSeen(seen)).returning()).length > 0;
}

/** SQL: the draft, if it is still the one that was seen. */
function asSeen({ basis, edits, at }: DraftName) {
  const lastSaved = at ? eq(practiceDrafts.at, at) : sql`false`;
  return and(isDraft, eq(practiceDrafts.basis, basis), eq(practiceDrafts.edits, edits), lastSaved);
}
