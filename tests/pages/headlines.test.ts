import { expect, test } from 'vitest';
import { headlines } from '../../pages/content/headlines.ts';

test('a headline and its title ask, or say "short-term": anything else would be read as a promise', () => {
  for (const { title, heading } of Object.values(headlines))
    for (const words of [title, heading]) expect(words).toMatch(/\?$|short-term/u);
});
