import { type Allowed, allowed } from './allowed.ts';
import { checkText } from './check-text.ts';
import type { Violation } from './rule.ts';
import { textOfPage } from './text-of-page.ts';

export interface Page {
  /** Its path, or another name that says which page it is. */
  name: string;
  html: string;
}

export interface Failure extends Violation {
  page: string;
  place: string;
}

/** Everything wrong with one rendered page. The same words in two places are two failures. */
export function checkPage(page: Page, allowances: readonly Allowed[] = allowed): Failure[] {
  return everyViolation(page).filter((failure) => !allowances.some((entry) => isAllowed(failure, entry)));
}

/** Everything wrong with all pages together, and the allowances that none of them needs. */
export function checkPages(pages: readonly Page[], allowances: readonly Allowed[] = allowed) {
  const found = pages.flatMap(everyViolation);
  return {
    failures: found.filter((failure) => !allowances.some((entry) => isAllowed(failure, entry))),
    unneeded: allowances.filter((entry) => !found.some((failure) => isAllowed(failure, entry))),
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
