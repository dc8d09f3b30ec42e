import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { expect, test } from 'vitest';
import { textOfPage } from '../../guard/text-of-page.ts';
import { visit } from '../support/visitor.ts';

/** Age in years, from the Flesch–Kincaid grade: a child in US grade 6 is 11 or 12. */
const oldest = 12;

// Titles of papers are not our words; what stands in the head is not read as text.
const notRead = new Set(['sources', 'title', 'structured data']);

function readingAge(html: string): number {
  const sentences = textOfPage(html, 'page')
    .filter(({ place }) => !notRead.has(place))
    .map(({ sentence }) => sentence.match(/[\p{L}’'-]+/gu) ?? [])
    // Labels and buttons would make everything look easier than it is.
    .filter((words) => words.length >= 5);
  const words = sentences.flat();
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables }) + 5;
}

test('a visitor of 12 can read every page', async () => {
  const ages: Record<string, number> = {};
  for (const path of ['/', '/evidence', '/privacy', '/accessibility', '/nowhere']) {
    ages[path] = Math.round(readingAge(await (await visit(path)).text()) * 10) / 10;
  }
  console.log(
    `reading age in years (Flesch–Kincaid grade + 5), target at most ${oldest}: ${JSON.stringify(ages)}`,
  );
  for (const [path, age] of Object.entries(ages)) expect([path, age <= oldest]).toEqual([path, true]);
});
