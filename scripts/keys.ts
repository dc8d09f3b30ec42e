import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs, parseEnv, styleText } from 'node:util';
import { getPlatformProxy } from 'wrangler';
import { reseal } from '../worker/enquiry/reseal.ts';
import { readKeyRing } from '../worker/enquiry/seal.ts';
import { ask, ownConfig } from './d1.ts';
import { noteKeyEnds } from './key-ends.ts';
import { addMissingSecrets } from './secrets.ts';
import { explain, Stop } from './stop.ts';
import { quiet, root } from './wrangler.ts';

// The key ring that seals answers. Without its keys nobody can read what was stored, also not we.
const usage = `npm run keys -- add            makes a key and puts it first: it seals from then on
npm run keys -- reseal         seals what an older key sealed anew, here; on Cloudflare the cron does it
npm run keys -- drop k1        takes a key off the ring, unless anything is still sealed with it

Without more it works on .dev.vars and the local database. For the real one: --remote, with the ring that is in use now
in SEAL_KEYS; the new ring is printed, to be set with "npx wrangler secret put SEAL_KEYS".`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    remote: { type: 'boolean', default: false },
    state: { type: 'string' },
    env: { type: 'string' },
  },
});
const state = values.state ?? join(root, '.wrangler/state');
const envFile = values.env ?? join(root, '.dev.vars');
const [command, keyId] = positionals;

try {
  if (command === 'add') await add();
  else if (command === 'reseal') await resealHere();
  else if (command === 'drop' && keyId) await drop(keyId);
  else throw new Stop(usage);
} catch (error) {
  explain(error);
}

async function add() {
  const pairs = ring();
  await readKeyRing(pairs).catch(() => {
    throw new Stop('SEAL_KEYS is not a key ring: it should look like k1:… or k2:…,k1:…');
  });
  const taken = pairs.split(',').map((pair) => Number(/^k(\d+):/.exec(pair.trim())?.[1] ?? 0));
  const id = `k${Math.max(0, ...taken) + 1}`;
  const key = randomBytes(32).toString('base64url');
  keep(`${id}:${key},${pairs}`);
  noteKeyEnds(values.remote ? root : dirname(envFile), id, key);
  console.log(`\n${styleText('bold', `Keep the key ${id} in your password manager now, with its name:`)}

  ${id}:${key}

If it is lost, everything that it sealed is lost with it. Nobody can bring it back.
Before you go live, \`npm run launch-check -- --key-ends ${id}:……\` asks for its last six characters.`);
}

async function resealHere() {
  if (values.remote)
    throw new Stop('On Cloudflare the cron does this, 100 at a time: see Status at the desk.');
  const keys = await readKeyRing(ring());
  let done = 0;
  await withDatabase(async (database) => {
    for (let some = 1; some > 0; ) {
      some = await reseal(database, keys, 500);
      done += some;
      if (some > 0) console.log(`${done} sealed anew …`);
    }
  });
  console.log(`Done: ${done} sealed anew.`);
}

async function drop(id: string) {
  const pairs = ring().split(',');
  const left = pairs.filter((pair) => !pair.trim().startsWith(`${id}:`));
  if (left.length === pairs.length) throw new Stop(`There is no key ${id} on the ring.`);
  if (left.length === 0) throw new Stop(`${id} is the only key: add another first.`);
  const sealed = await countSealedWith(id);
  if (sealed > 0)
    throw new Stop(
      `${sealed} answers or notes are still sealed with ${id}. Seal them anew first; the key stays.`,
    );
  keep(left.join(','));
  console.log(`${id} is off the ring. Keep it in your password manager for as long as you keep backups.`);
}

/** The ring in use: in the env file here, in the terminal's SEAL_KEYS for the real one. */
function ring(): string {
  if (values.remote) {
    const pairs = process.env.SEAL_KEYS;
    if (!pairs)
      throw new Stop('Put the ring that is in use now into SEAL_KEYS: Cloudflare does not give it back.');
    return pairs;
  }
  addMissingSecrets(envFile);
  return parseEnv(readFileSync(envFile, 'utf8')).SEAL_KEYS ?? '';
}

function keep(pairs: string) {
  if (values.remote) {
    console.log(`Set this with \`npx wrangler secret put SEAL_KEYS\`:\n\n  ${pairs}`);
    return;
  }
  const text = existsSync(envFile) ? readFileSync(envFile, 'utf8') : '';
  writeFileSync(envFile, text.replace(/^SEAL_KEYS=.*$/m, `SEAL_KEYS=${pairs}`), { mode: 0o600 });
}

async function countSealedWith(id: string): Promise<number> {
  const sql = `select (select count(*) from enquiries where key_id = '${id}') + (select count(*) from changes where key_id = '${id}') as n`;
  if (!/^[\w-]+$/.test(id)) throw new Stop(`${id} is no name of a key.`);
  if (!values.remote) return withDatabase(async (database) => Number(await database.prepare(sql).first('n')));
  const [found] = ask<{ n: number }>({ where: '--remote', config: ownConfig }, sql);
  if (!found) throw new Stop('Cloudflare did not say what the key has sealed, so it stays.');
  return found.n;
}

async function withDatabase<T>(work: (database: D1Database) => Promise<T>): Promise<T> {
  Object.assign(process.env, quiet, { WRANGLER_LOG: 'error' });
  const site = await getPlatformProxy<Env>({ envFiles: [envFile], persist: { path: join(state, 'v3') } });
  try {
    return await work(site.env.DB);
  } finally {
    await site.dispose();
  }
}
