import { decodeBase64Url, encodeBase64Url } from 'hono/utils/encode';
import type { StoredAnswers } from '../../pages/content/questions.ts';

/** AES-256-GCM keys by id. The first seals; every one opens. */
export type KeyRing = ReadonlyMap<string, CryptoKey>;

export interface Sealed {
  keyId: string;
  sealed: string;
}

const nonceBytes = 12;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Reads `id:key` pairs, newest first, separated by commas; a key is 32 bytes in base64url. */
export async function readKeyRing(pairs: string): Promise<KeyRing> {
  const ring = new Map<string, CryptoKey>();
  for (const pair of pairs.split(',')) {
    const [id = '', key = ''] = pair.trim().split(':');
    const bytes = decodeBase64Url(key);
    if (!/^[\w-]{1,32}$/.test(id) || bytes.length !== 32 || ring.has(id)) throw new Error('not a key ring');
    ring.set(id, await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']));
  }
  return ring;
}

/** Seals an enquiry's answers, or a note, under the newest key, bound to the row's id and the key's. */
export async function seal(content: StoredAnswers | string, id: string, ring: KeyRing): Promise<Sealed> {
  const [newest] = ring;
  if (!newest) throw new Error('the key ring is empty');
  const [keyId, key] = newest;
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const plain = encoder.encode(JSON.stringify(content));
  const cipher = new Uint8Array(await crypto.subtle.encrypt(parameters(nonce, id, keyId), key, plain));
  const box = new Uint8Array(nonceBytes + cipher.length);
  box.set(nonce);
  box.set(cipher, nonceBytes);
  return { keyId, sealed: encodeBase64Url(box.buffer) };
}

/** Opens what `seal` made; undefined when the key is not on the ring or the bytes are not the ones sealed. */
export async function unseal<Content = StoredAnswers>(
  row: Sealed & { id: string },
  ring: KeyRing,
): Promise<Content | undefined> {
  const key = ring.get(row.keyId);
  if (!key) return undefined;
  try {
    const box = decodeBase64Url(row.sealed);
    const nonce = box.subarray(0, nonceBytes);
    const plain = await crypto.subtle.decrypt(
      parameters(nonce, row.id, row.keyId),
      key,
      box.subarray(nonceBytes),
    );
    // Only `seal` writes what this key opens, and the id says what it wrote there.
    return JSON.parse(decoder.decode(plain)) as Content;
  } catch {
    return undefined;
  }
}

function parameters(nonce: Uint8Array<ArrayBuffer>, id: string, keyId: string) {
  return { name: 'AES-GCM', iv: nonce, additionalData: encoder.encode(`${id}:${keyId}`) };
}

/** What a note's sealing is bound to. */
export function noteId(id: string, version: number): string {
  return `${id}:note:${version}`;
}
