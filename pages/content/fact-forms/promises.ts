import type { Fact } from '../facts.ts';
import { type PromiseName, promiseNames, promises as sentences } from '../promises.ts';
import type { FactForm } from './fact-form.ts';

const answers = {
  mine: { words: 'This is how I work' },
  off: { words: 'Switched off: leave the sentence out' },
} as const;

const nameOf = (promise: PromiseName) => `promise-${promise}`;

/** One answer for each sentence. Without an answer it is left out as well. */
export const promises: FactForm<Fact<'promises'>> = {
  parts: () => [
    {
      fields: promiseNames.map((promise) => ({
        name: nameOf(promise),
        label: `“${sentences[promise]}”`,
        control: { kind: 'radios', options: answers },
      })),
    },
  ],
  write: (made) => Object.fromEntries(promiseNames.map((promise) => [nameOf(promise), made[promise] ?? ''])),
  read(filling) {
    const made = promiseNames.flatMap((promise) => {
      const answer = filling.typed(nameOf(promise));
      return answer === 'mine' || answer === 'off' ? [[promise, answer] as const] : [];
    });
    return made.length === 0 ? undefined : Object.fromEntries(made);
  },
};
