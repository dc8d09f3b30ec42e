import { createExecutionContext } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import fc from 'fast-check';
import { Hono } from 'hono';
import { jsx } from 'hono/jsx';
import { expect, test } from 'vitest';
import { attributionInAddress, attributionKeys } from '../../pages/attribution.ts';
import { EnquiryForm } from '../../pages/components/enquiry-form.tsx';
import { headlineFor } from '../../pages/content/headlines.ts';
import { replyTimeWords, usualReplyTime } from '../../pages/content/reply-time.ts';
import { emptyForm } from '../../pages/form.ts';
import { EvidencePage } from '../../pages/visitor/evidence-page.tsx';
import { Landing } from '../../pages/visitor/landing-page.tsx';
import { databaseOf } from '../../worker/database/client.ts';
import type { AppEnv } from '../../worker/http/app-env.ts';
import { sendCached } from '../../worker/http/page-cache.tsx';
import { inPractice } from '../../worker/http/published-of.tsx';
import { readPublished } from '../../worker/practice/published.ts';
import { shownIn } from '../support/shown-words.ts';

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
      const { practice } = await readPublished(databaseOf(env.DB));
      const rendered = jsx(Landing, {
        attribution,
        address: `${site}/`,
        headline: headlineFor(attribution.c),
        replyTime: replyTimeWords(usualReplyTime, '2026-01-01'),
        form: jsx(EnquiryForm, {
          form: { ...emptyForm(formKey, attribution), shown: shownIn(landing).shown },
        }),
      });
      expect(landing).toBe(String(inPractice(practice, rendered)));

      const evidence = await (await get(`/evidence?${query}`)).text();
      const renderedEvidence = jsx(EvidencePage, { attribution, address: `${site}/evidence` });
      expect(evidence).toBe(String(inPractice(practice, renderedEvidence)));
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
  const context = createExecutionContext();
  const app = new Hono<AppEnv>().get('/', (c) =>
    sendCached(c, c.req.query('variant') ?? '', () => {
      renders += 1;
      return 'page';
    }),
  );
  for (let click = 0; click < 300; click++)
    await app.request(`/?c=campaign-${click}&fbclid=${click}&variant=${click % 3}`, {}, env, context);
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
