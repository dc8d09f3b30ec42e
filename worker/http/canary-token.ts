import { timingSafeEqual } from 'hono/utils/buffer';
import { keyedToken } from '../sealing/keyed-token.ts';
import type { Keys } from '../sealing/secret-keys.ts';

const header = 'X-Canary';
/** No form key is spelled so. */
const pageItself = 'page';

/**
 * The headers of our own test enquiry: nobody without the Worker's key can make them, and each is good for one form, or
 * for the page with the form.
 */
export async function canaryHeaders(keys: Keys, formKey = pageItself): Promise<Record<string, string>> {
  return { [header]: await keyedToken(keys.canary, formKey) };
}

export async function isCanary(keys: Keys, headers: Headers, formKey: string): Promise<boolean> {
  const token = headers.get(header);
  return token !== null && timingSafeEqual(token, await keyedToken(keys.canary, formKey));
}

export function isCanaryAsking(keys: Keys, headers: Headers): Promise<boolean> {
  return isCanary(keys, headers, pageItself);
}
