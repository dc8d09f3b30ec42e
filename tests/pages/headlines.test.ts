import { expect, test } from 'vitest';
import { headlineByCampaign, headlineFor, headlines } from '../../pages/content/headlines.ts';

test('a campaign gets the headline its advert promised; anything else gets the usual one', () => {
  for (const [code, key] of Object.entries(headlineByCampaign))
    expect(headlineFor(code)).toBe(headlines[key]);
  for (const code of [undefined, 'unknown', 'constructor', '__proto__']) {
    expect(headlineFor(code)).toBe(headlines.worthTrying);
  }
});

test('a headline and its title ask, or say "short-term": anything else would be read as a promise', () => {
  for (const { title, heading } of Object.values(headlines))
    for (const words of [title, heading]) expect(words).toMatch(/\?$|short-term/u);
});
