import type { Guarded } from '../pages/content/fact-forms/fact-form.ts';
import { registers } from '../pages/content/facts.ts';
import { anyOf } from './rule.ts';
import { plain } from './sentences.ts';

/** Names of bodies that the pages report on: in the words of a practice they look as if those bodies stood behind it. */
const bodies = [
  anyOf([
    'N\\.?H\\.?S | National Health Service | B\\.?M\\.?J | British Medical Journal',
    'National Institute for (?:Health|Clinical)(?: and (?:Care|Clinical))? Excellence',
  ]),
  // In capitals: a nice place is none of theirs.
  anyOf(['N\\.?I\\.?C\\.?E'], 'gu'),
];
/** People and streets are called that as well. */
const cochrane = anyOf(['Cochrane']);
const { other: _, ...registersByKey } = registers;
const registerNames = anyOf(Object.values(registersByKey));

/** The first name in a text that belongs to somebody else and may not stand there; undefined when there is none. */
export function borrowedName(text: string, kind: Guarded): string | undefined {
  const looked = [
    ...bodies,
    ...(kind === 'own name' || kind === 'place' ? [] : [cochrane]),
    ...(kind === 'practice name' ? [registerNames] : []),
  ];
  const sentence = plain(text);
  return looked.map((words) => sentence.match(words)?.[0]).find(Boolean);
}
