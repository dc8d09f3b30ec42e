import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mergedConfig, namesOf } from '../account/merged-config.ts';
import { listDatabases, makeDatabase } from '../account/parts.ts';
import type { SiteFile } from '../account/site-file.ts';
import { asking, d1, type Source } from '../d1.ts';
import { Stop } from '../stop.ts';
import { differences, type Summary, summarise } from './summary.ts';

// The new database of a restore. Its name is noted before it is made, so that a run after one that broke off goes on
// with the same one.

export type NamedDatabase = NonNullable<SiteFile['database']>;

interface Note {
  name: string;
  /** Of the backup's file. */
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
    return found;
  }
  const name = `${namesOf(site).database}-${stampOf(new Date())}`;
  if (name === site.database?.name)
    throw new Stop(`The site uses ${name}, which was made a moment ago. Wait a minute, and run this again.`);
  writeNote(site, { name, fileSha256 });
  return makeDatabase(name, site.where, config);
}

/** The database of this name on the account; undefined when there is none. */
export async function findDatabase(name: string, config: string): Promise<NamedDatabase | undefined> {
  const found = (await listDatabases(config)).find((one) => one.name === name);
  return found && { name, id: found.uuid };
}

/** Brings the backup into it, unless it is there already: an import of which only the answer was lost has been done. */
export function fill(site: SiteFile, target: Source, file: string, expected: Summary): void {
  const note = readNote(site);
  // Once it was found whole, an earlier run may have erased and carried over: then it is as the backup no more.
  if (note?.whole) return;
  const ask = asking(target);
  if (ask("select name from sqlite_master where name = 'enquiries'").length === 0) {
    console.log('The backup is brought in …');
    d1(target, 'execute', '--yes', '--json', '--file', file);
  }
  const different = differences(expected, summarise(ask));
  if (different.length > 0) {
    // The next run makes another one.
    forgetNote(site);
    throw new Stop(`The new database is not as the backup: ${different.join('; ')}.`);
  }
  if (note) writeNote(site, { ...note, whole: true });
}

/** 20261125-0138, in UTC. */
export function stampOf(moment: Date): string {
  return moment.toISOString().replace(/^(\d+)-(\d+)-(\d+)T(\d+):(\d+).*$/, '$1$2$3-$4$5');
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
