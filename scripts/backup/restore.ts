import { mergedConfig } from '../account/merged-config.ts';
import { findDatabase } from '../account/parts.ts';
import { readSite } from '../account/site-file.ts';
import { command, readOptions, Stop } from '../command.ts';
import { remote } from '../d1.ts';
import { bringOver, mustBeErased } from './bring-over.ts';
import { restore } from './restoring.ts';

const usage = `npm run restore -- backups/enquiries-….sql

Restores a backup of the real site into a new database. Whoever was erased since stays erased, and what came in since
is carried over from the database in use. The site is pointed at the new one at the very end; the old one stays as it
is. With the key ring in SEAL_KEYS it also opens a few enquiries.

  --yes               asks nothing, for scripts
  --without-newer     goes on without what came in since the backup, even when the database in use does not answer
  --too-old           takes a backup from which people may come back who were erased
  --catch-up NAME     after the deploy: carries over what the database of that name took in until then`;

const { values, positionals } = readOptions({
  allowPositionals: true,
  options: {
    yes: { type: 'boolean', default: false },
    'without-newer': { type: 'boolean', default: false },
    'too-old': { type: 'boolean', default: false },
    'catch-up': { type: 'string' },
  },
});

await command(async () => {
  const [file] = positionals;
  if (process.env.SITE) throw new Stop('This changes site.json, so it cannot run with the variable SITE.');
  if (values['catch-up']) await catchUp(values['catch-up']);
  else if (file)
    await restore(file, {
      yes: values.yes,
      withoutNewer: values['without-newer'],
      tooOld: values['too-old'],
    });
  else throw new Stop(usage);
});

async function catchUp(name: string) {
  const site = readSite();
  const old = await findDatabase(name, mergedConfig(site));
  if (!old) throw new Stop(`There is no database ${name} on the account.`);
  if (old.id === site.database?.id) throw new Stop(`${name} is the database that the site uses now.`);
  const config = mergedConfig({ ...site, database: old }, 'old.json');
  bringOver(remote(config), remote(), name, true);
  mustBeErased(remote());
}
