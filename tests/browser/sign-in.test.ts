import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Edge, startEdge } from '../support/access-edge/edge.ts';
import { violations } from '../support/axe.ts';
import { fits, follow, openBrowser } from '../support/browser.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

// The desk behind a stand-in of Cloudflare Access that speaks its protocol, in a real browser.

let edge: Edge;
let instant: Edge;
let site: TestSite;
let browser: Browser;
const practitioner = 'Practitioner@Example.com';
const phone = { width: 390, height: 844 };

beforeAll(async () => {
  [edge, instant, browser] = await Promise.all([startEdge(), startEdge({ instant: true }), openBrowser()]);
  site = await startTestSite(3, {
    ACCESS_TEAM: edge.team.origin,
    ACCESS_AUD: edge.team.audience,
  });
  edge.leadTo(site.url);
});
afterAll(() => Promise.all([site?.stop(), browser?.close(), edge?.stop(), instant?.stop()]));

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
  await follow(page, page.getByRole('button', { name: 'Keep the note' }));
  expect(complaints.filter((words) => words.includes('Content Security Policy'))).toEqual([]);
  expect(new URL(page.url()).origin).toBe(edge.team.origin);
  await signIn(page);
  expect(page.url().split('?')[0]).toBe(enquiry);
  expect(await page.getByText('You had been signed out. Nothing was saved.').isVisible()).toBe(true);
  await page.getByLabel('Note to yourself').fill('Typed once more');
  await follow(page, page.getByRole('button', { name: 'Keep the note' }));
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
  await follow(page, page.getByRole('button', { name: 'Keep the note' }));
  expect(await page.locator('.history').innerText()).toContain('Typed before the new tab');
  expect(await page.getByText('Signed in until').isVisible()).toBe(true);
  await context.close();
});

test('with instant sign-in a form reaches the identity provider only where a setting names it', async () => {
  const page = await browser.newPage({ viewport: phone });
  for (const [origins, arrives] of [
    ['none', false],
    [instant.team.provider, true],
  ] as const) {
    const own = await startTestSite(1, {
      ACCESS_TEAM: instant.team.origin,
      ACCESS_AUD: instant.team.audience,
      SIGN_IN_ORIGINS: origins,
    });
    instant.leadTo(own.url);
    await page.goto(`${instant.url}/desk`);
    await page.getByLabel('Email').fill(practitioner);
    await follow(page, page.getByRole('button', { name: 'Continue' }));
    await follow(page, page.locator('main h2 a').first());
    await page.getByLabel('Note to yourself').fill('Typed');
    instant.endSessions();
    const before = page.url();
    await page.getByRole('button', { name: 'Keep the note' }).click();
    if (arrives) await page.getByRole('heading', { name: 'Identity provider' }).waitFor();
    else await page.waitForTimeout(500);
    expect([origins, page.url() !== before]).toEqual([origins, arrives]);
    await own.stop();
    await page.context().clearCookies();
  }
  await page.close();
});

test('while the team’s keys cannot be had, the page says to try again, and then the desk opens', async () => {
  const page = await browser.newPage({ viewport: phone });
  const fresh = await startEdge();
  const own = await startTestSite(0, {
    ACCESS_TEAM: fresh.team.origin,
    ACCESS_AUD: fresh.team.audience,
  });
  fresh.leadTo(own.url);
  fresh.team.goDown(true);
  await page.goto(`${fresh.url}/desk`);
  await signIn(page);
  expect(await page.getByText('try again in a minute').isVisible()).toBe(true);
  fresh.team.goDown(false);
  await page.reload();
  expect(await page.getByRole('heading', { name: 'Inbox' }).isVisible()).toBe(true);
  await Promise.all([own.stop(), fresh.stop(), page.close()]);
});
