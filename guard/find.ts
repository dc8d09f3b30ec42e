import { isDenied } from './denial.ts';
import { isOpenQuestion } from './question.ts';
import type { Rule, Violation } from './rule.ts';

/** What one rule finds in one sentence, already in its plain spelling. */
export function findIn(sentence: string, rule: Rule): Violation[] {
  if (!rule.evenAsked && isOpenQuestion(sentence)) return [];
  if (rule.unless?.test(sentence)) return [];
  const otherwise = spans(sentence, rule.otherwise);
  return spans(sentence, rule.words)
    .filter((found) => !otherwise.some((reading) => touch(found, reading)))
    .filter(({ start, end }) => rule.evenDenied || !isDenied(sentence, start, end))
    .map(({ start, end }) => violation(rule, sentence, sentence.slice(start, end)));
}

export function violation(
  rule: Pick<Rule, 'name' | 'why' | 'instead'>,
  sentence: string,
  words: string,
): Violation {
  return { words: words.trim(), sentence, rule: rule.name, why: rule.why, instead: rule.instead };
}

interface Span {
  start: number;
  end: number;
}

function spans(sentence: string, words: RegExp | undefined): Span[] {
  if (!words) return [];
  return [...sentence.matchAll(words)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

function touch(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
