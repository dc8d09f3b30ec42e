import { type Practice, practiceName } from '../practice.ts';

/** What a visitor agrees to, word for word. An enquiry keeps the hash of the words that its sender was shown. */
export function consentWords({ facts }: Practice): string {
  return `I agree that ${practiceName(facts)} may store and use what I send here, and what it says about my health, to reply to me about a consultation. I can change my mind at any time.`;
}

/** From before the words followed the practice's name: enquiries of that time name them by their key. */
export const formerConsents: Readonly<Record<string, string>> = {
  'consent-1':
    'I agree that SLS Therapy may store and use what I send here, and what it says about my health, to reply to me about a consultation. I can change my mind at any time.',
};
