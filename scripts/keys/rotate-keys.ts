import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { databaseOf } from '../../worker/database/client.ts';
import { reseal } from '../../worker/sealing/reseal.ts';
import { readKeyRing } from '../../worker/sealing/seal.ts';
import { command, readOptions, Stop } from '../command.ts';
import { newKey, sealingKeyUse, showKey } from '../key-ends.ts';
import { withLocalSite } from '../local-site.ts';
import { addMissingSecrets } from '../secrets.ts';
import { root } from '../wrangler.ts';
import { addOnAccount, dropOnAccount } from './keys-on-account.ts';
import { nextId, type Pair, pairsIn, ringOf, without } from './ring.ts';
import { mayBeDropped, type Sealed, sealedWith } from './sealed-with.ts';

// The key ring that seals answers. Without its keys nobody can read what was stored.
const usage = `npm run keys -- add            makes a key and puts it first: it seals from then on
npm run keys -- reseal         seals anew what an older key sealed, here; on Cloudflare the cron does it
npm run keys -- drop k1        takes a key off the ring, unless anything is or may be sealed with it

Without more it works on .dev.vars and the local database. For the real site: --remote, with the ring that is in use now
in SEAL_KEYS. A script gives the key that it adds in NEW_KEY: k3:… goes first, and one that was dropped goes last.`;

const { values, positionals } = readOptions({
  allowPositionals: true,
  options: {
    remote: { type: 'boolean', default: false },
    state: { type: 'string', default: join(root, '.wrangler/state') },
    env: { type: 'string', default: join(root, '.dev.vars') },
  },
});
const { remote, state, env } = values;
const [verb, id] = positionals;

await command(async () => {
  if (verb === 'add') await (remote ? addOnAccount() : addHere());
  else if (verb === 'reseal' && remote)
    throw new Stop('On Cloudflare the cron does this, 100 at a time: see Status at the desk.');
  else if (verb === 'reseal') await resealHere();
  else if (verb === 'drop' && id) {
    await (remote ? dropOnAccount(id) : dropHere(id));
    console.log(`${id} is off the ring. Leave it in your password manager for as long as you have backups.`);
  } else throw new Stop(usage);
});

async function addHere(): Promise<void> {
  const pairs = await ringHere();
  const fresh = { id: nextId(pairs.map(({ id }) => id)), key: newKey() };
  writeRing([fresh, ...pairs]);
  showKey(`sealing key ${fresh.id} of this computer`, ringOf([fresh]), sealingKeyUse);
  console.log('The keys of the real site stay as they are: npm run keys -- add --remote');
}

async function resealHere(): Promise<void> {
  const keys = await readKeyRing(ringOf(await ringHere()));
  let done = 0;
  await withLocalSite(state, env, async ({ DB }) => {
    for (let some = 1; some > 0; done += some) some = await reseal(databaseOf(DB), keys, 500);
  });
  console.log(`Done: ${done} sealed anew.`);
}

async function dropHere(id: string): Promise<void> {
  const left = without(await ringHere(), id);
  const sql = sealedWith(id);
  const found = await withLocalSite(state, env, ({ DB }) => DB.prepare(sql).first<Sealed>());
  // The queue of this computer is in memory, and empty when the site is started again.
  mayBeDropped(id, found);
  writeRing(left);
}

async function ringHere(): Promise<Pair[]> {
  addMissingSecrets(env);
  return pairsIn(parseEnv(readFileSync(env, 'utf8')).SEAL_KEYS ?? '');
}

function writeRing(pairs: readonly Pair[]): void {
  const line = `SEAL_KEYS=${ringOf(pairs)}`;
  const text = readFileSync(env, 'utf8').replace(/^SEAL_KEYS=.*$/m, () => line);
  writeFileSync(env, text, { mode: 0o600 });
}
