import { randomBytes } from 'node:crypto';
import { styleText } from 'node:util';
import { ask } from '../account/terminal.ts';
import type { Pair } from './ring.ts';

export function newKey(): string {
  return randomBytes(32).toString('base64url');
}

/** Shows a new key of the ring, once. */
export function showKey({ id, key }: Pair): void {
  console.log(`\n${styleText('bold', `Keep the key ${id} in your password manager now, with its name:`)}

  ${id}:${key}

If it is lost, everything that it sealed is lost with it. Nobody can bring it back. It is shown this once.`);
}

/** Asks for the end of a key that was just shown; whoever does not have it has not saved the key. */
export function askBack(name: string, key: string): Promise<string> {
  return ask(`Copy the last six characters of ${name} from your password manager`, (typed) =>
    typed.slice(-6) === key.slice(-6)
      ? { value: typed }
      : { wrong: 'That is not how it ends. Nothing was sent yet: save it, then copy its end from there.' },
  );
}
