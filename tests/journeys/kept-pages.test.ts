import { exports } from 'cloudflare:workers';
import fc from 'fast-check';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { attributionInAddress, attributionKeys } from '../../pages/attribution.ts';
import { EnquiryForm } from '../../pages/components/enquiry-form.tsx';
import { headlineFor } from '../../pages/content/headlines.ts';
import { replyTimeWords, usualReplyTime } from '../../pages/content/reply-time.ts';
import { emptyForm } from '../../pages/form.ts';
import { EvidencePage } from '../../pages/visitor/evidence-page.tsx';
import { Landing } from '../../pages/visitor/landing-page.tsx';
import type { AppEnv } from '../../worker/http/app-env.ts';
import { sendCached } from '../../worker/http/page-cache.tsx';

const site = 'https://practice.example';
const get = (path: string, headers = {}) => exports.default.fetch(new Request(site + path, { headers }));

const hostile = [
  '',
  '"><script>',
  'KEPT-CAMPAIGN',
  'KEPT-FORM-KEY',
  'query',
  '__proto__',
  'a&b=c',
  '�',
  'x'.repeat(65),
];
const value = fc.oneof(
  fc.constantFrom('fb-nov-a', 'first-visit', 'research', 'constructor', ...hostile),
  fc.string(),
);
const query = fc
  .dictionary(fc.constantFrom(...attributionKeys, 'fbclid'), value, { noNullPrototype: true })
  .map((values) => new URLSearchParams(values));

test('a page that was kept is, byte for byte, the page rendered for that visitor, whatever the address says', async () => {
  await fc.assert(
    fc.asyncProperty(query, async (query) => {
      const attribution = attributionInAddress(`${site}/?${query}`);
      const landing = await (await get(`/?${query}`)).text();
      const [, formKey = ''] = /name="formKey" value="([\da-f-]{36})"/.exec(landing) ?? [];
      const rendered = Landing({
        attribution,
        address: `${site}/`,
        headline: headlineFor(attribution.c),
        replyTime: replyTimeWords(usualReplyTime, '2026-01-01'),
        form: EnquiryForm({ form: emptyForm(formKey, attribution) }),
      });
      expect(landing).toBe(String(rendered));

      const evidence = await (await get(`/evidence?${query}`)).text();
      expect(evidence).toBe(String(EvidencePage({ attribution, address: `${site}/evidence` })));
    }),
    { numRuns: 60 },
  );
});

test('every visitor has a form key of their own', async () => {
  const pages = await Promise.all(Array.from({ length: 20 }, async () => (await get('/')).text()));
  expect(new Set(pages.map((page) => /name="formKey" value="(.*?)"/.exec(page)?.[1])).size).toBe(20);
});

test('a page is rendered once for each variant, not for each visitor or click', async () => {
  let renders = 0;
  const app = new Hono<AppEnv>().get('/', (c) =>
    sendCached(c, c.req.query('variant') ?? '', () => {
      renders += 1;
      return 'page';
    }),
  );
  for (let click = 0; click < 300; click++)
    await app.request(`/?c=campaign-${click}&fbclid=${click}&variant=${click % 3}`);
  expect(renders).toBe(3);
});

test.each(['/evidence', '/privacy', '/accessibility'])(
  '%s is not sent again to a browser that has it',
  async (path) => {
    const first = await get(`${path}?c=fb-nov-a`);
    const tag = first.headers.get('ETag') ?? '';
    const again = await get(`${path}?c=fb-nov-a&fbclid=another`, { 'If-None-Match': tag });
    expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', tag]);
    expect(again.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(again.headers.get('Cache-Control')).toBe('no-cache');

    // With another campaign its links are others.
    const other = await get(`${path}?c=fb-nov-b`, { 'If-None-Match': tag });
    expect([other.status, other.headers.get('ETag') === tag]).toEqual([200, false]);
  },
);

test('a page with a form is never taken from before: it has no tag', async () => {
  const page = await get('/', { 'If-None-Match': '*' });
  expect([page.status, page.headers.get('ETag'), page.headers.get('Cache-Control')]).toEqual([
    200,
    null,
    'private, no-cache',
  ]);
});
