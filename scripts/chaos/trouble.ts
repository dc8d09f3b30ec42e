import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';

/** Opens the local D1's file beside the Worker that is using it. */
function openD1(state: string): DatabaseSync {
  const folder = join(state, 'v3/d1/miniflare-D1DatabaseObject');
  const file = readdirSync(folder).find((name) => /^[\da-f]{64}\.sqlite$/.test(name));
  if (!file) throw new Error('the local D1 has no file');
  const database = new DatabaseSync(join(folder, file));
  database.exec('pragma busy_timeout = 5000');
  return database;
}

/** Keeps everybody else from writing for a while, as a stalled D1 would. */
export async function lockDatabase(state: string, milliseconds: number): Promise<void> {
  const database = openD1(state);
  database.exec('begin immediate');
  await pause(milliseconds);
  database.exec('rollback');
  database.close();
}

/** Takes the table away for a while, as a bad migration would. */
export async function hideTable(state: string, milliseconds: number): Promise<void> {
  const database = openD1(state);
  database.exec('alter table enquiries rename to hidden');
  await pause(milliseconds);
  database.exec('alter table hidden rename to enquiries');
  database.close();
}
