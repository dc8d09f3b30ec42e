import { styleText } from 'node:util';
import { readKeyRing, unseal } from '../../worker/sealing/seal.ts';
import { ask as askD1 } from '../d1.ts';
import { endOf, isKeyEnd } from '../key-ends.ts';
import { askBack, newKey } from '../keys/new-key.ts';
import { numberOf, type Pair, pairsIn } from '../keys/ring.ts';
import { Stop } from '../stop.ts';
import { secretNames } from './deployed.ts';
import { type SiteFile, writeSite } from './site-file.ts';
import { ask, done, isTerminal } from './terminal.ts';
import { askAccount } from './wrangler-on-account.ts';

/** What each secret is called in the password manager. Its key's id is what its ends are noted under. */
const secrets = {
  SEAL_KEYS: { id: 'k1', words: 'sealing key k1' },
  ROOT_KEY: { id: 'root', words: 'root key' },
} as const;

type SecretName = keyof typeof secrets;

/** Sets what is missing. A key is sent only after somebody has shown that they have it. */
export async function ensureSecrets(site: SiteFile, config: string): Promise<void> {
  const held = await secretNames(config);
  refuseIfStored(held, site, config);
  for (const name of Object.keys(secrets) as SecretName[]) {
    if (held.has(name)) await knowAgain(name, site, config);
    else await setSecret(name, site, config);
  }
}

async function setSecret(name: SecretName, site: SiteFile, config: string): Promise<void> {
  if (name === 'SEAL_KEYS' && process.env.SEAL_KEYS) await proveRing(process.env.SEAL_KEYS, site, config);
  const value = await keyFor(name, site);
  const sent = await askAccount(['secret', 'put', name], { config, input: value });
  // An answer that was lost may have been a yes: then the key that is set is the one that was just confirmed.
  if (!sent.ok && !(await secretNames(config)).has(name))
    throw new Stop(
      `${name} was not set: ${sent.why}\nNothing was sealed with it. Run this again: it makes another.`,
    );
  done(`${name} is set.`);
}

/** Given by a script, or made here; its ends are noted before it is sent. */
async function keyFor(name: SecretName, site: SiteFile): Promise<string> {
  const given = process.env[name];
  if (given !== undefined) return noted(name, given, site);
  if (!isTerminal())
    throw new Stop(
      `${name} is not set. A key is made and shown only on a terminal. A script gives it: put it into the variable ${name}.`,
    );
  const { id, words } = secrets[name];
  const key = newKey();
  console.log(`
${styleText('bold', `Put this into your password manager now, as “${words} of ${site.name}”, in place of any earlier one:`)}

  ${name === 'SEAL_KEYS' ? `${id}:${key}` : key}

${
  name === 'SEAL_KEYS'
    ? 'Without it nobody can ever read the enquiries: not you, not we, not Cloudflare.'
    : 'It is for links and for recognising a form that is sent twice. You need it should you ever move the site.'
} It is shown this once.`);
  await askBack(`the ${words}`, key);
  return noted(name, name === 'SEAL_KEYS' ? `${id}:${key}` : key, site);
}

/** The keys in a secret's value by id, as ends are noted for them. Stops when the value is none. */
async function keysIn(name: SecretName, value: string): Promise<Pair[]> {
  if (name === 'SEAL_KEYS') return pairsIn(value);
  if (!/^[\w-]{43,}$/.test(value))
    throw new Stop(`${name} is not a key: 43 characters or more, letters, digits, hyphens and underscores.`);
  return [{ id: secrets[name].id, key: value }];
}

async function noted(name: SecretName, value: string, site: SiteFile): Promise<string> {
  const trimmed = value.trim();
  for (const { id, key } of await keysIn(name, trimmed)) site.keyEnds[id] = endOf(key);
  writeSite(site);
  return trimmed;
}

/** For a secret that is set: this computer may not know how its key ends, and then asks for the key. */
async function knowAgain(name: SecretName, site: SiteFile, config: string): Promise<void> {
  const known = Object.keys(site.keyEnds).filter((id) => (id === 'root') === (name === 'ROOT_KEY'));
  if (known.length > 0) return done(`${name} is set already, and this computer knows how its key ends.`);
  done(`${name} is set already, and this computer does not know how its key ends.`);
  const given = process.env[name];
  if (given === undefined && !isTerminal()) return;
  const value =
    given ??
    (await ask(`Copy the ${secrets[name].words} from your password manager (empty: later)`, (typed) => ({
      value: typed,
    })));
  if (value.trim() === '') return;
  if (name === 'SEAL_KEYS') await proveRing(value, site, config);
  await noted(name, value, site);
  done('Its end is noted.');
}

/** Whether the ring opens what is stored, where something is. */
async function proveRing(value: string, site: SiteFile, config: string): Promise<void> {
  await keysIn('SEAL_KEYS', value);
  const ring = await readKeyRing(value);
  const [row] = sealedRows(site, config);
  if (!row) return done('There is no enquiry yet that would show whether it is the right one.');
  if ((await unseal(row, ring)) === undefined)
    throw new Stop('That key does not open the newest enquiry: it is not the one in use. Nothing was noted.');
  done('It opens the newest enquiry.');
}

/** Enquiries without their keys: somebody deleted a secret, and a new one would only hide that. */
function refuseIfStored(held: ReadonlySet<string>, site: SiteFile, config: string): void {
  const missing = (Object.keys(secrets) as SecretName[]).filter(
    // A site from before there was a root key has others in its place, and gets one now.
    (name) =>
      !held.has(name) && process.env[name] === undefined && !(name === 'ROOT_KEY' && held.has('DEDUPE_KEY')),
  );
  if (missing.length === 0 || sealedRows(site, config).length === 0) return;
  throw new Stop(
    `The database holds enquiries, and ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set. A new key would not be the one that they were stored with: ${missing[0] === 'SEAL_KEYS' ? 'nobody could read them' : 'links that people have would not open, and nobody would be known again'}. Put it from your password manager into the variable ${missing[0]}, and run this again.`,
  );
}

function sealedRows(site: SiteFile, config: string) {
  if (!site.database) return [];
  const database = { where: '--remote', config } as const;
  const [table] = askD1<{ n: number }>(
    database,
    "select count(*) as n from sqlite_master where type = 'table' and name = 'enquiries'",
  );
  if (!table?.n) return [];
  return askD1<{ id: string; keyId: string; sealed: string }>(
    database,
    'select id, key_id as keyId, sealed from enquiries order by "row" desc limit 1',
  );
}

/** Whether an answer is how the newest key ends: "k2:a1B2c3", or its last six characters. */
export function isNewestEnd(answer: string, site: SiteFile): boolean {
  const newest = newestKey(site);
  return newest !== undefined && isKeyEnd(`${newest}:${answer.trim().split(':').at(-1)}`, site.keyEnds);
}

export function newestKey({ keyEnds }: SiteFile): string | undefined {
  return Object.keys(keyEnds)
    .filter((id) => numberOf(id) > 0)
    .sort((one, other) => numberOf(other) - numberOf(one))[0];
}
