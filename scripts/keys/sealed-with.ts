import { Stop } from '../command.ts';
import { literal } from '../d1.ts';

// Whether a key may still be needed to open something.

export interface Sealed {
  rows: number;
  setAside: number;
  dead: number;
}

/** No queue of Cloudflare holds a message longer: 14 days. */
const longestInQueue = 14 * 86_400_000;

/** SQL: what is sealed with a key, and what waits that may be. */
export function sealedWith(id: string): string {
  const key = literal(id);
  return `select (select count(*) from enquiries where key_id = ${key}) + (select count(*) from changes where key_id = ${key}) as rows, (select count(*) from set_aside) as setAside, (select count(*) from dead_letters) as dead`;
}

/** Stops when something in the database is sealed with the key, or may be. */
export function mayBeDropped(id: string, found: Sealed | null | undefined): void {
  if (!found) throw new Stop(`The database did not say what ${id} has sealed, so it stays.`);
  const reasons: [number, string][] = [
    [found.rows, 'answers or notes are still sealed'],
    [found.setAside, 'messages are set aside, and may be sealed'],
    [found.dead, 'enquiries still wait on the queue, and may be sealed'],
  ];
  for (const [count, words] of reasons)
    if (count > 0) throw new Stop(`${count} ${words} with ${id}: the key stays.`);
}

/** Stops while a queue may hold an enquiry sealed with the key. Wrangler does not say how many messages a queue has. */
export function mustBeRetiredLong(id: string, retiredAt: string, now: Date): void {
  const from = new Date(new Date(retiredAt).getTime() + longestInQueue);
  if (from > now)
    throw new Stop(
      `Until ${from.toISOString().slice(0, 16).replace('T', ' ')} UTC a message on the queue may be sealed with ${id}: it sealed until ${retiredAt.slice(0, 10)}, and a queue holds a message for 14 days at most. The key stays.`,
    );
}
