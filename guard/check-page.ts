import { checkText } from './check-text.ts';
import type { Violation } from './rule.ts';
import { textOfPage } from './text-of-page.ts';

interface Page {
  /** Its path, or another name that says which page it is. */
  name: string;
  html: string;
}

interface Failure extends Violation {
  page: string;
  place: string;
}

/** A sentence that a rule stops and that may stand all the same. It passes no other rule. */
export interface Allowed {
  /** The sentence, or enough of it to know it by. */
  sentence: string;
  rule: string;
  reason: string;
}

const allowed: readonly Allowed[] = [
  {
    sentence: 'After 24 months those offered acupuncture had slightly less pain: 8 points, out of 100.',
    rule: 'relief without "short-term"',
    reason:
      'A report of one trial with the day it was measured on, between "after 12 months the gain was uncertain" and "5.5 to 7 years on there was no sign of a difference".',
  },
];

/** Everything wrong with one rendered page. The same words in two places are two failures. */
export function checkPage(page: Page): Failure[] {
  return checkPages([page]).failures;
}

/** Everything wrong with all pages together, and the allowances that none of them needs any more. */
export function checkPages(pages: readonly Page[], allowances: readonly Allowed[] = allowed) {
  const found = pages.flatMap(everyViolation);
  return {
    failures: found.filter((failure) => !allowances.some((entry) => isAllowed(failure, entry))),
    unneeded: allowances
      .filter((entry) => !found.some((failure) => isAllowed(failure, entry)))
      .map(({ sentence, reason }) => `No page needs this any more: "${sentence}" (${reason})`),
  };
}

/** One line that names the page, the words and the rule. */
export function inWords({ page, place, words, rule, sentence, instead }: Failure): string {
  return `${page} (${place}): "${words}" [${rule}] in "${sentence}" ${instead}`;
}

function everyViolation({ name, html }: Page): Failure[] {
  return textOfPage(html, name).flatMap(({ place, sentence }) =>
    checkText(sentence, { place }).map((violation) => ({ ...violation, page: name, place })),
  );
}

function isAllowed({ sentence, rule }: Violation, entry: Allowed): boolean {
  return rule === entry.rule && sentence.includes(entry.sentence);
}
