interface SpamSignalRecord {
  /** For the practitioner: what speaks for a robot. */
  words: string;
  /**
   * A strong one sends an enquiry to Review by itself. A weak one is met with people too: alone it only marks the
   * enquiry in the inbox, and two of them are as good as a strong one.
   */
  strength: 'strong' | 'weak';
}

/** What speaks for a robot. It never stops an enquiry, and these words stand beside it. */
export const spamSignals = {
  trap: {
    strength: 'strong',
    words: 'A box that people cannot see was filled in. Robots fill in every box.',
  },
  autofill: {
    strength: 'weak',
    words:
      'A box that people cannot see repeats another answer. Robots do that; now and then a browser does too.',
  },
  advert: {
    strength: 'strong',
    words: 'There is a link in the name, or one that is written as robots write them.',
  },
  links: { strength: 'weak', words: 'There is a link in the message.' },
  repeated: {
    strength: 'weak',
    words: 'The same message came under another name in the last 30 days.',
  },
  flood: {
    strength: 'weak',
    words:
      'Very many came in a short time from one place, with one message, or with one email address or phone number.',
  },
  headers: { strength: 'weak', words: 'It did not come the way a browser sends a form.' },
} as const satisfies Record<string, SpamSignalRecord>;

export type SpamSignal = keyof typeof spamSignals;

const spamSignalNames = Object.keys(spamSignals) as SpamSignal[];

/** Signals as they are stored: names with spaces between. A name that nobody knows any more is left out. */
export function readSpamSignals(text: string): SpamSignal[] {
  const names = text.split(' ');
  return spamSignalNames.filter((name) => names.includes(name));
}

export const weights = { strong: 2, weak: 1 } as const;

/** From this weight on, an enquiry goes to Review. */
export const enoughForReview = weights.strong;

export function weightOf(signals: readonly SpamSignal[]): number {
  return signals.reduce((sum, name) => sum + weights[spamSignals[name].strength], 0);
}
