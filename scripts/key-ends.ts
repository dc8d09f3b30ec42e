import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './wrangler.ts';

const name = '.key-ends.json';
const length = 6;

type Ends = Record<string, { salt: string; hash: string }>;

/** Remembers, in a form that does not give them away at once, how a key ends: to ask later whether it was kept. */
export function noteKeyEnds(folder: string, id: string, key: string): void {
  const salt = randomBytes(16).toString('hex');
  const ends: Ends = { ...readKeyEnds(folder), [id]: { salt, hash: hashOf(key.slice(-length), salt) } };
  writeFileSync(join(folder, name), `${JSON.stringify(ends, null, 2)}\n`, { mode: 0o600 });
}

export function readKeyEnds(folder = root): Ends {
  const file = join(folder, name);
  // Only we write this file.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Ends) : {};
}

/** Whether "k2:a1B2c3" is how that key ends. */
export function isKeyEnd(answer: string, ends: Ends): boolean {
  const [id = '', last = ''] = answer.split(':');
  const noted = ends[id];
  return noted !== undefined && hashOf(last, noted.salt) === noted.hash;
}

function hashOf(last: string, salt: string): string {
  return pbkdf2Sync(last, salt, 300_000, 32, 'sha256').toString('hex');
}
