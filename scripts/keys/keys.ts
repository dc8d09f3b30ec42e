import { join } from 'node:path';
import { interrupted } from '../account/terminal.ts';
import { readOptions } from '../options.ts';
import { explain, Stop } from '../stop.ts';
import { root } from '../wrangler.ts';
import { addOnAccount, dropOnAccount } from './keys-on-account.ts';
import { addHere, dropHere, resealHere } from './local-keys.ts';

// The key ring that seals answers. Without its keys nobody can read what was stored: nor can we.
const usage = `npm run keys -- add            makes a key and puts it first: it seals from then on
npm run keys -- reseal         seals what an older key sealed anew, here; on Cloudflare the cron does it
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
const place = { state: values.state, envFile: values.env };
const [command, id] = positionals;

process.on('SIGINT', interrupted);
try {
  if (command === 'add') await (values.remote ? addOnAccount() : addHere(place));
  else if (command === 'reseal') await reseal();
  else if (command === 'drop' && id) await drop(id);
  else throw new Stop(usage);
} catch (error) {
  explain(error);
}

async function reseal() {
  if (values.remote)
    throw new Stop('On Cloudflare the cron does this, 100 at a time: see Status at the desk.');
  await resealHere(place);
}

async function drop(key: string) {
  await (values.remote ? dropOnAccount(key) : dropHere(place, key));
  console.log(`${key} is off the ring. Keep it in your password manager for as long as you keep backups.`);
}
