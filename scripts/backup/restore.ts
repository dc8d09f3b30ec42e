import { mergedConfig } from '../account/merged-config.ts';
import { readSite } from '../account/site-file.ts';
import { interrupted } from '../account/terminal.ts';
import { siteDatabase } from '../d1.ts';
import { readOptions } from '../options.ts';
import { explain, Stop } from '../stop.ts';
import { bringOver, mustBeErased, sayNewer } from './bring-over.ts';
import { findDatabase } from './new-database.ts';
import { restore } from './restoring.ts';

const usage = `npm run restore -- backups/enquiries-….sql

Brings a backup of the real site back, into a new database. Whoever was erased since stays erased, and what came in
since is carried over from the database in use. The site is pointed at the new one at the very end; the old one stays
as it is. With the key ring in SEAL_KEYS it also opens a few enquiries.

  --yes               asks nothing, for scripts
  --without-newer     goes on without what came in since the backup, also when the database in use does not answer
  --catch-up NAME     after the deploy: carries over what the database of that name took in until then`;

const { values, positionals } = readOptions({
  allowPositionals: true,
  options: {
    yes: { type: 'boolean', default: false },
    'without-newer': { type: 'boolean', default: false },
    'catch-up': { type: 'string' },
  },
});

process.on('SIGINT', interrupted);
try {
  const [file] = positionals;
  if (process.env.SITE) throw new Stop('This changes site.json, so it cannot run with the variable SITE.');
  if (values['catch-up']) await catchUp(values['catch-up']);
  else if (file) await restore(file, { yes: values.yes, withoutNewer: values['without-newer'] });
  else throw new Stop(usage);
} catch (error) {
  explain(error);
}

async function catchUp(name: string) {
  const site = readSite();
  const old = await findDatabase(name, mergedConfig(site));
  if (!old) throw new Stop(`There is no database ${name} on the account.`);
  if (old.id === site.database?.id) throw new Stop(`${name} is the database that the site uses now.`);
  const from = {
    where: '--remote',
    config: mergedConfig({ ...site, database: old }, { file: 'old.json' }),
  } as const;
  const to = siteDatabase();
  const newer = bringOver(from, to);
  mustBeErased(to);
  sayNewer(newer, name);
}
