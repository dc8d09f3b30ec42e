import { and, count, eq, inArray, sql } from 'drizzle-orm';
import { type Database, databaseOf } from '../database/client.ts';
import { changes, enquiries } from '../database/tables.ts';
import { type KeyRing, noteId, seal, unseal } from './seal.ts';
import { keysOf } from './secret-keys.ts';

const atOnce = 100;

/** A little of the work each time the cron runs: what an older key sealed is sealed again under the newest. */
export async function resealSome(env: Env): Promise<void> {
  const { ring } = await keysOf(env);
  await reseal(databaseOf(env.DB), ring, atOnce);
}

/** Seals at most so many answers and notes again, and says how many it was. 0: there are no more that can be opened. */
export async function reseal(database: Database, ring: KeyRing, most: number): Promise<number> {
  const [, ...older] = ring.keys();
  if (older.length === 0) return 0;
  // In any order: rows that cannot be opened must not keep the others from their turn.
  const anyOrder = sql`random()`;
  const rows = await database
    .select()
    .from(enquiries)
    .where(inArray(enquiries.keyId, older))
    .orderBy(anyOrder)
    .limit(most);
  const notes = await database
    .select()
    .from(changes)
    .where(inArray(changes.keyId, older))
    .orderBy(anyOrder)
    .limit(most - rows.length);
  let done = 0;
  for (const { id, keyId, sealed } of rows) {
    const answers = await unseal({ id, keyId, sealed }, ring);
    if (!answers) continue;
    const fresh = await seal(answers, id, ring);
    // Not if the visitor corrected it in this very moment.
    const same = and(eq(enquiries.id, id), eq(enquiries.sealed, sealed));
    await database.update(enquiries).set(fresh).where(same).run();
    done += 1;
  }
  for (const { enquiryId, version, keyId, sealed } of notes) {
    const id = noteId(enquiryId, version);
    const words = keyId && sealed ? await unseal<string>({ id, keyId, sealed }, ring) : undefined;
    if (words === undefined) continue;
    const mine = and(eq(changes.enquiryId, enquiryId), eq(changes.version, version));
    await database
      .update(changes)
      .set(await seal(words, id, ring))
      .where(mine)
      .run();
    done += 1;
  }
  return done;
}

/** How many answers and notes each key has sealed. */
export async function countByKey(database: Database): Promise<ReadonlyMap<string, number>> {
  const [ofEnquiries, ofNotes] = await Promise.all([
    database.select({ key: enquiries.keyId, rows: count() }).from(enquiries).groupBy(enquiries.keyId),
    database.select({ key: changes.keyId, rows: count() }).from(changes).groupBy(changes.keyId),
  ]);
  const counts = new Map<string, number>();
  for (const { key, rows } of [...ofEnquiries, ...ofNotes])
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + rows);
  return counts;
}
