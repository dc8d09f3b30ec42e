import { encodeBase64Url } from 'hono/utils/encode';

/** HMAC-SHA-256 of a text under a key: 32 bytes that do not lead back to the text. */
export async function hmac(key: CryptoKey, text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text)));
}

/**
 * Stands for words that may not be stored, or shows that we made something: the same words under the same key give the
 * same 128 bits of an HMAC, in base64url.
 */
export async function keyedToken(key: CryptoKey, words: string): Promise<string> {
  const digest = await hmac(key, words);
  return encodeBase64Url(digest.slice(0, 16).buffer).replaceAll('=', '');
}
