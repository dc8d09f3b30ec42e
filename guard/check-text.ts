import { checkConditions } from './condition-rule.ts';
import { findIn } from './find.ts';
import type { Context, Violation } from './rule.ts';
import { rules } from './rules.ts';
import { plain, sentencesOf } from './sentences.ts';
import { withoutTitles } from './titles.ts';

/** What is wrong with a text, sentence by sentence; nothing, if it is fair. */
export function checkText(text: string, context: Context = {}): Violation[] {
  const blocks = text.split(/\n+/u).map((block) => withoutTitles(plain(block)));
  return blocks
    .flatMap(sentencesOf)
    .flatMap((sentence) => [
      ...rules.flatMap((rule) => findIn(sentence, rule)),
      ...checkConditions(sentence, context),
    ]);
}
