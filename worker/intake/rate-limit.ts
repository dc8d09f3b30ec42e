import { within } from '../deadline.ts';
import { keyedToken } from '../sealing/keyed-token.ts';
import type { Keys } from '../sealing/secret-keys.ts';
import { senderOf } from './sender.ts';

/** What somebody does that is counted, each apart from the others. */
type Counted = 'sender' | 'flood' | 'own' | 'tag';

/**
 * Whether it was done too often in the last minute, by one sender or to one reference. What is counted goes to the
 * limiter as a code, and is stored nowhere else. Rejects when the limiter fails.
 */
async function isOver(limiter: RateLimit, keys: Keys, counted: Counted, whose: string): Promise<boolean> {
  const key = await keyedToken(keys.limit, `${counted} ${whose}`);
  return !(await within(500, limiter.limit({ key }))).success;
}

/** Whether a sender has sent too many enquiries in the last minute. A limiter that fails lets people through. */
export function sentTooMany(limiter: RateLimit, keys: Keys, address: string | undefined): Promise<boolean> {
  return senderIsOver(limiter, keys, 'sender', address);
}

/** Whether so many came from one sender in the last minute that it is a signal; far fewer than are too many. */
export function isFlooding(limiter: RateLimit, keys: Keys, address: string | undefined): Promise<boolean> {
  return senderIsOver(limiter, keys, 'flood', address);
}

async function senderIsOver(limiter: RateLimit, keys: Keys, counted: Counted, address: string | undefined) {
  if (!address) return false;
  return isOver(limiter, keys, counted, senderOf(address)).catch(() => false);
}

/**
 * Whether one reference was tried too often in the last minute, or by one sender: `own` with an email address or phone
 * number, `tag` with a wrong link. A limiter that fails lets nobody guess.
 */
export async function triedTooOften(
  limiter: RateLimit,
  keys: Keys,
  counted: 'own' | 'tag',
  { reference, address }: { reference: string; address: string | undefined },
): Promise<boolean> {
  const all = [reference, ...(address ? [senderOf(address)] : [])];
  const over = await Promise.all(all.map((whose) => isOver(limiter, keys, counted, whose))).catch(() => [
    true,
  ]);
  return over.includes(true);
}
