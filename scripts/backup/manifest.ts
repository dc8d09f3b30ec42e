import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { Stop } from '../stop.ts';
import type { Summary } from './summary.ts';

/** What a backup says of itself, in a file beside it. */
export interface Manifest extends Summary {
  fileSha256: string;
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

export function fileHash(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
