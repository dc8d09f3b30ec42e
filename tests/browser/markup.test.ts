import naughty from 'big-list-of-naughty-strings/blns.json' with { type: 'json' };
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { follow, openBrowser } from '../support/browser.ts';
import { startTestSite, type TestSite } from '../support/site.ts';
import { sendQuickly } from '../support/states.ts';

let site: TestSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startTestSite(), openBrowser()]);
});
afterAll(() => Promise.all([site?.stop(), browser?.close()]));

/** What could run, if anything let it. */
const markup = naughty.filter((text) => /[<>]|javascript:|alert|onerror/i.test(text));

test('no markup that a visitor types ever runs, or is even tried to: on their own page, at the desk, in a note', async () => {
  expect(markup.length).toBeGreaterThan(100);
  const page = await browser.newPage();
  const happened: string[] = [];
  page.on('dialog', (dialog) => {
    happened.push(`dialog ${dialog.message()}`);
    return dialog.dismiss();
  });
  // Chromium tells here of each thing that the policy stopped.
  page.on('console', (message) => happened.push(message.text()));
  page.on('pageerror', (error) => happened.push(String(error)));
  await page.addInitScript(
    "addEventListener('securitypolicyviolation', (event) => console.log('stopped', event.violatedDirective))",
  );

  // Several at once: each in the name and in the message of an enquiry of its own, and in a search.
  const sixth = (n: number) => markup.slice(n * 6, n * 6 + 6);
  for (let n = 0; sixth(n).length > 0; n++)
    await Promise.all(
      sixth(n).map((text) => sendQuickly(site.url, { name: text.slice(0, 90), message: text })),
    );
  for (let n = 0; sixth(n).length > 0; n += 4) {
    const [text = ''] = sixth(n);
    await page.goto(`${site.url}/desk?q=${encodeURIComponent(text)}`);
    await page.goto(`${site.url}/?c=${encodeURIComponent(text)}`);
  }
  for (const list of ['/desk', '/desk/review'])
    for (let path: string | null = list; path; ) {
      await page.goto(site.url + path);
      path = await page
        .getByRole('link', { name: 'Older enquiries' })
        .getAttribute('href', { timeout: 300 })
        .catch(() => null);
    }
  for (const list of ['/desk', '/desk/review']) {
    await page.goto(site.url + list);
    await follow(page, page.locator('main h2 a').first());
    await follow(page, page.getByRole('link', { name: 'Everything about this person' }));
  }
  // A form that comes back with everything that was typed.
  await page.goto(site.url);
  await page.getByLabel('Your name').fill(markup.join(' ').slice(0, 5000));
  await page.getByLabel('Anything you would like').fill(markup.join('\n').slice(0, 9000));
  await follow(page, page.getByRole('button', { name: 'Send' }));
  await page.getByRole('alert').waitFor();
  expect(happened.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
  await page.close();
}, 120_000);
