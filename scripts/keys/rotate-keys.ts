import { join } from 'node:path';
import { command, readOptions, Stop } from '../command.ts';
import { root } from '../wrangler.ts';
import { addOnAccount, dropOnAccount } from './keys-on-account.ts';
import { addHere, dropHere, resealHere } from './local-keys.ts';

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
const { remote, state, env: envFile } = values;
const [verb, id] = positionals;

await command(async () => {
  if (verb === 'add') await (remote ? addOnAccount() : addHere(envFile));
  else if (verb === 'reseal' && remote)
    throw new Stop('On Cloudflare the cron does this, 100 at a time: see Status at the desk.');
  else if (verb === 'reseal') await resealHere(state, envFile);
  else if (verb === 'drop' && id) {
    await (remote ? dropOnAccount(id) : dropHere(state, envFile, id));
    console.log(`${id} is off the ring. Leave it in your password manager for as long as you have backups.`);
  } else throw new Stop(usage);
});
