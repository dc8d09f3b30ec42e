import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { getPlatformProxy } from 'wrangler';
import { databaseOf } from '../../worker/database/client.ts';
import { reseal } from '../../worker/sealing/reseal.ts';
import { readKeyRing } from '../../worker/sealing/seal.ts';
import { addMissingSecrets } from '../secrets.ts';
import { quiet } from '../wrangler.ts';
import { newKey, showKey } from './new-key.ts';
import { nextId, type Pair, pairsIn, ringOf, without } from './ring.ts';
import { mayBeDropped, type Sealed, sealedWith } from './sealed-with.ts';

// The ring and the database on this computer.

interface Place {
  state: string;
  envFile: string;
}

export async function addHere({ envFile }: Place): Promise<void> {
  const pairs = await ringIn(envFile);
  const fresh = { id: nextId(pairs.map(({ id }) => id)), key: newKey() };
  writeRing(envFile, [fresh, ...pairs]);
  showKey(fresh);
  console.log('It is for this computer alone. The real site keeps its keys: npm run keys -- add --remote');
}

export async function resealHere(place: Place): Promise<void> {
  const keys = await readKeyRing(ringOf(await ringIn(place.envFile)));
  let done = 0;
  await withDatabase(place, async (database) => {
    for (let some = 1; some > 0; ) {
      some = await reseal(databaseOf(database), keys, 500);
      done += some;
      if (some > 0) console.log(`${done} sealed anew …`);
    }
  });
  console.log(`Done: ${done} sealed anew.`);
}

export async function dropHere(place: Place, id: string): Promise<void> {
  const left = without(await ringIn(place.envFile), id);
  const found = await withDatabase(place, (database) => database.prepare(sealedWith(id)).first<Sealed>());
  // The queue of this computer is in memory, and empty when the site is started again.
  mayBeDropped(id, found);
  writeRing(place.envFile, left);
}

async function ringIn(envFile: string): Promise<Pair[]> {
  addMissingSecrets(envFile);
  return pairsIn(parseEnv(readFileSync(envFile, 'utf8')).SEAL_KEYS ?? '');
}

function writeRing(envFile: string, pairs: readonly Pair[]): void {
  const text = existsSync(envFile) ? readFileSync(envFile, 'utf8') : '';
  const line = `SEAL_KEYS=${ringOf(pairs)}`;
  writeFileSync(
    envFile,
    text.replace(/^SEAL_KEYS=.*$/m, () => line),
    { mode: 0o600 },
  );
}

async function withDatabase<T>(
  { state, envFile }: Place,
  work: (database: D1Database) => Promise<T>,
): Promise<T> {
  Object.assign(process.env, quiet, { WRANGLER_LOG: 'error' });
  const site = await getPlatformProxy<Env>({ envFiles: [envFile], persist: { path: join(state, 'v3') } });
  try {
    return await work(site.env.DB);
  } finally {
    await site.dispose();
  }
}
