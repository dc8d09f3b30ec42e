import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSite, type TestSite } from '../support/site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startTestSite();
});
afterAll(() => site?.stop());

/** The first flight of a TCP connection: ten segments of what fits beside their headers. */
const firstFlight = 14_336;

test('the landing page with its headers, styles, plot and form arrives in the first flight', async () => {
  const answer = await fetch(
    `${site.url}/?c=fb-nov-a&utm_source=facebook&utm_medium=cpc&utm_campaign=autumn&utm_content=a`,
  );
  const body = Buffer.from(await answer.arrayBuffer());
  const head = [...answer.headers].reduce(
    (bytes, [name, value]) => bytes + name.length + value.length + 4,
    17,
  );
  const html = body.toString();
  const sizes = {
    raw: body.length,
    headers: head,
    // What Cloudflare compresses with on the fly.
    brotli5: head + brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length,
    gzip6: head + gzipSync(body, { level: 6 }).length,
  };
  console.log(`landing page, bytes with headers: ${JSON.stringify(sizes)}, budget ${firstFlight}`);
  expect(sizes.brotli5).toBeLessThanOrEqual(firstFlight);
  expect(sizes.gzip6).toBeLessThanOrEqual(firstFlight);
  // Nothing else has to arrive before it is whole.
  expect(html).not.toMatch(
    /<script(?! type="application\/ld\+json")|<link rel="stylesheet"|<img|@import|url\(/,
  );
});
