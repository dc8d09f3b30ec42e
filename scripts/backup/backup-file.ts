import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Stop } from '../command.ts';
import { type Asking, askAll } from '../d1.ts';

/** What says whether two databases hold the same. Of enquiries, those up to a row: others may come any moment. */
export interface Summary {
  highestRow: number;
  enquiries: number;
  /** SHA-256 in hex over id, key and sealed answers of each, in order. */
  sha256: string;
  changes: number;
  exports: number;
  tombstones: number;
}

export function summarise(ask: Asking, upTo?: number): Summary {
  const [counts] = ask<Omit<Summary, 'enquiries' | 'sha256'>>(
    `select (select coalesce(max("row"), 0) from enquiries) as highestRow, (select count(*) from changes) as changes,
      (select count(*) from exports) as exports, (select count(*) from tombstones) as tombstones`,
  );
  if (!counts) throw new Stop('The database did not answer.');
  const highestRow = upTo ?? counts.highestRow;
  const rows = askAll<{ id: string; key_id: string; sealed: string }>(
    ask,
    `select id, key_id, sealed from enquiries where "row" <= ${highestRow} order by "row"`,
  );
  const hash = createHash('sha256');
  for (const { id, key_id, sealed } of rows) hash.update(`${id}:${key_id}:${sealed}\n`);
  return { ...counts, highestRow, enquiries: rows.length, sha256: hash.digest('hex') };
}

/** How the second differs from the first, in words. */
export function differences(expected: Summary, found: Summary): string[] {
  // Its keys are those of the type it has.
  const names = Object.keys(found) as (keyof Summary)[];
  return names
    .filter((name) => found[name] !== expected[name])
    .map((name) => `${name}: ${found[name]} instead of ${expected[name]}`);
}

/** What a backup says of itself, in a file beside it. */
export interface Manifest extends Summary {
  fileSha256: string;
  /** When it was begun: what came later is not in it. */
  madeAt: string;
  /** The site's name; null for the database on a computer. */
  site: string | null;
}

export function manifestOf(file: string): string {
  return file.replace(/(\.sql)?$/, '.json');
}

/** Stops when the file was changed since it was made. */
export function readManifest(file: string): Manifest {
  if (!existsSync(file)) throw new Stop(`There is no file ${file}.`);
  if (!existsSync(manifestOf(file)))
    throw new Stop(`Beside ${file} there is no ${manifestOf(file)}: npm run backup makes both.`);
  const manifest = manifestBeside(file);
  if (fileHash(file) !== manifest.fileSha256)
    throw new Stop('The file is not the one that was made: its SHA-256 differs.');
  return manifest;
}

function manifestBeside(file: string): Manifest {
  // Only `npm run backup` writes it.
  return JSON.parse(readFileSync(manifestOf(file), 'utf8')) as Manifest;
}

export function fileHash(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** The newest backup of the same site in the same folder, if it is newer than this one and unchanged. */
export function newerBackup(file: string, site: string): string | undefined {
  const { madeAt } = manifestBeside(file);
  return readdirSync(dirname(resolve(file)))
    .map((name) => join(dirname(file), name))
    .filter((other) => other.endsWith('.sql') && existsSync(manifestOf(other)))
    .map((other) => ({ other, manifest: manifestBeside(other) }))
    .filter(({ manifest }) => manifest.site === site && manifest.madeAt > madeAt)
    .sort((a, b) => b.manifest.madeAt.localeCompare(a.manifest.madeAt))
    .find(({ other, manifest }) => fileHash(other) === manifest.fileSha256)?.other;
}

/** What a backup holds, read into memory on this computer. */
export function snapshotOf(file: string): Asking {
  const database = new DatabaseSync(':memory:');
  try {
    database.exec(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Stop(`${file} cannot be read as a database: ${error instanceof Error ? error.message : error}`);
  }
  return askingOf(database);
}

export function askingOf(database: DatabaseSync): Asking {
  // The caller's SQL says what a row is.
  const ask = <Row>(sql: string) => database.prepare(sql).all() as Row[];
  return Object.assign(ask, { each: <Row>(sqls: readonly string[]) => sqls.map((sql) => ask<Row>(sql)) });
}
