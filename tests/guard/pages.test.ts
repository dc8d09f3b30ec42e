import { expect, test } from 'vitest';
import { checkPages, inWords } from '../../guard/check-page.ts';
import { checkText } from '../../guard/check-text.ts';
import { renderVisitorPages, shortTexts } from './visitor-pages.ts';

test('no page that a visitor can get says what an advert may not, and no allowance is left over', async () => {
  const { failures, unneeded } = checkPages(await renderVisitorPages());
  expect(failures.map(inWords)).toEqual([]);
  expect(unneeded).toEqual([]);
  // More than twenty pages, on a machine that may be busy with other tests.
}, 30_000);

test('every approved headline passes on its own', () => {
  expect(shortTexts.flatMap((text) => checkText(text, { place: 'headline' }))).toEqual([]);
});
