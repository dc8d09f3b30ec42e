import { and, eq, lt, notExists, sql } from 'drizzle-orm';
import { type Database, databaseOf } from '../database/client.ts';
import { portraits, practiceDrafts, practiceVersions } from '../database/tables.ts';

/** Saves a picture under its hash, and returns that. The same picture twice is one. */
export async function savePortrait(
  database: Database,
  bytes: Uint8Array<ArrayBuffer>,
  { by, at }: { by: string; at: Date },
): Promise<string> {
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
  const row = { hash, bytes: Buffer.from(bytes), by, at };
  // One that is saved again is not thinned before it is in a draft.
  await database.insert(portraits).values(row).onConflictDoUpdate({ target: portraits.hash, set: { at } });
  return hash;
}

export async function findPortrait(database: Database, hash: string): Promise<Uint8Array | undefined> {
  const [row] = await database
    .select({ bytes: portraits.bytes })
    .from(portraits)
    .where(eq(portraits.hash, hash));
  return row?.bytes;
}

const day = 86_400_000;

/** Deletes the pictures that neither the draft nor any version has, a day after they came. */
export async function thinPortraits(env: Env, now: Date): Promise<void> {
  const database = databaseOf(env.DB);
  const users = [practiceDrafts, practiceVersions].map((table) =>
    notExists(
      database.select({ one: sql`1` }).from(table).where(sql`instr(${table.content}, ${portraits.hash})`),
    ),
  );
  await database.delete(portraits).where(and(lt(portraits.at, new Date(now.getTime() - day)), ...users));
}
