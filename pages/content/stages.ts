import type { Retention } from './retention.ts';

interface StageRecord {
  words: string;
  /** Whether its sender has had an answer; 'not needed' leaves it as it was. */
  answered: 'not yet' | 'yes' | 'not needed';
  /** Whether it counts as booked, and as attended. */
  booked: boolean;
  attended: boolean;
  /** How long it is stored. */
  stored: keyof Pick<Retention, 'months' | 'attendedMonths'>;
  /** Its buttons are folded away: reasons for an end. */
  folded?: true;
  /** What one tap makes of an enquiry, by the key that the history stores: it is never changed, nor used again. */
  moves: Readonly<Record<string, Move>>;
}

interface Move {
  words: string;
  /** More about the stage: which visit it was, or why it was closed. */
  outcome?: string;
}

/** How far an enquiry has come. Whatever depends on a stage is read from its record. */
export const stages = {
  new: {
    words: 'New',
    answered: 'not yet',
    booked: false,
    attended: false,
    stored: 'months',
    moves: { new: { words: 'New' } },
  },
  replied: {
    words: 'Replied',
    answered: 'yes',
    booked: false,
    attended: false,
    stored: 'months',
    moves: { replied: { words: 'Replied' } },
  },
  booked: {
    words: 'Booked',
    answered: 'yes',
    booked: true,
    attended: false,
    stored: 'months',
    moves: { booked: { words: 'Booked' } },
  },
  attended: {
    words: 'Attended',
    answered: 'yes',
    booked: true,
    attended: true,
    stored: 'attendedMonths',
    moves: {
      attendedFirst: { words: 'Attended: first visit', outcome: 'first visit' },
      attendedReturning: { words: 'Attended: has been before', outcome: 'returning' },
    },
  },
  'did not come': {
    words: 'Did not come',
    answered: 'yes',
    booked: true,
    attended: false,
    stored: 'months',
    moves: { didNotCome: { words: 'Did not come' } },
  },
  closed: {
    words: 'Closed',
    answered: 'not needed',
    booked: false,
    attended: false,
    stored: 'months',
    folded: true,
    moves: {
      closedNoAnswer: { words: 'They did not answer', outcome: 'no answer' },
      closedDecided: { words: 'They decided against it', outcome: 'decided against' },
      closedUnsuitable: { words: 'Not right for them', outcome: 'unsuitable' },
      closedPractical: { words: 'Time, place or price', outcome: 'time, place or price' },
      closedTwice: { words: 'The same person asked twice', outcome: 'asked twice' },
      closedRobot: { words: 'It was a robot', outcome: 'robot' },
    },
  },
} as const satisfies Record<string, StageRecord>;

export type Stage = keyof typeof stages;
export type MoveName = { [S in Stage]: keyof (typeof stages)[S]['moves'] }[Stage];

// Object.keys of an object whose keys are the names.
export const stageNames = Object.keys(stages) as Stage[];

/** The record of a stage as it is stored: a newer version of the site, rolled back since, may have known one more. */
export function stageOf(name: Stage): StageRecord {
  return Object.hasOwn(stages, name) ? stages[name] : { ...stages.closed, words: `Unknown (${name})` };
}

/** The stages for which something is so. */
export function stagesWhere(is: (stage: StageRecord) => boolean): Stage[] {
  return stageNames.filter((name) => is(stages[name]));
}

/** The stages in which somebody waits for an answer. */
export const waitingStages = stagesWhere(({ answered }) => answered === 'not yet');

/** Every move, with the stage that it leads to. */
export const moves = Object.fromEntries(
  stageNames.flatMap((stage) =>
    Object.entries<Move>(stages[stage].moves).map(([name, move]) => [name, { ...move, stage }]),
  ),
  // Object.fromEntries forgets the names of the keys it was given.
) as Record<MoveName, Move & { stage: Stage }>;

export function isMove(text: string): text is MoveName {
  return Object.hasOwn(moves, text);
}

/** "Attended (first visit)". */
export function stageWords({ stage, outcome }: { stage: Stage; outcome?: string | null }): string {
  const { words } = stageOf(stage);
  return outcome ? `${words} (${outcome})` : words;
}
