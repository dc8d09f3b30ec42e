import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { backupPeriod } from '../../pages/content/backups.ts';
import { backupMade } from '../../pages/content/opening.ts';
import { findSite } from '../account/site-file.ts';
import { command, readOptions, Stop } from '../command.ts';
import { ask, asking, d1, insert, ownConfig, remote, type Source } from '../d1.ts';
import { root } from '../wrangler.ts';
import { fileHash, type Manifest, manifestOf, summarise } from './backup-file.ts';
import { noteCopy } from './copies.ts';

// A copy of the real site's database, or with --local of the one on this computer.
const ownFolder = join(root, 'backups');
const { values } = readOptions({
  options: {
    local: { type: 'boolean', default: false },
    config: { type: 'string', default: ownConfig },
    to: { type: 'string', default: ownFolder },
  },
});

await command(() => {
  const site = values.local ? undefined : findSite();
  if (!values.local && !site?.database)
    throw new Stop(
      'This copy knows no site with a database yet: run `npm run setup`. (For the database on this computer: npm run backup -- --local.)',
    );
  console.log(
    `This is a backup of ${site ? `the real site, ${site.name}. (For the database on this computer: --local.)` : 'the database on this computer.'}`,
  );
  const source = site ? remote() : { where: '--local' as const, config: values.config };
  const madeAt = new Date().toISOString();
  console.log('Counting …');
  const summary = summarise(asking(source));
  if (site) console.log('Copying. Meanwhile D1 answers nobody: enquiries wait on the queue.');
  const file = join(values.to, `enquiries-${madeAt.replaceAll(':', '-').slice(0, 19)}.sql`);
  mkdirSync(values.to, { recursive: true, mode: 0o700 });
  // Our own may be there from before; a folder that somebody chose retains its permissions.
  if (values.to === ownFolder) chmodSync(ownFolder, 0o700);
  // Before it is made: whoever is deleted from now on may be in it.
  noteCopy(asking(source), { at: Date.parse(madeAt), kind: 'file', name: basename(file) });
  d1(source, 'export', '--output', file);
  const manifest: Manifest = { ...summary, madeAt, site: site?.name ?? null, fileSha256: fileHash(file) };
  writeFileSync(manifestOf(file), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  console.log(`${summary.enquiries} enquiries are in ${relative(root, file)}. Their answers stay sealed:
nobody, including you, can read them without the keys in your password manager.
Now: npm run restore-drill -- ${relative(root, file)}
Delete it within ${backupPeriod}: whoever is erased at the desk is still in it. The desk tells you when.`);
  noteBackup(source, Date.parse(madeAt));
});

/** The desk asks for a backup before a site opens. A database of an older version has no place to note it. */
function noteBackup(source: Source, at: number): void {
  if (ask(source, "select name from sqlite_master where name = 'opening_acts'").length === 0) return;
  const act = insert('opening_acts', { name: backupMade, at, by: 'backup program' });
  ask(source, `${act} on conflict (name) do update set at = excluded.at, "by" = excluded."by"`);
}
