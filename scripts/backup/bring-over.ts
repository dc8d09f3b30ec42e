import { ask, askAll, asking, executeAll, type Source } from '../d1.ts';
import { Stop } from '../stop.ts';
import { eraseAgain, leftOver, readErased } from './erased.ts';
import { carryOver, findNewer, type Newer } from './newer.ts';

/** Erases in the second database who is erased in the first, and adds what only the first has. */
export function bringOver(from: Source, to: Source): Newer {
  executeAll(to, eraseAgain(readErased(asking(from))));
  const newer = findNewer(asking(from), asking(to));
  executeAll(to, carryOver(asking(from), asking(to), newer));
  const there = new Set(
    askAll<{ id: string }>(asking(to), 'select id from enquiries order by id').map(({ id }) => id),
  );
  const missing = newer.enquiries.filter(({ id }) => !there.has(id)).length;
  if (missing > 0) throw new Stop(`${missing} newer enquiries did not arrive in the new database.`);
  return newer;
}

/** Stops if anything is left of somebody who was erased. */
export function mustBeErased(database: Source): void {
  const [left] = ask<{ n: number }>(database, leftOver);
  if (left?.n !== 0) throw new Stop('In the new database something is left of people who were erased.');
}

export function sayNewer({ enquiries, changed }: Newer, name: string): void {
  console.log(`${enquiries.length} enquiries were carried over from ${name}.`);
  if (changed.length > 0)
    console.log(
      `${changed.length} enquiries are as they were in the backup, though something was done with them since. The old database still has it: ${changed.slice(0, 20).join(', ')}${changed.length > 20 ? ' …' : ''}.`,
    );
}
