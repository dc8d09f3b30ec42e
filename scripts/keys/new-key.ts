import { randomBytes } from 'node:crypto';
import { styleText } from 'node:util';
import { endOf, isKeyEnd } from '../key-ends.ts';
import { Stop } from '../stop.ts';
import { askPerson } from '../terminal.ts';
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

const tries = 3;

/** Asks for the last six characters of a key that was just shown; whoever does not have them has not kept it. */
export async function mustBeKept({ id, key }: Pair): Promise<void> {
  const ends = { [id]: endOf(key) };
  for (let left = tries; left > 0; left--) {
    const answer = await askPerson(`\nType its last six characters, from your password manager: `);
    if (isKeyEnd(answer, ends, id)) return;
    console.log('That is not how it ends.');
  }
  throw new Stop('Nothing was changed. The key that was shown is of no use: delete it again.');
}
