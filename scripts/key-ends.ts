import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { styleText } from 'node:util';
import { ask } from './account/terminal.ts';

// How a key ends, stored in a form that does not give it away at once: to ask later whether somebody has the key.

const length = 6;

export interface KeyEnd {
  salt: string;
  hash: string;
}

/** What to store of a key. */
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
  const end = Object.hasOwn(ends, named) ? ends[named] : undefined;
  return end !== undefined && last.length === length && hashOf(last, end.salt) === end.hash;
}

/** Whether an answer is how the newest key of the ring ends: "k2:a1B2c3", or its last six characters. */
export function isNewestEnd(answer: string, ends: Readonly<Record<string, KeyEnd>>): boolean {
  const newest = newestKey(ends);
  return newest !== undefined && isKeyEnd(String(answer.trim().split(':').at(-1)), ends, newest);
}

/** The id of the newest key of the ring; the ends of other secrets are stored beside those of the ring. */
export function newestKey(ends: Readonly<Record<string, KeyEnd>>): string | undefined {
  const highest = Math.max(0, ...Object.keys(ends).map(numberOf));
  return highest > 0 ? `k${highest}` : undefined;
}

/** 2 for "k2"; 0 for what is no key of the ring. */
export function numberOf(id: string): number {
  return Number(/^k(\d+)$/.exec(id)?.[1] ?? 0);
}

function hashOf(last: string, salt: string): string {
  return pbkdf2Sync(last, salt, 300_000, 32, 'sha256').toString('hex');
}

export function newKey(): string {
  return randomBytes(32).toString('base64url');
}

/** Shows a new key, once. `use` says what it is needed for. */
export function showKey(name: string, value: string, use: string): void {
  const title = `Save this in your password manager now, as “${name}”, in place of any earlier one:`;
  console.log(`\n${styleText('bold', title)}\n\n  ${value}\n\n${use} It is shown this once.`);
}

/** Asks for the end of a key that was just shown; whoever does not have it has not saved the key. */
export async function askBack(name: string, key: string): Promise<void> {
  await ask(`Copy the last six characters of the ${name} from your password manager`, (typed) =>
    typed.slice(-6) === key.slice(-6)
      ? { value: typed }
      : { wrong: 'That is not how it ends. Nothing was sent yet: save it, then copy its end from there.' },
  );
}

export const sealingKeyUse =
  'Without it nobody can ever read what it sealed: not you, not the people who wrote this, not Cloudflare.';
