import { eq, inArray, isNull, sql } from 'drizzle-orm';
import { createMiddleware } from 'hono/factory';
import { type Database, databaseOf } from '../database/client.ts';
import { changes, enquiries, recalledReferences, tombstones } from '../database/tables.ts';
import type { AppEnv } from '../http/app-env.ts';
import { referenceOf } from '../reference.ts';
import { type Keys, keysOf } from '../sealing/secret-keys.ts';
import { isOneOf } from './is-one-of.ts';
import { isUnderTombstone, tombstoneIdOf, wished } from './tombstones.ts';

const atOnce = 1000;

/** Before anybody looks: whoever was deleted and is here again, out of an older backup, is deleted again. */
export const heldAgainstTombstones = createMiddleware<AppEnv>(async function heldAgainstTombstones(c, next) {
  const { database } = c.var;
  if ((await unheld(database, 1)).length > 0) await holdAll(database, c.var.keys);
  await next();
});

/** The same at the beginning of each run of the cron, and tombstones of an older version are called as newer ones are. */
export async function holdAgainstTombstones(env: Env): Promise<void> {
  const database = databaseOf(env.DB);
  const keys = await keysOf(env);
  await renameTombstones(database, keys);
  await holdAll(database, keys);
}

function unheld(database: Database, most: number) {
  return database
    .select({ id: enquiries.id })
    .from(enquiries)
    .where(isNull(enquiries.tombstoneId))
    .limit(most);
}

async function holdAll(database: Database, keys: Keys): Promise<void> {
  for (let rows = await unheld(database, atOnce); rows.length > 0; rows = await unheld(database, atOnce)) {
    const named = await withNames(keys, rows);
    const gone = database.select({ id: enquiries.id }).from(enquiries).where(isUnderTombstone);
    await database.batch([
      database
        .update(enquiries)
        .set({ tombstoneId: sql`json_extract(value, '$.name')` })
        .from(sql`json_each(${JSON.stringify(named)})`)
        .where(eq(enquiries.id, sql`json_extract(value, '$.id')`)),
      database.delete(changes).where(inArray(changes.enquiryId, gone)),
      database.delete(enquiries).where(isUnderTombstone),
    ]);
  }
}

async function renameTombstones(database: Database, keys: Keys): Promise<void> {
  // The id of an enquiry: 64 digits in hex.
  const isOlder = sql`length(${tombstones.id}) = 64 and ${tombstones.id} not glob '*[^0-9a-f]*'`;
  const older = () => database.select({ id: tombstones.id }).from(tombstones).where(isOlder).limit(atOnce);
  for (let rows = await older(); rows.length > 0; rows = await older()) {
    const named = (await withNames(keys, rows)).map((row) => ({ ...row, reference: referenceOf(row.id) }));
    const renamed = sql`select json_extract(value, '$.name'), ${tombstones.at}, ${tombstones.why}, ${tombstones.by}, null
      from json_each(${JSON.stringify(named)}) join ${tombstones} on ${tombstones.id} = json_extract(value, '$.id')`;
    // What the next leads file has to name could be computed from the id, and cannot be from what comes in its place.
    const references = sql`select ${tombstones.sequence}, json_extract(value, '$.reference'), ${tombstones.at}, ${tombstones.why}
      from json_each(${JSON.stringify(named)}) join ${tombstones} on ${tombstones.id} = json_extract(value, '$.id')
      where ${tombstones.sequence} is not null and ${tombstones.why} in ${wished}`;
    await database.batch([
      database.insert(recalledReferences).select(references).onConflictDoNothing(),
      database
        .insert(tombstones)
        .select(sql`${renamed} where true`)
        .onConflictDoUpdate({
          target: tombstones.id,
          set: { at: sql`max(${tombstones.at}, excluded.at)` },
        }),
      database.delete(tombstones).where(isOneOf(tombstones.id, rows)),
    ]);
  }
}

function withNames(keys: Keys, rows: readonly { id: string }[]) {
  return Promise.all(rows.map(async ({ id }) => ({ id, name: await tombstoneIdOf(keys, id) })));
}
