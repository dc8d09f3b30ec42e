import { pbkdf2Sync, randomBytes } from 'node:crypto';

const length = 6;

/** How a key ends, in a form that does not give it away at once: to ask later whether somebody has it. */
export interface KeyEnd {
  salt: string;
  hash: string;
}

export function endOf(key: string): KeyEnd {
  const salt = randomBytes(16).toString('hex');
  return { salt, hash: hashOf(key.slice(-length), salt) };
}

/** Whether "k2:a1B2c3" is how that key ends. */
export function isKeyEnd(answer: string, ends: Readonly<Record<string, KeyEnd>>): boolean {
  const [id = '', last = ''] = answer.split(':');
  const noted = ends[id];
  return noted !== undefined && hashOf(last.slice(-length), noted.salt) === noted.hash;
}

function hashOf(last: string, salt: string): string {
  return pbkdf2Sync(last, salt, 300_000, 32, 'sha256').toString('hex');
}
