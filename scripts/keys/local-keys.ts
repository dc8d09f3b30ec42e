import { readFileSync, writeFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { reseal } from '../../worker/enquiry/reseal.ts';
import { readKeyRing } from '../../worker/enquiry/seal.ts';
import { newKey, sealingKeyUse, showKey } from '../key-ends.ts';
import { withLocalSite } from '../local-site.ts';
import { addMissingSecrets } from '../secrets.ts';
import { nextId, type Pair, pairsIn, ringOf, without } from './ring.ts';
import { mayBeDropped, type Sealed, sealedWith } from './sealed-with.ts';

// The ring and the database on this computer.

export async function addHere(envFile: string): Promise<void> {
  const pairs = await ringIn(envFile);
  const fresh = { id: nextId(pairs.map(({ id }) => id)), key: newKey() };
  writeRing(envFile, [fresh, ...pairs]);
  showKey(`sealing key ${fresh.id} of this computer`, ringOf([fresh]), sealingKeyUse);
  console.log('The keys of the real site stay as they are: npm run keys -- add --remote');
}

export async function resealHere(state: string, envFile: string): Promise<void> {
  const keys = await readKeyRing(ringOf(await ringIn(envFile)));
  let done = 0;
  await withLocalSite(state, envFile, async ({ DB }) => {
    for (let some = 1; some > 0; done += some) some = await reseal(DB, keys, 500);
  });
  console.log(`Done: ${done} sealed anew.`);
}

export async function dropHere(state: string, envFile: string, id: string): Promise<void> {
  const left = without(await ringIn(envFile), id);
  const sql = sealedWith(id);
  const found = await withLocalSite(state, envFile, ({ DB }) => DB.prepare(sql).first<Sealed>());
  // The queue of this computer is in memory, and empty when the site is started again.
  mayBeDropped(id, found);
  writeRing(envFile, left);
}

async function ringIn(envFile: string): Promise<Pair[]> {
  addMissingSecrets(envFile);
  return pairsIn(parseEnv(readFileSync(envFile, 'utf8')).SEAL_KEYS ?? '');
}

function writeRing(envFile: string, pairs: readonly Pair[]): void {
  const text = readFileSync(envFile, 'utf8');
  writeFileSync(
    envFile,
    text.replace(/^SEAL_KEYS=.*$/m, () => `SEAL_KEYS=${ringOf(pairs)}`),
    { mode: 0o600 },
  );
}
