import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fits, follow, openBrowser } from '../support/browser.ts';
import { startTestSite, type TestSite } from '../support/site.ts';
import { fillForm, sendQuickly } from '../support/states.ts';

let site: TestSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startTestSite(), openBrowser()]);
});
afterAll(() => Promise.all([site?.stop(), browser?.close()]));

const phone = { width: 390, height: 844 };

async function tap(page: Page, name: string) {
  await follow(page, page.getByRole('button', { name, exact: true }));
  expect(await fits(page)).toBe(true);
}

async function openFromInbox(page: Page, name: string) {
  await page.goto(`${site.url}/desk`);
  await follow(page, page.getByRole('link', { name, exact: true }));
}

test('on a phone with JavaScript off: ten new enquiries, one rescued, one found, a file made and registered', async () => {
  const people = Array.from({ length: 10 }, (_, n) => `Person ${'ABCDEFGHIJ'[n]}`);
  for (const name of people) await sendQuickly(site.url, { name });
  await sendQuickly(site.url, { name: 'Not A Robot', topic: 'x' });

  const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.url}/desk?stage=new`);
  expect(await page.locator('.enquiries > li').count()).toBe(10);
  for (const [n, name] of people.entries()) {
    await openFromInbox(page, name);
    await tap(page, 'Replied');
    if (n < 3) await tap(page, 'Booked');
    if (n === 0) {
      await page.getByLabel('Note to yourself').fill('Prefers Tuesdays');
      await tap(page, 'Save the note');
      expect(await page.getByText('Prefers Tuesdays').isVisible()).toBe(true);
    }
    if (n > 7) {
      await page.getByText('Close it').click();
      await tap(page, 'They did not answer');
    }
  }
  await page.goto(`${site.url}/desk`);
  for (const count of ['New (0)', 'Replied (5)', 'Booked (3)', 'Closed (2)'])
    expect(await page.getByRole('link', { name: count }).isVisible()).toBe(true);

  await follow(page, page.getByRole('link', { name: 'Review (1)' }));
  await tap(page, 'Move to the inbox');
  expect(await page.getByText('Nothing here').isVisible()).toBe(true);

  await follow(page, page.getByRole('link', { name: 'Inbox', exact: true }));
  await follow(page, page.getByRole('link', { name: 'Enter an enquiry' }));
  await fillForm(page, 'Rang Today', { by: 'Phone call', consent: 'I read it to them' });
  await tap(page, 'Save this enquiry');
  await page.goto(`${site.url}/desk`);
  await page.getByLabel('Find a name').fill('(0)7700 9001');
  await tap(page, 'Show');
  expect(await page.locator('.enquiries h2').allTextContents()).toEqual(['Rang Today']);

  await page.goto(`${site.url}/desk?stage=booked`);
  await page.getByLabel('take the CSV').check();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download leads: contacts' }).click(),
  ]);
  const bytes = await readFile(await download.path());
  const rows: { name: string }[] = parse(bytes, { bom: true, columns: true });
  expect(rows.map(({ name }) => name)).toEqual(['Person C', 'Person B', 'Person A']);
  const [, id] = /^leads-(\d+)-contacts-/.exec(download.suggestedFilename()) ?? [];
  await follow(page, page.getByRole('link', { name: 'Leads' }));
  const entry = page.getByRole('region', { name: `${id}: Contacts` });
  await expect.poll(() => page.reload().then(() => entry.innerText())).toContain('Finished');
  expect(await entry.textContent()).toContain(createHash('sha256').update(bytes).digest('hex'));
  expect(await entry.innerText()).toContain('?stage=booked');
  await context.close();
}, 120_000);

test('by keyboard alone: an enquiry is found, opened, and moved on', async () => {
  const page = await browser.newPage({ viewport: phone });
  await sendQuickly(site.url, { name: 'Keyboard Person' });
  await page.goto(`${site.url}/desk`);
  await tabTo(page, 'q');
  await page.keyboard.type('keyboard');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=keyboard/);
  await tabTo(page, 'Keyboard Person');
  await page.keyboard.press('Enter');
  await page.waitForURL(/enquiries/);
  await tabTo(page, 'Booked');
  await page.keyboard.press('Enter');
  await page.locator('strong', { hasText: 'Booked' }).waitFor();
  await tabTo(page, 'note');
  await page.keyboard.type('Written without a mouse');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('.history', { hasText: 'Written without a mouse' }).waitFor();
  await page.close();
});

/** Presses Tab until what has the focus has that id or those words. */
async function tabTo(page: Page, wanted: string) {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(
      `[document.activeElement.id, document.activeElement.textContent.trim()].includes(${JSON.stringify(wanted)})`,
    );
    if (found) return;
  }
  throw new Error(`Tab does not reach ${wanted}`);
}
