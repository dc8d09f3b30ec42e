/** How far an enquiry has come, and the word for it. */
export const stages = {
  new: 'New',
  replied: 'Replied',
  booked: 'Booked',
  attended: 'Attended',
  closed: 'Closed',
} as const;

export type Stage = keyof typeof stages;

export const stageNames = Object.keys(stages) as [Stage, ...Stage[]];

interface Move {
  stage: Stage;
  /** More about the stage: which visit it was, or why it was closed. */
  outcome?: string;
  words: string;
}

/** What one tap can make of an enquiry. The words of a move that was ever made are never changed. */
export const moves = {
  new: { stage: 'new', words: 'New' },
  replied: { stage: 'replied', words: 'Replied' },
  booked: { stage: 'booked', words: 'Booked' },
  attendedFirst: { stage: 'attended', outcome: 'first visit', words: 'Attended: first visit' },
  attendedReturning: { stage: 'attended', outcome: 'returning', words: 'Attended: has been before' },
  closedNoAnswer: { stage: 'closed', outcome: 'no answer', words: 'They did not answer' },
  closedDecided: { stage: 'closed', outcome: 'decided against', words: 'They decided against it' },
  closedUnsuitable: { stage: 'closed', outcome: 'unsuitable', words: 'Not right for them' },
  closedPractical: { stage: 'closed', outcome: 'time, place or price', words: 'Time, place or price' },
  closedTwice: { stage: 'closed', outcome: 'asked twice', words: 'The same person asked twice' },
  closedRobot: { stage: 'closed', outcome: 'robot', words: 'It was a robot' },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof moves;

export function isMove(text: string): text is MoveName {
  return Object.hasOwn(moves, text);
}

/** "Attended (first visit)". */
export function stageWords({ stage, outcome }: { stage: Stage; outcome: string | null }): string {
  return outcome ? `${stages[stage]} (${outcome})` : stages[stage];
}
