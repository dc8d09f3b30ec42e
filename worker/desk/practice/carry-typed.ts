import type { Typed } from '../../../pages/content/fact-forms/fact-form.ts';
import { carry, type Three } from '../../practice/carry.ts';

/** A form as it is now, with what this tab has changed in place of it. */
export function carryTyped({ basis, mine, newest }: Three<Typed>): Typed {
  const units = carry({ basis: unitsOf(basis), mine: unitsOf(mine), newest: unitsOf(newest) });
  return Object.assign({}, ...Object.values(units));
}

/** What stands or falls together: the rows of a list, as one that was taken out moves all the others up; else each field. */
function unitsOf(typed: Typed): Record<string, Typed> {
  const units: Record<string, Record<string, string>> = {};
  const filled = Object.entries(typed).filter(([, words]) => words !== '');
  // In one order, so that the same is the same.
  for (const [name, words] of filled.sort(([one], [other]) => (one < other ? -1 : 1))) {
    const [unit = name] = name.split(/-\d/);
    units[unit] = { ...units[unit], [name]: words };
  }
  return units;
}
