import type { Mistakes, Typed } from '../../../pages/content/fact-forms/fact-form.ts';
import { type FactGroup, partsOf } from '../../../pages/content/fact-forms/fact-groups.ts';
import { plainLine } from '../../../pages/typed-text.ts';
import { guardMistake } from './guard-mistake.ts';

/** More than any text that is stored; the guard need not read what is refused for its length. */
const mostJudged = 300;

/** The guard's word on what is free text, beside the mistakes that were found already. */
export async function judgeFacts(group: FactGroup, typed: Typed, found: Mistakes): Promise<Mistakes> {
  const mistakes = { ...found };
  for (const { name, guarded } of partsOf(group, typed).flatMap((part) => part.fields)) {
    const line = plainLine(typed[name] ?? '');
    if (!guarded || line === '' || line.length > mostJudged || mistakes[name]) continue;
    const mistake = await guardMistake(line, guarded);
    if (mistake) mistakes[name] = mistake;
  }
  return mistakes;
}
