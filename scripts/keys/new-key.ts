import { randomBytes } from 'node:crypto';
import { styleText } from 'node:util';
import { ask } from '../account/terminal.ts';

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
