import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Edge, startEdge } from '../support/access-edge/edge.ts';
import { violations } from '../support/axe.ts';
import { fits, follow, openBrowser } from '../support/browser.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

// The desk behind a stand-in of Cloudflare Access that speaks its protocol, in a real browser.

let edge: Edge;
let site: TestSite;
let browser: Browser;
const practitioner = 'Practitioner@Example.com';
const phone = { width: 390, height: 844 };

beforeAll(async () => {
  [edge, browser] = await Promise.all([startEdge(), openBrowser()]);
  site = await startTestSite(3, {
    ACCESS_TEAM: edge.team.origin,
    ACCESS_AUD: edge.team.audience,
  });
  edge.leadTo(site.url);
});
afterAll(() => Promise.all([site?.stop(), browser?.close(), edge?.stop()]));

async function signIn(page: Page, email = practitioner) {
  await follow(page, page.getByRole('link', { name: 'Identity provider' }));
  await page.getByLabel('Email').fill(email);
  await follow(page, page.getByRole('button', { name: 'Continue' }));
}

test('signing in opens the desk, and somebody else is told who they are and that they are not on the list', async () => {
  const page = await browser.newPage({ viewport: phone, bypassCSP: true });
  await page.goto(`${edge.url}/desk`);
  await signIn(page, 'stranger@example.com');
  expect(await page.getByText('Signed in as stranger@example.com').isVisible()).toBe(true);
  expect({ found: await violations(page), fits: await fits(page) }).toEqual({ found: [], fits: true });
  await follow(page, page.getByRole('link', { name: 'Sign in as somebody else' }));
  await signIn(page);
  expect(await page.getByRole('heading', { name: 'Inbox' }).isVisible()).toBe(true);
  await page.close();
});

test('the session ends while a note is typed: after signing in one is back on the enquiry, and is told', async () => {
  const page = await browser.newPage({ viewport: phone });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(`${edge.url}/desk`);
  await signIn(page);
  await follow(page, page.locator('main h2 a').first());
  const enquiry = page.url();
  await page.getByLabel('Note to yourself').fill('Typed for a long time');
  edge.endSessions();
  await follow(page, page.getByRole('button', { name: 'Save the note' }));
  expect(complaints.filter((words) => words.includes('Content Security Policy'))).toEqual([]);
  expect(new URL(page.url()).origin).toBe(edge.team.origin);
  await signIn(page);
  expect(page.url().split('?')[0]).toBe(enquiry);
  expect(await page.getByText('You had been signed out. Nothing was saved.').isVisible()).toBe(true);
  await page.getByLabel('Note to yourself').fill('Typed once more');
  await follow(page, page.getByRole('button', { name: 'Save the note' }));
  expect(await page.locator('.history').innerText()).toContain('Typed once more');
  expect(await page.getByText('You had been signed out').count()).toBe(0);
  await page.close();
});

test('near its end the session can be renewed in a new tab, and the note that was typed is saved', async () => {
  const context = await browser.newContext({ viewport: phone });
  const page = await context.newPage();
  edge.lasting(20 * 60);
  await page.goto(`${edge.url}/desk`);
  await signIn(page);
  await follow(page, page.locator('main h2 a').first());
  await page.getByLabel('Note to yourself').fill('Typed before the new tab');
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'sign in again in a new tab' }).click(),
  ]);
  edge.lasting(24 * 3600);
  await tab.waitForLoadState();
  await signIn(tab);
  expect(await tab.getByRole('heading', { name: 'Inbox' }).isVisible()).toBe(true);
  await follow(page, page.getByRole('button', { name: 'Save the note' }));
  expect(await page.locator('.history').innerText()).toContain('Typed before the new tab');
  expect(await page.getByText('Signed in until').isVisible()).toBe(true);
  await context.close();
});

/** Lets the session end while a note is typed, and sends the note. Says where the browser then is. */
async function sendAfterTheEnd(page: Page, at: Edge): Promise<string> {
  await page.goto(`${at.url}/desk`);
  if (new URL(page.url()).origin === at.team.origin)
    await follow(page, page.getByRole('link', { name: 'Identity provider' }));
  await page.getByLabel('Email').fill(practitioner);
  await follow(page, page.getByRole('button', { name: 'Continue' }));
  await follow(page, page.locator('main h2 a').first());
  await page.getByLabel('Note to yourself').fill('Typed');
  at.endSessions();
  await page.getByRole('button', { name: 'Save the note' }).click();
  await page.waitForURL((url) => url.origin === at.team.provider, { timeout: 1500 }).catch(() => undefined);
  return new URL(page.url()).origin;
}

test('with instant sign-in a form reaches the identity provider only where a setting names it, and keys may be late', async () => {
  const page = await browser.newPage({ viewport: phone });
  edge.team.beInstant(true);
  expect(await sendAfterTheEnd(page, edge)).toBe(edge.url);
  edge.team.beInstant(false);

  const other = await startEdge();
  other.team.beInstant(true);
  const own = await startTestSite(1, {
    ACCESS_TEAM: other.team.origin,
    ACCESS_AUD: other.team.audience,
    SIGN_IN_ORIGINS: other.team.provider,
  });
  other.leadTo(own.url);
  other.team.goDown(true);
  await page.goto(`${other.url}/desk`);
  await page.getByLabel('Email').fill(practitioner);
  await follow(page, page.getByRole('button', { name: 'Continue' }));
  expect(await page.getByText('try again in a minute').isVisible()).toBe(true);
  other.team.goDown(false);
  await page.reload();
  expect(await page.getByRole('heading', { name: 'Inbox' }).isVisible()).toBe(true);
  await page.context().clearCookies();
  expect(await sendAfterTheEnd(page, other)).toBe(other.team.provider);
  await Promise.all([own.stop(), other.stop(), page.close()]);
});
