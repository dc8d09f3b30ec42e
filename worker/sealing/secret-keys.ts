import { decodeBase64Url } from 'hono/utils/encode';
import { type KeyRing, readKeyRing } from './seal.ts';

/**
 * What each key is for, and the secret that a site from before there was ROOT_KEY has for it. Such a site keeps it: what
 * it has stored and handed out was made with it. Ids, and so references, come from `dedupe`, which is never rotated.
 */
const purposes = {
  dedupe: 'DEDUPE_KEY',
  /** The address of the page that says "received". */
  sent: 'TAG_KEY',
  /** The visitor's own link. */
  link: 'LINK_KEY',
  person: 'PERSON_KEY',
  /** The same message under another name. */
  repeat: undefined,
  /** Whom the rate limiter counts. */
  limit: undefined,
  /** A second press of Send, by a browser that does not say from which site it comes. */
  press: undefined,
  canary: undefined,
  /** What a test mail asks to be typed back. */
  code: undefined,
  /** Which words a form was shown with. */
  shown: undefined,
  /** Who has had an acknowledgement on a day. */
  acknowledged: undefined,
  /** What is left of an enquiry that was deleted. */
  tombstone: undefined,
} as const satisfies Record<string, FormerSecret | undefined>;

type FormerSecret = 'DEDUPE_KEY' | 'TAG_KEY' | 'LINK_KEY' | 'PERSON_KEY';
type Purpose = keyof typeof purposes;

/** The Worker's secrets as keys: those that seal, and one HMAC key for each purpose. */
export type Keys = { ring: KeyRing } & Record<Purpose, CryptoKey>;

type Secrets = Pick<Env, 'SEAL_KEYS' | 'ROOT_KEY'> & Partial<Record<FormerSecret, string>>;

let last: { secrets: string; keys: Keys } | undefined;

/** The keys, made once an isolate. Throws an Error that names the secret, never its value. */
export async function keysOf(env: Secrets): Promise<Keys> {
  const former = Object.values(purposes).map((name) => name && env[name]);
  const secrets = JSON.stringify([env.SEAL_KEYS, env.ROOT_KEY, ...former]);
  if (last?.secrets === secrets) return last.keys;
  const ring = await readKeyRing(env.SEAL_KEYS ?? '').catch(() => unusable('SEAL_KEYS'));
  const root = await importSecret(env, env.ROOT_KEY ? 'ROOT_KEY' : 'TAG_KEY', 'HKDF').catch(() =>
    unusable('ROOT_KEY'),
  );
  const others = await Promise.all(
    Object.entries(purposes).map(async ([purpose, name]) => {
      const own = name && env[name] ? await importSecret(env, name, 'HMAC') : await derive(root, purpose);
      return [purpose, own] as const;
    }),
  );
  // Object.fromEntries forgets the names of the keys it was given.
  const keys = { ring, ...(Object.fromEntries(others) as Record<Purpose, CryptoKey>) };
  last = { secrets, keys };
  return keys;
}

/** 32 bytes or more, in base64url. */
async function importSecret(env: Secrets, name: 'ROOT_KEY' | FormerSecret, use: 'HKDF' | 'HMAC') {
  try {
    const bytes = decodeBase64Url(env[name] ?? '');
    if (bytes.length < 32) throw new Error('too short');
    return use === 'HKDF'
      ? await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey'])
      : await crypto.subtle.importKey('raw', bytes, hmac, false, ['sign']);
  } catch {
    return unusable(name);
  }
}

const hmac = { name: 'HMAC', hash: 'SHA-256' };

/** RFC 5869: the purpose's name is what makes one key differ from the others. */
function derive(root: CryptoKey, purpose: string): Promise<CryptoKey> {
  const info = new TextEncoder().encode(purpose);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
  return crypto.subtle.deriveKey(hkdf, root, { ...hmac, length: 256 }, false, ['sign']);
}

function unusable(secret: string): never {
  throw new Error(`secret ${secret} is missing or malformed`);
}
