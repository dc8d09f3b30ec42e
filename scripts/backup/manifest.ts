import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Stop } from '../stop.ts';
import type { Summary } from './summary.ts';

/** What a backup says of itself, in a file beside it. */
export interface Manifest extends Summary {
  fileSha256: string;
  /** When it was begun: what came later is not in it. Backups of the first version do not say. */
  madeAt?: string;
  /** The site's name; null for the database on a computer. Backups of the first version do not say. */
  site?: string | null;
}

export function manifestOf(file: string): string {
  return file.replace(/(\.sql)?$/, '.json');
}

export function readManifest(file: string): Manifest {
  if (!existsSync(file)) throw new Stop(`There is no file ${file}.`);
  if (!existsSync(manifestOf(file)))
    throw new Stop(`Beside ${file} there is no ${manifestOf(file)}: npm run backup makes both.`);
  // Only `npm run backup` writes it.
  return JSON.parse(readFileSync(manifestOf(file), 'utf8')) as Manifest;
}

export function isAsMade(file: string, { fileSha256 }: Manifest): boolean {
  return fileHash(file) === fileSha256;
}

export function fileHash(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** The newest backup of the same site in the same folder, if it is newer than this one and still as it was made. */
export function newerBackup(file: string, site: string): string | undefined {
  const { madeAt = '' } = readManifest(file);
  return readdirSync(dirname(resolve(file)))
    .map((name) => join(dirname(file), name))
    .filter((other) => other.endsWith('.sql') && existsSync(manifestOf(other)))
    .map((other) => ({ other, manifest: readManifest(other) }))
    .filter(({ manifest }) => manifest.site === site && (manifest.madeAt ?? '') > madeAt)
    .sort((a, b) => String(b.manifest.madeAt).localeCompare(String(a.manifest.madeAt)))
    .find(({ other, manifest }) => isAsMade(other, manifest))?.other;
}
