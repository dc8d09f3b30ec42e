import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listedPaths } from '../../pages/paths.ts';
import { fits, follow, openBrowser } from '../support/browser.ts';
import { startTestSite, type TestSite } from '../support/site.ts';
import { sendQuickly } from '../support/states.ts';

let site: TestSite;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [site, browser] = await Promise.all([startTestSite(), openBrowser()]);
  page = await browser.newPage({ bypassCSP: true, viewport: { width: 320, height: 640 } });
});
afterAll(() => Promise.all([site?.stop(), browser?.close()]));

/** One word, as long as the field takes. */
const long = (most: number) => 'Wm'.repeat(most / 2);

const typed = {
  you: {
    name: long(80),
    practitioner: long(80),
    qualifications: long(160),
    'register-other': long(100),
    'council-name': long(100),
    'council-number': '123456789012345678901234',
    insurer: long(100),
  },
  place: { street: long(120), town: long(60) },
  prices: { 'price-1-what': long(80) },
  reach: { phone: '01392 265000', email: `${long(60)}@${long(40)}.co.uk` },
  data: { 'controller-name': long(100), 'controller-address': `1 ${long(150)}, EX1 1AA` },
};

test('no page is wider than a small phone, however long the words of the facts are', async () => {
  for (const [group, fields] of Object.entries(typed)) {
    await page.goto(`${site.url}/desk/practice/facts/${group}`);
    if (group === 'you') {
      await page.locator('#register-body').selectOption('other');
      await page.getByLabel('A registration').check();
    }
    for (const [name, text] of Object.entries(fields)) await page.locator(`#${name}`).fill(text);
    await follow(page, page.getByRole('button', { name: 'Save' }));
    expect(new URL(page.url()).pathname).toBe('/desk/practice');
  }
  const wide: string[] = [];
  const look = async (path: string) => {
    await page.goto(site.url + path);
    if (!(await fits(page))) wide.push(path);
  };
  await look('/desk/practice');
  const previews = await page
    .locator('a[href^="/desk/practice/preview/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  for (const path of previews) await look(path);
  for (const group of Object.keys(typed)) await look(`/desk/practice/facts/${group}`);
  await page.goto(`${site.url}/desk/practice`);
  await follow(page, page.getByRole('button', { name: 'Publish' }));
  for (const path of [
    ...listedPaths,
    '/enquiry',
    '/nowhere',
    '/desk',
    '/desk/practice',
    '/desk/practice/history',
    '/desk/opening',
    '/desk/evidence/who2023',
  ])
    await look(path);
  const sent = await sendQuickly(site.url, {
    name: long(100),
    email: `${long(60)}@${long(60)}.co.uk`,
    message: long(900),
    c: 'winteradvert'.repeat(5),
  });
  await look(sent);
  await page.goto(`${site.url}/desk`);
  const record = (await page.locator('main h2 a').first().getAttribute('href')) ?? '';
  for (const path of ['/desk', record, `${record}/person`, '/desk/figures', '/desk/exports', '/desk/by-hand'])
    await look(path);
  expect(wide).toEqual([]);
});
