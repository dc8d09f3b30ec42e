import { decodeBase64Url } from 'hono/utils/encode';
import { type KeyRing, readKeyRing } from './enquiry/seal.ts';

/** The Worker's secrets as keys. `dedupe` is never rotated: ids, and so references, come from it. */
export interface Keys {
  ring: KeyRing;
  dedupe: CryptoKey;
  tag: CryptoKey;
  person: CryptoKey;
  link: CryptoKey;
}

const hmacKeys = [
  ['dedupe', 'DEDUPE_KEY'],
  ['tag', 'TAG_KEY'],
  ['person', 'PERSON_KEY'],
  ['link', 'LINK_KEY'],
] as const satisfies readonly (readonly [keyof Keys, keyof Env])[];

let kept: { secrets: string; keys: Keys } | undefined;

/** The keys, imported once an isolate. Throws an Error that names the secret, never its value. */
export async function keysOf(env: Env): Promise<Keys> {
  const secrets = JSON.stringify([env.SEAL_KEYS, ...hmacKeys.map(([, secret]) => env[secret])]);
  if (kept?.secrets === secrets) return kept.keys;
  const ring = await readKeyRing(env.SEAL_KEYS ?? '').catch(() => unusable('SEAL_KEYS'));
  const others = await Promise.all(
    hmacKeys.map(async ([name, secret]) => {
      const key = await hmacKey(env[secret] ?? '').catch(() => unusable(secret));
      return [name, key] as const;
    }),
  );
  // Object.fromEntries forgets the names of the keys it was given.
  const keys = { ring, ...(Object.fromEntries(others) as Omit<Keys, 'ring'>) };
  kept = { secrets, keys };
  return keys;
}

async function hmacKey(text: string): Promise<CryptoKey> {
  const bytes = decodeBase64Url(text);
  if (bytes.length < 32) throw new Error('too short');
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

function unusable(secret: string): never {
  throw new Error(`secret ${secret} is missing or malformed`);
}
