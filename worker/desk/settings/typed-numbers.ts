import { readCount } from '../../../pages/content/fact-forms/read-amounts.ts';
import type { SettingMistakes, TypedSettings } from '../../../pages/desk/settings/typed-settings.ts';

const ranges = {
  remindAfter: [1, 100, 'hour'],
  quietAfter: [1, 365, 'day'],
  months: [1, 24, 'month'],
  attendedMonths: [1, 96, 'month'],
  reviewDays: [7, 365, 'day'],
} as const;

type NumberName = keyof typeof ranges;

// Object.keys of an object whose keys are the names.
const names = Object.keys(ranges) as NumberName[];

/** Each number that was typed; 0 for what is none. */
export function typedNumbers(typed: TypedSettings): Record<NumberName, number> {
  const numbers = names.map((name) => [name, readCount(typed[name], ranges[name][2]) ?? 0]);
  // Object.fromEntries forgets the names of the keys it was given.
  return Object.fromEntries(numbers) as Record<NumberName, number>;
}

export function numberMistakes(typed: TypedSettings): SettingMistakes {
  const numbers = typedNumbers(typed);
  return Object.fromEntries(
    names.map((name) => {
      const [least, most] = ranges[name];
      const isLeftOut = name === 'quietAfter' && typed[name] === '';
      const fits = isLeftOut || (numbers[name] >= least && numbers[name] <= most);
      return [name, fits ? undefined : `Enter a number from ${least} to ${most}`];
    }),
  );
}
