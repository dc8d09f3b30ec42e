import { randomBytes } from 'node:crypto';
import { styleText } from 'node:util';
import { ask } from '../account/terminal.ts';
import { endOf, isKeyEnd } from '../key-ends.ts';
import type { Pair } from './ring.ts';

export function newKey(): string {
  return randomBytes(32).toString('base64url');
}

/** The only place that ever shows a whole key. */
export function showKey({ id, key }: Pair): void {
  console.log(`\n${styleText('bold', `Keep the key ${id} in your password manager now, with its name:`)}

  ${id}:${key}

If it is lost, everything that it sealed is lost with it. Nobody can bring it back. It is shown this once.`);
}

/** Asks for the last six characters of a key that was just shown; whoever does not have them has not kept it. */
export function mustBeKept({ id, key }: Pair): Promise<string> {
  const ends = { [id]: endOf(key) };
  return ask(`Copy the last six characters of ${id} from your password manager`, (typed) =>
    isKeyEnd(typed, ends, id)
      ? { value: typed }
      : { wrong: 'That is not how it ends. Nothing was sent yet: save it, then copy its end from there.' },
  );
}
