/** What speaks for a robot. A vote never stops an enquiry: it goes to Review, with these words beside it. */
export const spamSignals = {
  trap: 'A box that people cannot see was filled in. Robots fill in every box; now and then a browser does too.',
  links: 'There is a link in the name or the message.',
  repeated: 'The same message came under another name in the last 30 days.',
  headers: 'It did not come the way a browser sends a form.',
} as const;

export type SpamSignal = keyof typeof spamSignals;

const spamSignalNames = Object.keys(spamSignals) as SpamSignal[];

/** Votes as they are stored: names with spaces between. A name that nobody knows any more is left out. */
export function readSpamSignals(text: string): SpamSignal[] {
  const names = text.split(' ');
  return spamSignalNames.filter((vote) => names.includes(vote));
}
