import { HtmlValidate } from 'html-validate';
import type { Browser, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from '../support/axe.ts';
import { fits, openBrowser } from '../support/browser.ts';
import { startTestSite, type TestSite } from '../support/site.ts';
import { deskStates, deskWork, type Open, openFirst, visitorStates } from '../support/states.ts';

let site: TestSite;
let browser: Browser;
// One for all states: to open another takes as long as to look at what is in it.
let page: Page;
/** What the page that is open came as. */
let came: Response | undefined;
beforeAll(async () => {
  [site, browser] = await Promise.all([startTestSite(), openBrowser()]);
  page = await browser.newPage({ bypassCSP: true });
  page.on('response', (response) => {
    if (response.request().isNavigationRequest() && response.status() !== 303) came = response;
  });
});
afterAll(() => Promise.all([site?.stop(), browser?.close()]));

const narrow = { width: 320, height: 640 };
const wide = { width: 1280, height: 900 };
/** Every rule at each width; beside that, a look differs from another in colours alone. */
const looks = [
  { rules: 'every', viewport: narrow, colorScheme: 'light' },
  { rules: 'colour', viewport: narrow, colorScheme: 'dark' },
  { rules: 'colour', viewport: narrow, forcedColors: 'active' },
  { rules: 'every', viewport: wide, colorScheme: 'light' },
  { rules: 'colour', viewport: wide, colorScheme: 'dark' },
] as const;

// The empty desk comes first: the states after it leave enquiries behind.
const states = {
  'the empty desk': deskStates['the list'] as Open,
  ...visitorStates,
  ...deskStates,
  'one enquiry': openFirst,
  ...deskWork,
};

// The rules that are off ask for a style hono/jsx does not write, or for a judgement about length.
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'void-style': ['error', { style: 'selfclose' }],
    'attribute-boolean-style': ['error', { style: 'empty' }],
    'long-title': 'off',
    'no-inline-style': 'error',
    // Several boxes of one name are a list.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
  },
});

test.each(Object.entries(states))(
  'the HTML of %s is valid, and axe finds nothing: light, dark, forced colours, narrow, wide',
  async (_state, open) => {
    await open(page, site.url);
    expect(came?.url()).toBe(page.url().split('#')[0]);
    const report = await validator.validateString((await came?.text()) ?? '');
    // In a preview the form's button is dead, as it has to be.
    const isDead = page.url().includes('/desk/practice/preview/');
    const found = report.results
      .flatMap((result) => result.messages)
      .filter(({ ruleId }) => !(isDead && ruleId === 'wcag/h32'));
    expect(found.map(({ ruleId, message, line, column }) => ({ ruleId, message, line, column }))).toEqual([]);

    for (const { rules, viewport, ...media } of looks) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme: null, forcedColors: null, ...media });
      const look = { viewport, ...media };
      expect({ look, found: await violations(page, rules), fits: await fits(page) }).toEqual({
        look,
        found: [],
        fits: true,
      });
    }
  },
);
