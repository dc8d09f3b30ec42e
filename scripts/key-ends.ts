import { pbkdf2Sync, randomBytes } from 'node:crypto';

// How a key ends, noted in a form that does not give it away at once: to ask later whether somebody has the key.

const length = 6;

export interface KeyEnd {
  salt: string;
  hash: string;
}

/** What to note of a key. */
export function endOf(key: string): KeyEnd {
  const salt = randomBytes(16).toString('hex');
  return { salt, hash: hashOf(key.slice(-length), salt) };
}

/** Whether "k2:a1B2c3" is how that key ends; "a1B2c3" alone will do when the id is given. A whole key ends so as well. */
export function isKeyEnd(answer: string, ends: Readonly<Record<string, KeyEnd>>, id?: string): boolean {
  const parts = answer.trim().split(':');
  const last = parts.at(-1)?.slice(-length) ?? '';
  const named = parts.length > 1 ? parts[0] : id;
  if (named === undefined || (id !== undefined && named !== id)) return false;
  const noted = Object.hasOwn(ends, named) ? ends[named] : undefined;
  return noted !== undefined && last.length === length && hashOf(last, noted.salt) === noted.hash;
}

function hashOf(last: string, salt: string): string {
  return pbkdf2Sync(last, salt, 300_000, 32, 'sha256').toString('hex');
}
