import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSite, type TestSite } from '../support/site.ts';
import { landingSizes } from '../support/sizes.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startTestSite();
});
afterAll(() => site?.stop());

/** The first flight of a TCP connection: ten segments of what fits beside their headers. */
const firstFlight = 14_336;

test('the landing page with its headers, styles, plot and form arrives in the first flight', async () => {
  const { html, ...sizes } = await landingSizes(site.url);
  console.log(`landing page, bytes with headers: ${JSON.stringify(sizes)}, budget ${firstFlight}`);
  expect(sizes.brotli5).toBeLessThanOrEqual(firstFlight);
  expect(sizes.gzip6).toBeLessThanOrEqual(firstFlight);
  // Nothing else has to arrive before it is whole.
  expect(html).not.toMatch(
    /<script(?! type="application\/ld\+json")|<link rel="stylesheet"|<img|@import|url\(/,
  );
});
