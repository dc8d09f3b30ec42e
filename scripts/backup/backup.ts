import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findSite } from '../account/site-file.ts';
import { asking, d1, ownConfig, type Source, siteDatabase } from '../d1.ts';
import { readOptions } from '../options.ts';
import { explain, Stop } from '../stop.ts';
import { root } from '../wrangler.ts';
import { fileHash, type Manifest, manifestOf } from './manifest.ts';
import { summarise } from './summary.ts';

const usage = `npm run backup                 a copy of the real site's database, into backups/
npm run backup -- --local      the same of the one on this computer`;

const ownFolder = join(root, 'backups');
const { values } = readOptions({
  options: {
    remote: { type: 'boolean', default: false },
    local: { type: 'boolean', default: false },
    config: { type: 'string', default: ownConfig },
    to: { type: 'string', default: ownFolder },
  },
});

try {
  if (values.remote && values.local) throw new Stop(usage);
  const site = values.local ? undefined : findSite();
  if (!values.local && !site)
    throw new Stop(
      'This copy knows no site yet: run `npm run setup`. (For the database on this computer: npm run backup -- --local.)',
    );
  if (site && !site.database) throw new Stop('The site has no database yet: run `npm run setup`.');
  console.log(
    site
      ? `This is a backup of the real site, ${site.name}. (For the database on this computer: --local.)`
      : 'This is a backup of the database on this computer.',
  );
  backUp(site ? siteDatabase() : { where: '--local', config: values.config }, site?.name ?? null, values.to);
} catch (error) {
  explain(error);
}

function backUp(source: Source, site: string | null, folder: string) {
  const madeAt = new Date().toISOString();
  console.log('Counting …');
  const summary = summarise(asking(source));
  if (site)
    console.log(
      'Copying. Meanwhile D1 answers nobody: enquiries wait on the queue, and the desk says to come back.',
    );
  const file = join(folder, `enquiries-${madeAt.replaceAll(':', '-').slice(0, 19)}.sql`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Our own may be there from before; one that somebody chose keeps the rights that they gave it.
  if (folder === ownFolder) chmodSync(folder, 0o700);
  d1(source, 'export', '--output', file);
  const manifest: Manifest = { ...summary, madeAt, site, fileSha256: fileHash(file) };
  writeFileSync(manifestOf(file), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  console.log(`${summary.enquiries} enquiries are in ${relative(root, file)}. Their answers stay sealed:
without the keys in your password manager nobody can read them: nor can you.
Now: npm run restore-drill -- ${relative(root, file)}
Delete it when you no longer need it: whoever is erased at the desk is still in it.`);
}
