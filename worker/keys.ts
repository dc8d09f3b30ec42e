import { decodeBase64Url } from 'hono/utils/encode';
import { type KeyRing, readKeyRing } from './enquiry/seal.ts';

/** The Worker's secrets as keys. `dedupe` is never rotated: ids, and so references, come from it. */
export interface Keys {
  ring: KeyRing;
  dedupe: CryptoKey;
  tag: CryptoKey;
  person: CryptoKey;
}

let kept: { secrets: string; keys: Keys } | undefined;

/** The keys, imported once an isolate. Throws an Error that names the secret, never its value. */
export async function keysOf(env: Env): Promise<Keys> {
  const secrets = [env.SEAL_KEYS, env.DEDUPE_KEY, env.TAG_KEY, env.PERSON_KEY].join('\n');
  if (kept?.secrets === secrets) return kept.keys;
  const keys = {
    ring: await readKeyRing(env.SEAL_KEYS ?? '').catch(() => unusable('SEAL_KEYS')),
    dedupe: await hmacKey(env.DEDUPE_KEY ?? '').catch(() => unusable('DEDUPE_KEY')),
    tag: await hmacKey(env.TAG_KEY ?? '').catch(() => unusable('TAG_KEY')),
    person: await hmacKey(env.PERSON_KEY ?? '').catch(() => unusable('PERSON_KEY')),
  };
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
