/** A sentence that the rules stop and that may stand all the same. */
export interface Allowed {
  /** The sentence, or enough of it to know it by. */
  sentence: string;
  /** The rule it passes; it passes no other. */
  rule: string;
  reason: string;
}

/** An entry that no page needs any more is itself a failure. */
export const allowed: readonly Allowed[] = [
  {
    sentence: 'After 24 months those offered acupuncture had slightly less pain: 8 points, out of 100.',
    rule: 'relief without "short-term"',
    reason:
      'A report of one trial with the day it was measured on, between "after 12 months the gain was uncertain" and "5.5 to 7 years on there was no sign of a difference".',
  },
];
