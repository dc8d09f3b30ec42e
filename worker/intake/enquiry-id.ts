import type { Answers } from '../../pages/content/questions.ts';
import { hmac } from '../sealing/keyed-token.ts';

/** The same form key and answers always give the same id, wherever and however often they arrive. 64 hex digits. */
export async function enquiryId(dedupeKey: CryptoKey, formKey: string, answers: Answers): Promise<string> {
  const digest = await hmac(dedupeKey, JSON.stringify([formKey, answers]));
  return Buffer.from(digest).toString('hex');
}
