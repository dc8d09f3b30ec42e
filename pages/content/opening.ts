/** Whose job something is. Often they are one person. */
export const whoseWords = { you: 'Yours', helper: 'For whoever set the site up' } as const;
export type Whose = keyof typeof whoseWords;

/** What a person has to have done before a site may open, and can say at the desk. Most important first. */
export const acts = {
  keys: {
    words: 'The keys are in your password manager',
    why: 'Without them nobody can ever read the enquiries again.',
    whose: 'helper',
    how: 'key',
  },
  testMail: {
    words: 'A test mail has reached you',
    why: 'A mail tells you of each new enquiry.',
    whose: 'you',
    how: 'code',
  },
  agreement: {
    words: 'Cloudflare’s data processing agreement is accepted',
    why: 'UK law asks for a contract with whoever stores personal data for you (UK GDPR, Article 28). Cloudflare calls it the Data Processing Addendum: cloudflare.com/cloudflare-customer-dpa. Whoever the Cloudflare account belongs to accepts it.',
    whose: 'helper',
    how: 'tick',
  },
  processingRecord: {
    words: 'You have a record of processing',
    why: 'A page that says what data you hold, why, where, and for how long (Article 30). The privacy notice of this site has most of it; add your treatment notes.',
    whose: 'you',
    how: 'tick',
  },
  complaintsLog: {
    words: 'You have a complaints log',
    why: 'Since 19 June 2026 you must confirm a complaint about data within 30 days and tell the outcome. A page with date, name, what about, and what you did is enough.',
    whose: 'you',
    how: 'tick',
  },
} as const satisfies Record<
  string,
  { words: string; why: string; whose: Whose; how: 'key' | 'code' | 'tick' }
>;

export type ActName = keyof typeof acts;

// Object.keys of an object whose keys are the names.
export const actNames = Object.keys(acts) as ActName[];

/** When a test mail went out, and what its code is. */
export const testMailSent = 'testMailSent';

/** The act of a program: `npm run backup` says that it made one. */
export const backupMade = 'backup';
