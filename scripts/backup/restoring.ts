import type { KeyRing } from '../../worker/sealing/seal.ts';
import { mergedConfig } from '../account/merged-config.ts';
import { readSite, type SiteFile, sitePath, writeSite } from '../account/site-file.ts';
import { ask as askPerson, isTerminal } from '../account/terminal.ts';
import { runOnAccount } from '../account/wrangler-on-account.ts';
import { ask, asking, executeAll, type Source, siteDatabase } from '../d1.ts';
import { Stop } from '../stop.ts';
import { bringOver, mustBeErased, sayNewer } from './bring-over.ts';
import { eraseAgain, readErased } from './erased.ts';
import { liveAnswers, sayErased } from './live.ts';
import { isAsMade, newerBackup, readManifest } from './manifest.ts';
import { databaseFor, fill, forgetNote, type NamedDatabase } from './new-database.ts';
import { openFew, ringFrom } from './open-few.ts';
import { snapshotOf } from './snapshot.ts';
import { summarise } from './summary.ts';

interface Choices {
  yes: boolean;
  withoutNewer: boolean;
}

/** A backup becomes the site's database. Until the last step nothing that the site uses is changed. */
export async function restore(file: string, { yes, withoutNewer }: Choices): Promise<void> {
  const site = readSite();
  if (!site.database) throw new Stop('The site has no database yet: run `npm run setup` first.');
  const manifest = readManifest(file);
  if (!isAsMade(file, manifest))
    throw new Stop('The file is not the one that was made: its SHA-256 differs.');
  if (manifest.site !== undefined && manifest.site !== site.name)
    throw new Stop(
      `This is a backup of ${manifest.site ?? 'a database on a computer'}, not of ${site.name}.`,
    );
  const pairs = process.env.SEAL_KEYS;
  const ring = pairs ? await ringFrom(pairs) : undefined;
  console.log(`${file} is as it was made, ${manifest.madeAt ?? 'at a time it does not say'}.`);
  const live = siteDatabase();
  const answers = liveAnswers(live, site.database.name, withoutNewer);
  const newer = newerBackup(file, site.name);
  sayErased(newer, answers);
  await confirm(site, yes);

  const database = await databaseFor(site, manifest.fileSha256);
  try {
    const target = {
      where: '--remote',
      config: mergedConfig({ ...site, database }, { file: 'restored.json' }),
    } as const;
    fill(site, target, file, summarise(snapshotOf(file)));
    await runOnAccount(['d1', 'migrations', 'apply', 'DB', '--remote'], { config: target.config });
    // Of every database that may know of somebody who was erased: a tombstone holds wherever it was set.
    if (newer) executeAll(target, eraseAgain(readErased(snapshotOf(newer))));
    if (answers && withoutNewer) executeAll(target, eraseAgain(readErased(asking(live))));
    if (answers && !withoutNewer) sayNewer(bringOver(live, target), site.database.name);
    mustBeErased(target);
    await mustOpen(target, site, ring);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    throw new Stop(`${error.message}

Stopped. The site is as it was, and uses ${site.database.name}. The new database, ${database.name}, is left as it is;
nothing uses it. Run the same command again: it goes on with what is there.`);
  }
  writeSite({ ...site, database: { ...database, former: site.database.id } });
  forgetNote(site);
  sayDone(site.database, database);
}

async function confirm(site: SiteFile, yes: boolean): Promise<void> {
  if (yes) return;
  if (!isTerminal())
    throw new Stop('Without a terminal there is nobody to ask: --yes says that you are sure.');
  await askPerson(`To bring this backup back, type the name of the site, ${site.name}`, (typed) =>
    typed === site.name
      ? { value: typed }
      : { wrong: 'That is not its name. Ctrl-C ends this, and changes nothing.' },
  );
}

async function mustOpen(target: Source, site: SiteFile, ring: KeyRing | undefined): Promise<void> {
  const keys = ask<{ id: string }>(target, 'select distinct key_id as id from enquiries');
  const unknown = keys.map(({ id }) => id).filter((id) => !Object.hasOwn(site.keyEnds, id));
  if (unknown.length > 0)
    console.log(
      `Some is sealed with ${unknown.join(', ')}, of which ${sitePath()} says nothing. If the site's ring has it no more, put it back: with that key in the variable NEW_KEY, npm run keys -- add --remote (docs/operations.md)`,
    );
  if (!ring) return console.log('No enquiry was opened: that needs the key ring in SEAL_KEYS.');
  const shut = await openFew(asking(target), ring);
  if (shut > 0) throw new Stop(`${shut} enquiries do not open: is that the right key ring?`);
}

function sayDone(old: NamedDatabase, database: NamedDatabase): void {
  console.log(`
The site's database is now ${database.name} (${database.id}), once it is deployed:
  npm run deploy
Until then enquiries still go into the old one, ${old.name} (${old.id}). So, right after that:
  npm run restore -- --catch-up ${old.name}
The old database is left alone. What was set at the desk since the backup is to be set again.`);
}
