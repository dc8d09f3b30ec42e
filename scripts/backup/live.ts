import { asking, type Source } from '../d1.ts';
import { Stop } from '../stop.ts';

/** Whether the database in use can be asked. Without it, it takes a flag to go on: what came in since is only there. */
export function liveAnswers(live: Source, name: string, withoutNewer: boolean): boolean {
  try {
    const [known] = asking(live)<{ n: number }>(
      "select count(*) as n from sqlite_master where name in ('enquiries', 'tombstones')",
    );
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

export function sayErased(newer: string | undefined, answers: boolean): void {
  const from = [answers && 'the database in use', newer && `the newer backup ${newer}`].filter(Boolean);
  console.log(
    from.length > 0
      ? `Who was erased since is known from ${from.join(' and ')}, and stays erased.`
      : 'Nothing knows who was erased since: whoever it was comes back. Erase them again at the desk before anything else.',
  );
}
