import { isDenied, isOpenQuestion } from './denial.ts';
import type { Rule, Violation } from './rule.ts';

/** What one rule finds in one sentence, already in its plain spelling. */
export function findIn(sentence: string, rule: Rule): Violation[] {
  if (!rule.always && isOpenQuestion(sentence)) return [];
  if (rule.unless?.test(sentence)) return [];
  const otherwise = rule.otherwise ? spans(sentence, rule.otherwise) : [];
  return spans(sentence, rule.words)
    .filter(({ start, end }) => !otherwise.some((reading) => start < reading.end && reading.start < end))
    .filter(({ start, end }) => rule.always || !isDenied(sentence, start, end))
    .map(({ words }) => violation(rule, sentence, words));
}

export function violation(
  { name, why, instead = 'Leave it out.' }: Pick<Rule, 'name' | 'why' | 'instead'>,
  sentence: string,
  words: string,
): Violation {
  return { words: words.trim(), sentence, rule: name, why, instead };
}

/** Everything that a pattern finds in a sentence, with its place. */
export function spans(sentence: string, pattern: RegExp) {
  return [...sentence.matchAll(pattern)].map(({ 0: words, index }) => ({
    words,
    start: index,
    end: index + words.length,
  }));
}
