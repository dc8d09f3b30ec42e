import { sources } from '../pages/content/sources.ts';
import { checkConditions } from './condition-rule.ts';
import { findIn } from './find.ts';
import { relief } from './relief.ts';
import type { Context, Rule, Violation } from './rule.ts';
import { body } from './rules/body.ts';
import { cure } from './rules/cure.ts';
import { certainty } from './rules/overcertain-words.ts';
import { praise } from './rules/praise.ts';
import { pressure } from './rules/pressure.ts';
import { wellbeing } from './rules/wellbeing.ts';
import { plain, sentencesOf } from './sentences.ts';

/** Everything that is looked for in a sentence, wherever it stands. */
const rules: readonly Rule[] = [...cure, ...certainty, ...body, ...wellbeing, ...praise, ...pressure, relief];

// What a paper is called is not for us to word. A title of one word is not recognisable as one.
const titles = Object.values(sources)
  .map(({ title }) => plain(title))
  .filter((title) => title.includes(' '))
  .sort((one, other) => other.length - one.length);

/** What is wrong with a text, sentence by sentence; nothing, if it is fair. */
export function checkText(text: string, context: Context = {}): Violation[] {
  return text
    .split(/\n+/u)
    .map((block) => titles.reduce((rest, title) => rest.replaceAll(title, '…'), plain(block)))
    .flatMap(sentencesOf)
    .flatMap((sentence) => [
      ...rules.flatMap((rule) => findIn(sentence, rule)),
      ...checkConditions(sentence, context),
    ]);
}
