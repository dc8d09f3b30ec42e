import { factText } from './fact-words.ts';
import { type Facts, factLabels } from './facts.ts';
import { promiseNames, promises } from './promises.ts';

/** What one fact said before and says after; undefined where it was, or is, missing. */
export interface FactChange {
  label: string;
  before: string | undefined;
  after: string | undefined;
}

const names = Object.keys(factLabels) as (keyof typeof factLabels)[];
const answers = { mine: 'this is how I work', off: 'switched off' };

/** What differs between two states of the facts, in words. */
export function factChanges(before: Facts, after: Facts): FactChange[] {
  return [
    ...names
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .map((name) => ({
        label: factLabels[name],
        before: factText(name, before),
        after: sameWords(name, before, after) ? `${factText(name, after)} (changed)` : factText(name, after),
      })),
    ...promiseNames
      .filter((name) => before.promises?.[name] !== after.promises?.[name])
      .map((name) => ({
        label: `“${promises[name]}”`,
        before: answerOf(before, name),
        after: answerOf(after, name),
      })),
  ];
}

/** Of a portrait the words may be the same though the photo is another one. */
function sameWords(name: keyof typeof factLabels, before: Facts, after: Facts): boolean {
  return after[name] !== undefined && factText(name, before) === factText(name, after);
}

function answerOf({ promises: made = {} }: Facts, name: (typeof promiseNames)[number]): string | undefined {
  const answer = made[name];
  return answer && answers[answer];
}
