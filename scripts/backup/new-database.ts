import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mergedConfig, namesOf } from '../account/merged-config.ts';
import { findDatabase, makeDatabase } from '../account/parts.ts';
import type { NamedDatabase, SiteFile } from '../account/site-file.ts';
import { Stop } from '../command.ts';
import { asking, d1, type Source } from '../d1.ts';
import { differences, type Summary, summarise } from './backup-file.ts';

// The new database of a restore. Its name is noted before it is made, so that a run after one that broke off goes on
// with the same one.

interface Note {
  name: string;
  fileSha256: string;
  /** The backup was found in it, whole. */
  whole?: boolean;
}

/** A database for this backup: the one that an earlier run began, or a new and empty one. */
export async function databaseFor(site: SiteFile, fileSha256: string): Promise<NamedDatabase> {
  const config = mergedConfig(site);
  const begun = readNote(site);
  const found = begun?.fileSha256 === fileSha256 ? await findDatabase(begun.name, config) : undefined;
  if (found && found.id !== site.database?.id) {
    console.log(`An earlier run began with the database ${found.name}: this one goes on with it.`);
    return { name: found.name, id: found.id };
  }
  // 20261125-0138, in UTC.
  const stamp = new Date().toISOString().replace(/^(\d+)-(\d+)-(\d+)T(\d+):(\d+).*$/, '$1$2$3-$4$5');
  const name = `${namesOf(site).database}-${stamp}`;
  if (name === site.database?.name)
    throw new Stop(`${name} was made just now. Wait a minute, and try again.`);
  writeNote(site, { name, fileSha256 });
  return makeDatabase(name, site.where, config);
}

/** Brings the backup into it, unless it is there already: perhaps an import was done, and only its answer was lost. */
export function fill(site: SiteFile, target: Source, file: string, expected: Summary): void {
  const note = readNote(site);
  // Once it was found whole, an earlier run may have erased and carried over: then it is no longer like the backup.
  if (note?.whole) return;
  const ask = asking(target);
  if (ask("select name from sqlite_master where name = 'enquiries'").length === 0) {
    console.log('Importing the backup …');
    d1(target, 'execute', '--yes', '--json', '--file', file);
  }
  const different = differences(expected, summarise(ask));
  if (different.length > 0) {
    // The next run makes another one.
    forgetNote(site);
    throw new Stop(`The new database is not like the backup: ${different.join('; ')}.`);
  }
  if (note) writeNote(site, { ...note, whole: true });
}

function noteOf(site: SiteFile): string {
  return join(dirname(mergedConfig(site)), 'restoring.json');
}

function readNote(site: SiteFile): Note | undefined {
  const file = noteOf(site);
  // Only we write it.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Note) : undefined;
}

function writeNote(site: SiteFile, note: Note): void {
  writeFileSync(noteOf(site), JSON.stringify(note), { mode: 0o600 });
}

export function forgetNote(site: SiteFile): void {
  rmSync(noteOf(site), { force: true });
}
