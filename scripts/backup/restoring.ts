import { backupPeriod, tombstoneMonths, tombstonePeriod } from '../../pages/content/backups.ts';
import { monthsBefore } from '../../pages/london-time.ts';
import { mergedConfig } from '../account/merged-config.ts';
import { type NamedDatabase, readSite, type SiteFile, sitePath, writeSite } from '../account/site-file.ts';
import { ask as askPerson, isTerminal } from '../account/terminal.ts';
import { runOnAccount } from '../account/wrangler-on-account.ts';
import { Stop } from '../command.ts';
import { ask, asking, executeAll, literal, remote, type Source } from '../d1.ts';
import { openFew, pairsIn } from '../keys/ring.ts';
import { storedPractice } from '../stored-practice.ts';
import { newerBackup, readManifest, snapshotOf, summarise } from './backup-file.ts';
import { bringOver, liveAnswers, mustBeErased } from './bring-over.ts';
import { noteCopy } from './copies.ts';
import { eraseAgain, readErased } from './erased.ts';
import { databaseFor, fill, forgetNote } from './new-database.ts';
import { sayPractice } from './restored-practice.ts';

/** A backup becomes the site's database. Until the last step nothing that the site uses is changed. */
export async function restore(
  file: string,
  { yes, withoutNewer, tooOld }: { yes: boolean; withoutNewer: boolean; tooOld: boolean },
): Promise<void> {
  const site = readSite();
  const former = site.database;
  if (!former) throw new Stop('The site has no database yet: run `npm run setup` first.');
  const manifest = readManifest(file);
  if (manifest.site !== site.name)
    throw new Stop(
      `This is a backup of ${manifest.site ?? 'a database on a computer'}, not of ${site.name}.`,
    );
  if (!tooOld && Date.parse(manifest.madeAt) < +monthsBefore(new Date(), tombstoneMonths))
    throw new Stop(
      `This backup is older than ${tombstonePeriod}. Who was erased soon after it was made is forgotten by now, and would come back. Take a newer one; or, if there is none, go on: --too-old. Then erase them again at the desk before anything else.`,
    );
  const ring = process.env.SEAL_KEYS;
  if (ring) await pairsIn(ring);
  console.log(`${file} is unchanged since it was made, ${manifest.madeAt}.`);
  const live = remote();
  const answers = liveAnswers(live, former.name, withoutNewer);
  const newer = newerBackup(file, site.name);
  sayErased(newer, answers);
  if (!yes) await confirm(site);

  const database = await databaseFor(site, manifest.fileSha256);
  try {
    const config = mergedConfig({ ...site, database }, 'restored.json');
    const target = remote(config);
    const backup = snapshotOf(file);
    fill(site, target, file, summarise(backup));
    await runOnAccount(['d1', 'migrations', 'apply', 'DB', '--remote'], { config });
    // Of every database that may know of somebody who was erased: a tombstone holds wherever it was set.
    if (newer) executeAll(target, eraseAgain(readErased(snapshotOf(newer))));
    if (answers && withoutNewer) executeAll(target, eraseAgain(readErased(asking(live))));
    if (answers && !withoutNewer) bringOver(live, target, former.name);
    noteFormer(target, former.name);
    mustBeErased(target);
    sayPractice(storedPractice(asking(target)), storedPractice(backup));
    sayUnknownKeys(target, site);
    const shut = ring ? await openFew(asking(target), ring) : 0;
    if (!ring) console.log('No enquiry was opened: that needs the key ring in SEAL_KEYS.');
    if (shut > 0) throw new Stop(`${shut} enquiries do not open: is that the right key ring?`);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    throw new Stop(`${error.message}

Stopped. The site is as it was, and uses ${former.name}. The new database, ${database.name}, is left as it is;
nothing uses it. Run the same command again: it goes on with what is there.`);
  }
  writeSite({ ...site, database: { ...database, former: former.id } });
  forgetNote(site);
  sayDone(former, database);
}

/** Whoever is deleted from now on is still in the database that is left behind. */
function noteFormer(target: Source, name: string): void {
  const asked = asking(target);
  // An earlier run may have got as far.
  if (asked(`select id from backups where name = ${literal(name)}`).length > 0) return;
  noteCopy(asked, { at: Date.now(), kind: 'database', name });
}

function sayErased(newer: string | undefined, answers: boolean): void {
  const from = [answers && 'the database in use', newer && `the newer backup ${newer}`].filter(Boolean);
  console.log(
    from.length > 0
      ? `Who was erased since is known from ${from.join(' and ')}, and stays erased.`
      : 'Nothing says who was erased since: anybody who was comes back. Erase them again at the desk before anything else.',
  );
}

async function confirm({ name }: SiteFile): Promise<void> {
  if (!isTerminal())
    throw new Stop('Without a terminal there is nobody to ask: --yes says that you are sure.');
  await askPerson(`To restore this backup, type the name of the site, ${name}`, (typed) =>
    typed === name
      ? { value: typed }
      : { wrong: 'That is not its name. Ctrl-C ends this, and changes nothing.' },
  );
}

function sayUnknownKeys(target: Source, { keyEnds }: SiteFile): void {
  const keys = ask<{ id: string }>(target, 'select distinct key_id as id from enquiries');
  const unknown = keys.map(({ id }) => id).filter((id) => !Object.hasOwn(keyEnds, id));
  if (unknown.length === 0) return;
  console.log(
    `Some enquiries are sealed with ${unknown.join(', ')}, which ${sitePath()} does not know. If it is no longer on the site's ring, put it back: with that key in the variable NEW_KEY, npm run keys -- add --remote (docs/operations.md)`,
  );
}

function sayDone(old: NamedDatabase, database: NamedDatabase): void {
  console.log(`
The site's database is now ${database.name} (${database.id}), once it is deployed:
  npm run deploy
Until then enquiries still go into the old one, ${old.name} (${old.id}). So, right after that:
  npm run restore -- --catch-up ${old.name}
The old database is left alone. Delete it within ${backupPeriod}, on Cloudflare's page of it: whoever is erased from
now on is still in it. The desk tells you when.`);
}
