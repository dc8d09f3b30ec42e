import { Stop } from '../command.ts';
import { ask, askAll, asking, executeAll, type Source } from '../d1.ts';
import { eraseAgain, leftOver, notHeld, readErased } from './erased.ts';
import { carryOver, findNewer } from './newer.ts';

/**
 * Erases in the second database who is erased in the first, adds what only the first has, and says what that was.
 * `isInUse`: whether the site uses the second one already.
 */
export function bringOver(from: Source, to: Source, name: string, isInUse = false): void {
  executeAll(to, eraseAgain(readErased(asking(from))));
  const newer = findNewer(asking(from), asking(to));
  executeAll(to, carryOver(asking(from), asking(to), newer, isInUse));
  const rows = askAll<{ id: string }>(asking(to), 'select id from enquiries order by id');
  const there = new Set(rows.map(({ id }) => id));
  const missing = newer.enquiries.filter(({ id }) => !there.has(id)).length;
  if (missing > 0) throw new Stop(`${missing} newer enquiries did not arrive in the new database.`);
  const { enquiries, changed } = newer;
  console.log(`${enquiries.length} enquiries were carried over from ${name}.`);
  if (changed.length > 0)
    console.log(
      `${changed.length} enquiries are as they were in the backup, though something was done with them since. The old database still has it: ${changed.slice(0, 20).join(', ')}${changed.length > 20 ? ' …' : ''}.`,
    );
}

/** Stops if anything is left of somebody who was erased. */
export function mustBeErased(database: Source): void {
  const [left] = ask<{ n: number }>(database, leftOver);
  if (left?.n !== 0) throw new Stop('In the new database something is left of people who were erased.');
  const [older] = ask<{ n: number }>(database, notHeld);
  if (older?.n)
    console.log(
      `${older.n} enquiries are of an older version of the site. It looks itself whether any of them was erased, before its desk opens.`,
    );
}

/** Whether the database in use can be asked. Without it, it takes a flag to go on: what came in since is only there. */
export function liveAnswers(live: Source, name: string, withoutNewer: boolean): boolean {
  const tables = "select count(*) as n from sqlite_master where name in ('enquiries', 'tombstones')";
  try {
    const [known] = ask<{ n: number }>(live, tables);
    if (known?.n !== 2) console.log(`The database in use, ${name}, is empty.`);
    return known?.n === 2;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    if (!withoutNewer)
      throw new Stop(
        `The database in use, ${name}, does not answer. ${error.message}\nWhat came in since the backup is only there. Try again later; or go on without it: --without-newer.`,
      );
    console.log(`The database in use, ${name}, does not answer: what came in since the backup stays there.`);
    return false;
  }
}
