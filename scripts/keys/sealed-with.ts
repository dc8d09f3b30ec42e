import { Stop } from '../command.ts';
import { literal } from '../d1.ts';

// Whether a key may still be needed to open something.

export interface Sealed {
  rows: number;
  setAside: number;
  dead: number;
}

const day = 86_400_000;
/** No queue of Cloudflare holds a message longer. */
export const longestInQueue = 14 * day;

/** SQL: what is sealed with a key, and what waits that may be. */
export function sealedWith(id: string): string {
  const key = literal(id);
  return `select (select count(*) from enquiries where key_id = ${key}) + (select count(*) from changes where key_id = ${key}) as rows, (select count(*) from set_aside) as setAside, (select count(*) from dead_letters) as dead`;
}

/** Stops when something in the database is sealed with the key, or may be. */
export function mayBeDropped(id: string, found: Sealed | null | undefined): void {
  if (!found) throw new Stop(`The database did not say what ${id} has sealed, so it stays.`);
  const { rows, setAside, dead } = found;
  if (rows > 0)
    throw new Stop(
      `${rows} answers or notes are still sealed with ${id}. Seal them anew first; the key stays.`,
    );
  if (setAside > 0)
    throw new Stop(`${setAside} messages are set aside, and may be sealed with ${id}; the key stays.`);
  if (dead > 0)
    throw new Stop(
      `${dead} enquiries still wait on the queue, and may be sealed with ${id}; the key stays until they are stored.`,
    );
}

/**
 * Stops while a queue may hold an enquiry sealed with the key. Wrangler does not say how many messages a queue has; but
 * an enquiry is sealed with the key that seals at that time, and 14 days later no queue has it any more. One that the
 * queue sends again with after days of trying is noted as a dead letter.
 */
export function mustBeRetiredLong(id: string, retiredAt: string, now: Date): void {
  const from = new Date(new Date(retiredAt).getTime() + longestInQueue);
  if (from > now)
    throw new Stop(
      `Until ${from.toISOString().slice(0, 16).replace('T', ' ')} UTC a message on the queue may be sealed with ${id}: it sealed until ${retiredAt.slice(0, 10)}, and a queue holds a message for 14 days at most. The key stays.`,
    );
}
