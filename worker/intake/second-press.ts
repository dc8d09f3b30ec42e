import { keyedToken } from '../sealing/keyed-token.ts';
import type { Keys } from '../sealing/secret-keys.ts';

/** Some old browsers, and some extensions, say of every form that it came from nowhere. */
export function hidesItsSite({ headers }: Request): boolean {
  return !headers.has('Sec-Fetch-Site') && headers.get('Origin') === 'null';
}

/**
 * Stands in the page that asks for a second press, which another site cannot read. One that its owner has got for
 * themselves is of no use in a visitor's browser, because it is bound to the sender's address.
 */
export function pressTag(keys: Keys, formKey: string, { headers }: Request): Promise<string> {
  return keyedToken(keys.press, `${headers.get('CF-Connecting-IP')} ${formKey}`);
}
