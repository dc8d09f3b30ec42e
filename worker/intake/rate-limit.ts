import { within } from '../deadline.ts';
import { keyedToken } from '../sealing/keyed-token.ts';
import type { Keys } from '../sealing/secret-keys.ts';

/** Whether a sender has sent too many enquiries in the last minute. A limiter that fails lets people through. */
export async function sentTooMany(
  limiter: RateLimit,
  keys: Keys,
  address: string | undefined,
): Promise<boolean> {
  if (!address) return false;
  try {
    const key = await keyedToken(keys.limit, `sender ${address}`);
    const { success } = await within(500, limiter.limit({ key }));
    return !success;
  } catch {
    return false;
  }
}
