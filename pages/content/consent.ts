/**
 * What a visitor agrees to, word for word. A published version is never edited or removed: an enquiry keeps
 * the version it was shown. To change the words, add a version and point `currentConsent` at it.
 */
export const consents = {
  'consent-1':
    'I agree that SLS Therapy may store and use what I send here, and what it says about my health, to reply to me about a consultation. I can change my mind at any time.',
} as const;

export type ConsentVersion = keyof typeof consents;

export const currentConsent: ConsentVersion = 'consent-1';
