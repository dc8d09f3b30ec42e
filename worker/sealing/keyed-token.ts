import { encodeBase64Url } from 'hono/utils/encode';
import type { Answers } from '../../pages/content/questions.ts';

// No vowels, so no words; none of 0 O 1 I L 2 Z 5 S 8 B U, which people misread or mishear.
const letters = '34679CDFGHJKMNPQRTVWXY';
const referenceLength = 8;

/** The same form key and answers always give the same id, wherever and however often they arrive. 64 hex digits. */
export async function enquiryId(dedupeKey: CryptoKey, formKey: string, answers: Answers): Promise<string> {
  const digest = await hmac(dedupeKey, JSON.stringify([formKey, answers]));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A text of ours, made from an id. Nothing else is one, so that no visitor's words can stand where a reference is meant. */
export type Reference = string & { readonly madeBy: 'referenceOf' };

/** The 8 characters a visitor reads out on the phone, derived from the id. */
export function referenceOf(id: string): Reference {
  let number = BigInt(`0x${id}`);
  let reference = '';
  for (let place = 0; place < referenceLength; place++) {
    reference += letters.charAt(Number(number % BigInt(letters.length)));
    number /= BigInt(letters.length);
  }
  // The one place where a text becomes a reference.
  return reference as Reference;
}

/** The text as a reference; undefined when it cannot be one. */
export function readReference(text: string): Reference | undefined {
  const shape = new RegExp(`^[${letters}]{${referenceLength}}$`);
  return shape.test(text) ? (text as Reference) : undefined; // It has the shape of one.
}

/**
 * Stands for words that may not be kept, or shows that we made something: the same words under the same key give the
 * same 128 bits of an HMAC, in base64url, and they do not lead back.
 */
export async function keyedToken(key: CryptoKey, words: string): Promise<string> {
  const digest = await hmac(key, words);
  return encodeBase64Url(digest.slice(0, 16).buffer).replaceAll('=', '');
}

// Two people may well ask "How much is a session?"; hardly anybody repeats a stranger's longer words.
const fewestLetters = 40;

/** Tokens by which the same email address or phone number is known again, however it was written. */
export async function personTokens(personKey: CryptoKey, { email, phone }: Pick<Answers, 'email' | 'phone'>) {
  return {
    ...(email && { emailToken: await personToken(personKey, 'email', email.toLowerCase()) }),
    ...(phone && { phoneToken: await personToken(personKey, 'phone', phone) }),
  };
}

export function personToken(personKey: CryptoKey, kind: 'email' | 'phone', words: string): Promise<string> {
  return keyedToken(personKey, `${kind} ${words}`);
}

/** Tokens by which the same message under another name is known again; none for a short message. */
export async function repeatTokens(repeatKey: CryptoKey, { message, name }: Answers) {
  const letters = lettersOf(message);
  if (letters.length < fewestLetters) return {};
  return {
    messageToken: await keyedToken(repeatKey, `message ${letters}`),
    nameToken: await keyedToken(repeatKey, `name ${lettersOf(name)}`),
  };
}

// Robots change a number or a space from one to the next.
function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}]/gu, '');
}

async function hmac(key: CryptoKey, text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text)));
}
