import type { StoredAnswers } from '../../content/questions.ts';
import { foldLetters } from '../../fold-letters.ts';
import { phoneFinder } from './phone-finder.ts';

/**
 * Whether an enquiry has what was typed into the search: its reference, a part of its phone number, or every word in
 * its name or email address, in any order and as somebody in a hurry types it.
 */
export function matcher(
  q: string,
): (enquiry: { reference: string; answers: StoredAnswers | undefined }) => boolean {
  const typed = spellings(q);
  const wanted = typed.map((spelling) => spelling.split(/\s+/).filter(Boolean).map(wordFinder));
  const reference = typed[0]?.replace(/[\s\p{Pd}]/gu, '');
  const isIn = phoneFinder(q);
  return ({ reference: stored, answers }) => {
    if (stored.toLowerCase() === reference) return true;
    if (!answers) return false;
    const text = spellings(`${answers.name} ${answers.email ?? ''} ${answers.phoneRemark ?? ''}`).join(' ');
    const words = inWords(text);
    if (wanted.some((finders) => finders.every((find) => find(text, words)))) return true;
    return isIn(answers.phone ?? '') || isIn(answers.phoneRemark ?? '');
  };
}

/** Small and without accents; where a letter is also written as two, in both ways: "muller", "mueller". */
function spellings(text: string): string[] {
  const small = text.toLowerCase();
  const folded = foldLetters(small);
  if (folded === small) return [folded];
  const long = small.normalize('NFC').replace(/[äöüøå]/g, (letter) => twoLetters[letter] ?? letter);
  return [...new Set([folded, foldLetters(long)])];
}

const twoLetters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

/** "o’brien anne-marie@x" as "obrien anne marie x". */
function inWords(text: string): string {
  return text.replace(/['’‘‛ʼʻʹˈ′`·]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/** Finds a typed word in a text as it is, and in its words; from the start of one also across the gap to the next. */
function wordFinder(typed: string): (text: string, words: string) => boolean {
  const parts = inWords(typed).split(' ').filter(Boolean);
  const acrossGaps = parts.map((part) => new RegExp(`(?:^| )${[...part].join(' ?')}`, 'u'));
  return (text, words) =>
    text.includes(typed) ||
    (parts.length > 0 &&
      parts.every((part, place) => words.includes(part) || acrossGaps[place]?.test(words)));
}
