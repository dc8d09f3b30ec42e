import { Stop } from '../command.ts';
import { ask as askD1, asking, remote } from '../d1.ts';
import { askBack, endOf, newKey, sealingKeyUse, showKey } from '../key-ends.ts';
import { openFew, pairsIn } from '../keys/ring.ts';
import { secretNames } from './deployed.ts';
import { type SiteFile, writeSite } from './site-file.ts';
import { ask, done, isTerminal } from './terminal.ts';
import { askAccount } from './wrangler-on-account.ts';

type SecretName = 'SEAL_KEYS' | 'ROOT_KEY';

const rootKeyUse =
  'It is for links, and for recognising a form that is sent twice. You need it should you ever move the site.';

/** What each secret is called in the password manager, and what it is needed for. */
const secrets = {
  SEAL_KEYS: { title: 'sealing key k1', prefix: 'k1:', use: sealingKeyUse },
  ROOT_KEY: { title: 'root key', prefix: '', use: rootKeyUse },
};

/** Sets what is missing. A key is sent only after somebody has shown that they have it. */
export async function ensureSecrets(site: SiteFile, config: string): Promise<void> {
  const held = await secretNames(config);
  refuseIfStored(held, site, config);
  for (const name of ['SEAL_KEYS', 'ROOT_KEY'] as const) {
    if (held.has(name)) await learnEnd(name, site, config);
    else await setSecret(name, site, config);
  }
}

async function setSecret(name: SecretName, site: SiteFile, config: string): Promise<void> {
  const given = process.env[name];
  if (given && name === 'SEAL_KEYS') await mustOpen(given, site, config);
  const value = await storeEnds(name, given ?? (await madeKey(name, site)), site);
  const sent = await askAccount(['secret', 'put', name], { config, input: value });
  // An answer that was lost may have been a yes: then the key that is set is the one that was just confirmed.
  if (!sent.ok && !(await secretNames(config)).has(name))
    throw new Stop(
      `${name} was not set: ${sent.why}\nNothing was sealed with it. Run this again: it makes another.`,
    );
  done(`${name} is set.`);
}

async function madeKey(name: SecretName, site: SiteFile): Promise<string> {
  if (!isTerminal())
    throw new Stop(
      `${name} is not set. A key is made and shown only on a terminal. A script gives it: put it into the variable ${name}.`,
    );
  const { title, prefix, use } = secrets[name];
  const value = prefix + newKey();
  showKey(`${title} of ${site.name}`, value, use);
  await askBack(title, value);
  return value;
}

/** For a secret that is set: this computer may not know how its key ends, and then asks for the key. */
async function learnEnd(name: SecretName, site: SiteFile, config: string): Promise<void> {
  const isKnown = Object.keys(site.keyEnds).some((id) => (id === 'root') === (name === 'ROOT_KEY'));
  done(`${name} is set already, and this computer ${isKnown ? 'knows' : 'does not know'} how its key ends.`);
  if (isKnown || (process.env[name] === undefined && !isTerminal())) return;
  const question = `Copy the ${secrets[name].title} from your password manager (empty: later)`;
  const value = process.env[name] ?? (await ask(question, (typed) => ({ value: typed })));
  if (value.trim() === '') return;
  if (name === 'SEAL_KEYS') await mustOpen(value, site, config);
  await storeEnds(name, value, site);
  done('Its end is noted.');
}

/** Notes how the keys in a secret's value end, and returns the value as it is sent. */
async function storeEnds(name: SecretName, value: string, site: SiteFile): Promise<string> {
  const trimmed = value.trim();
  if (name === 'ROOT_KEY' && !/^[\w-]{43,}$/.test(trimmed))
    throw new Stop(`${name} is not a key: 43 characters or more, letters, digits, hyphens and underscores.`);
  const pairs = name === 'SEAL_KEYS' ? await pairsIn(trimmed) : [{ id: 'root', key: trimmed }];
  for (const { id, key } of pairs) site.keyEnds[id] = endOf(key);
  writeSite(site);
  return trimmed;
}

async function mustOpen(ring: string, site: SiteFile, config: string): Promise<void> {
  await pairsIn(ring);
  if (!hasEnquiries(site, config))
    return done('There is no enquiry yet that would show whether it is the right one.');
  if ((await openFew(asking(remote(config)), ring, 1)) > 0)
    throw new Stop(
      'That ring does not open the newest enquiry: it is not the one in use. Nothing was noted.',
    );
}

/** Enquiries without their keys: somebody deleted a secret, and a new one would only hide that. */
function refuseIfStored(held: ReadonlySet<string>, site: SiteFile, config: string): void {
  const missing = (['SEAL_KEYS', 'ROOT_KEY'] as const).filter(
    // A site from before there was a root key has others in its place, and gets one now.
    (name) =>
      !held.has(name) && process.env[name] === undefined && !(name === 'ROOT_KEY' && held.has('DEDUPE_KEY')),
  );
  const [first] = missing;
  if (!first || !hasEnquiries(site, config)) return;
  throw new Stop(
    `The database holds enquiries, and ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set. A new key would not be the one that they were stored with: nobody could read them, or their links would not open. Put it from your password manager into the variable ${first}, and run this again.`,
  );
}

function hasEnquiries(site: SiteFile, config: string): boolean {
  if (!site.database) return false;
  const table = "select count(*) as n from sqlite_master where type = 'table' and name = 'enquiries'";
  if (!askD1<{ n: number }>(remote(config), table)[0]?.n) return false;
  return askD1(remote(config), 'select 1 from enquiries limit 1').length > 0;
}
