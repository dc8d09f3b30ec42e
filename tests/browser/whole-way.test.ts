import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fits, follow, openBrowser } from '../support/browser.ts';
import { bytesUnder } from '../support/files.ts';
import { startTestSite, type TestSite } from '../support/site.ts';
import { landingSizes } from '../support/sizes.ts';

let site: TestSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startTestSite(), openBrowser()]);
});
afterAll(() => Promise.all([site?.stop(), browser?.close()]));

const phone = { width: 390, height: 844 };
const ways: [title: string, device: BrowserContextOptions, name: string][] = [
  ['on a phone', { viewport: phone }, 'Zoë Testperson'],
  ['with JavaScript off', { viewport: phone, javaScriptEnabled: false }, 'Łukasz O’Testperson'],
  ['on a screen 320 pixels wide', { viewport: { width: 320, height: 568 } }, '王小明 Testperson'],
];

const typed = {
  email: 'zoe.testperson@example.com',
  phone: '+44 (0)7700 900123',
  message: 'Is there "parking" nearby?\n=1+1 is a line too — thank you 🙏',
};

/** How far below the top of the screen a heading stands, in pixels. */
async function topOf(page: Page, name: string): Promise<number> {
  return (await page.getByRole('heading', { name }).boundingBox())?.y ?? Number.NaN;
}

test.each(ways)('from an advert to the leads file, %s', async (_title, device, name) => {
  const context = await browser.newContext({ ...device, acceptDownloads: true });
  const page = await context.newPage();
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url)) elsewhere.push(request.url());
  });

  await page.goto(`${site.url}/?c=fb-nov-a&utm_source=facebook&utm_term=back+pain&fbclid=abc`);
  expect(await page.getByRole('heading', { name: 'The evidence' }).isVisible()).toBe(true);
  await page.getByRole('link', { name: 'Ask about a consultation' }).first().click();
  expect(page.url()).toMatch(/#enquiry$/);
  await expect.poll(() => topOf(page, 'Ask about a consultation')).toBeLessThan(200);
  expect(await topOf(page, 'Ask about a consultation')).toBeGreaterThan(60);
  expect(await fits(page)).toBe(true);

  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Text message').check();
  await page.getByLabel('Email address').fill('zoe.testperson');
  await page.getByLabel('Phone number').fill(typed.phone);
  await page.getByLabel('Anything you would like to ask?').fill(typed.message);
  await page.getByLabel('I agree').check();
  await follow(page, page.getByRole('button', { name: 'Send' }));

  expect(await page.title()).toMatch(/^Error: /);
  expect(await fits(page)).toBe(true);
  const summary = page.getByRole('alert');
  expect(await page.locator('[role=alert]:focus').count()).toBe(1);
  await summary.getByRole('link', { name: /email address/ }).click();
  expect(await page.locator('#email:focus').count()).toBe(1);
  expect(await page.getByLabel('Anything you would like to ask?').inputValue()).toBe(typed.message);
  await page.getByLabel('Email address').fill(typed.email);
  await page.getByLabel('Early evening').check();
  await follow(page, page.getByRole('button', { name: 'Send' }));

  expect(await fits(page)).toBe(true);
  const reference = (await page.locator('.reference').textContent()) ?? '';
  expect(reference).toMatch(/^[3-9A-Z]{8}$/);
  expect(await page.getByText('999').first().isVisible()).toBe(true);

  await page.goto(`${site.url}/desk`);
  expect(await fits(page)).toBe(true);
  expect(await page.getByText(reference).isVisible()).toBe(true);
  await page.getByLabel('take the CSV').check();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download leads: full' }).click(),
  ]);
  const rows: Record<string, string>[] = parse(await readFile(await download.path()), {
    bom: true,
    columns: true,
  });
  expect(download.suggestedFilename()).toContain(`-${rows.length}-rows.csv`);
  expect(rows.find((row) => row.reference === reference)).toMatchObject({
    name,
    reply_by: 'Text message',
    email: typed.email,
    phone: '07700 900123',
    may_leave_message: 'No',
    good_time: 'Early evening',
    // Where a spreadsheet could begin another cell, no formula may start.
    message: typed.message.replace('\n=', "\n'="),
    stage: 'new',
    c: 'fb-nov-a',
    utm_source: 'facebook',
    utm_medium: '',
    consent_version: expect.stringMatching(/^[\da-f]{16}$/),
  });

  await follow(page, page.getByRole('link', { name }));
  expect(await fits(page)).toBe(true);
  expect(await page.getByText('parking').isVisible()).toBe(true);

  expect(elsewhere).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect((await context.storageState()).origins).toEqual([]);
  await context.close();
});

test('the database files and all that was logged show the reference, and nothing that was typed', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.url}/desk`);
  const [reference = ''] = /\b[3-9A-Z]{8}\b/.exec(await page.locator('.enquiries').innerText()) ?? [];
  const bytes = await bytesUnder(site.state, /\.sqlite(-wal)?$/);
  // Without this the search below could be looking at the wrong files.
  expect(bytes.includes(reference)).toBe(true);

  expect(site.log()).toContain(`"reference":"${reference}"`);

  const words = [
    ...ways.map(([, , name]) => name),
    ...Object.values(typed),
    '7700900123',
    'parking',
    'Testperson',
  ];
  const paths = [
    '/',
    '/?c=fb-nov-a',
    '/evidence',
    '/privacy',
    '/healthz',
    '/robots.txt',
    '/nowhere',
    '/enquiry',
  ];
  const pages = await Promise.all(paths.map(async (path) => (await fetch(site.url + path)).text()));
  for (const word of words) {
    expect([word, pages.join().includes(word)]).toEqual([word, false]);
    expect([word, site.log().includes(word)]).toEqual([word, false]);
    for (const encoding of ['utf8', 'utf16le', 'base64'] as const) {
      const needle =
        encoding === 'base64'
          ? Buffer.from(word).toString('base64').slice(0, -4)
          : Buffer.from(word, encoding);
      expect([word, encoding, bytes.includes(needle)]).toEqual([word, encoding, false]);
    }
  }
  await page.close();
});

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
