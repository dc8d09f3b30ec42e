import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseEnv } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { paths } from '../../pages/paths.ts';
import { insert } from '../../scripts/d1.ts';
import { fits, follow, layOutWhole, openBrowser } from '../support/browser.ts';
import { startBlankSite, type TestSite } from '../support/site.ts';
import { fillForm } from '../support/states.ts';
import { openFacts, typeFacts } from '../support/typed-practice.ts';

let site: TestSite;
let browser: Browser;
/** The practitioner's. */
let desk: Page;
let visitor: Page;
beforeAll(async () => {
  [site, browser] = await Promise.all([startBlankSite(), openBrowser()]);
  [desk, visitor] = await Promise.all([openPhone(), openPhone()]);
});
afterAll(() => Promise.all([site?.stop(), browser?.close()]));

/** A window of its own: Chromium lets what is in a tab behind another wait. */
async function openPhone(): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
  // Nothing here takes that long: what is not found is told at once.
  page.setDefaultTimeout(15_000);
  return page;
}

/** What a visitor reads, when they look now. */
async function visit(): Promise<string> {
  await visitor.goto(site.url);
  await layOutWhole(visitor);
  return visitor.locator('body').innerText();
}

/** Half a minute is what the desk promises. */
const seen = { timeout: 30_000, interval: 200 };

const press = (name: string) => follow(desk, desk.getByRole('button', { name }));
const sayDone = (act: string) =>
  follow(desk, desk.getByRole('button', { name: new RegExp(`^That is so.*${act}`) }));
const openPractice = () => desk.goto(site.url + paths.practice);
const openOpening = () => desk.goto(site.url + paths.opening);
const missing = () => desk.locator('main ol li a').allInnerTexts();

test('a new site is shut, and its desk says what is missing', async () => {
  expect(await visit()).toContain('This page opens soon');
  await openOpening();
  expect(await fits(desk)).toBe(true);
  expect(await missing()).toContain('Give and publish: prices');
  expect(await desk.getByRole('button', { name: 'Open the site' }).count()).toBe(0);
});

test('every fact is typed in, looked at and published', async () => {
  await openPractice();
  await typeFacts(desk);
  expect(await fits(desk)).toBe(true);
  expect(await desk.getByText('Still missing').count()).toBe(0);
  const draft = await desk.locator('main').innerText();
  for (const words of [
    'Harbour Street Acupuncture',
    'EX4 3TT',
    'Monday, Tuesday and Thursday, 9 am to 5.30 pm; Wednesday, 9 am to 1 pm, 2 pm to 6 pm; Saturday, by appointment',
    'First consultation, 75 minutes: £65; Session, 45 minutes: £48.50',
    '01392 012345',
    'ZA104221',
    'On your page: 8. Left out: 1. Not answered yet: 0.',
  ])
    expect(draft).toContain(words);

  await follow(desk, desk.getByRole('link', { name: 'The page that adverts lead to' }));
  expect(await fits(desk)).toBe(true);
  expect(await desk.getByText('Session, 45 minutes: £48.50').isVisible()).toBe(true);
  expect(await desk.getByText('Preview: nobody else sees this.').isVisible()).toBe(true);
  expect(await desk.getByLabel('I agree').isVisible()).toBe(true);
  expect(await desk.getByRole('button', { name: 'Send my enquiry' }).isDisabled()).toBe(true);
  await follow(desk, desk.getByRole('link', { name: 'Back to your practice' }));
  await openOpening();
  expect(await missing()).toContain('Publish your draft');
  expect((await missing()).join()).not.toContain('Give and publish');
  await openPractice();
  await press('Publish');
  expect(await desk.getByText('It is the same as what is published').isVisible()).toBe(true);
  expect(await visit()).toContain('This page opens soon');
});

test('the settings are saved, and what a site needs to open is done one by one', async () => {
  await desk.goto(site.url + paths.settings);
  await desk.getByLabel('From').fill('08:30');
  await desk.getByLabel('England and Wales').check();
  await press('Save the settings');
  expect(await desk.getByText('Last saved on').isVisible()).toBe(true);

  await openOpening();
  for (;;) {
    const next = desk.getByRole('link', { name: 'Compare with its source' });
    if ((await next.count()) === 0) break;
    await follow(desk, next.first());
    expect(await fits(desk)).toBe(true);
    for (const answer of await desk.getByLabel('it says so', { exact: false }).all()) await answer.check();
    await desk.getByLabel('Your name, as visitors read it').fill('Jo O’Testperson');
    await press('Save what I have answered');
    await openOpening();
  }

  await press('Send me a test mail');
  await desk.getByLabel('The code in the mail').fill((await mailedCode()).toLowerCase());
  await sayDone('A test mail has reached you');
  await desk.getByLabel('The last six characters').fill('wrong!');
  await sayDone('The keys are in your password manager');
  expect(await desk.title()).toMatch(/^Error: /);
  await desk.getByLabel('The last six characters').fill(keyEnd());
  await sayDone('The keys are in your password manager');
  for (const name of ['data processing agreement', 'record of processing', 'complaints log'])
    await sayDone(name);
  expect(await missing()).toEqual([
    'Open the desk through Cloudflare Access',
    'Make a backup: npm run backup',
  ]);
  await noteWhatProgramsNote();
  await openOpening();
  expect(await missing()).toEqual([]);
  expect(await fits(desk)).toBe(true);
});

test('it opens: a visitor reads whose page it is, and their enquiry arrives at the desk', async () => {
  await press('Open the site to visitors');
  expect(await desk.getByRole('heading', { name: 'Your site is open' }).isVisible()).toBe(true);
  await expect.poll(visit, seen).toContain('Harbour Street Acupuncture');
  const words = await visit();
  expect(words).toContain('First consultation, 75 minutes: £65');
  expect(words).toContain('Wednesday: 9 am to 1 pm, 2 pm to 6 pm');
  expect(words).not.toContain('made up');

  await fillForm(visitor, 'Ada Testperson');
  await follow(visitor, visitor.getByRole('button', { name: 'Send' }));
  const reference = (await visitor.locator('.reference').textContent()) ?? '';
  expect(reference).toMatch(/^[3-9A-Z]{8}$/);
  await desk.goto(site.url + paths.inbox);
  expect(await desk.getByText(reference).isVisible()).toBe(true);
});

test('a price that is changed and published is what visitors read, within half a minute', async () => {
  await changePrice('£ 52.5');
  await press('Save to the draft');
  expect(await visit()).toContain('Session, 45 minutes: £48.50');
  await press('Publish');
  await expect.poll(visit, seen).toContain('Session, 45 minutes: £52.50');
});

test('a price that is none, and a claim among the qualifications, are answered in words; nothing is saved', async () => {
  await changePrice('from £50');
  await press('Save to the draft');
  expect(await desk.title()).toMatch(/^Error: Prices/);
  expect(await fits(desk)).toBe(true);
  await desk.getByRole('alert').getByRole('link', { name: 'enter one price in pounds' }).click();
  expect(await desk.locator('#price-2-pounds:focus').inputValue()).toBe('from £50');

  await openFacts(desk, site.url, 'you');
  await desk.getByLabel('Your qualifications').fill('Diploma: cures back pain');
  await press('Save to the draft');
  expect(await desk.title()).toMatch(/^Error: You/);
  expect(await desk.locator('#qualifications-mistake').innerText()).toContain('“cures”');
  expect(await desk.getByLabel('Your qualifications').inputValue()).toBe('Diploma: cures back pain');

  await openPractice();
  expect(await desk.getByText('It is the same as what is published').isVisible()).toBe(true);
});

test('a tab that was left open overwrites nothing, and loses nothing that was typed', async () => {
  const other = await openPhone();
  await openFacts(other, site.url, 'you');
  await other.getByLabel('Your insurer').fill('Another Insurer');

  await openFacts(desk, site.url, 'you');
  await desk.getByLabel('Your insurer').fill('Westminster Insurers');
  await press('Save to the draft');
  const stale = await openPhone();
  await stale.goto(site.url + paths.practice);

  await follow(other, other.getByRole('button', { name: 'Save to the draft' }));
  expect(await other.getByRole('alert').innerText()).toMatch(/insurer: Westminster Insurers/i);
  expect(await other.getByLabel('Your insurer').inputValue()).toBe('Another Insurer');
  await follow(other, other.getByRole('button', { name: 'Save to the draft' }));

  await follow(stale, stale.getByRole('button', { name: 'Publish' }));
  expect(await stale.title()).toMatch(/^Error: /);
  expect(await stale.getByRole('alert').innerText()).toContain('Nothing was overwritten');
  expect(await visit()).toContain('Balens');
  await follow(stale, stale.getByRole('button', { name: 'Publish' }));
  await expect.poll(visit, seen).toContain('Another Insurer');
  await Promise.all([other.close(), stale.close()]);
});

test('the practitioner goes back to what was published before', async () => {
  await openPractice();
  await follow(desk, desk.getByRole('link', { name: 'History' }));
  expect(await fits(desk)).toBe(true);
  await follow(desk, desk.getByRole('button', { name: 'Go back to this one' }).last());
  expect(await desk.getByText('Back to what was published on').isVisible()).toBe(true);
  await expect.poll(visit, seen).toContain('Session, 45 minutes: £48.50');
  expect(await visit()).toContain('Balens');
});

test('only a second press shuts the site, and it opens again', async () => {
  await openOpening();
  await follow(desk, desk.getByRole('link', { name: 'Shut the site' }));
  expect(await visit()).toContain('Harbour Street Acupuncture');
  expect(await fits(desk)).toBe(true);
  await press('Yes, shut it');
  await expect.poll(visit, seen).toContain('This page opens soon');
  await press('Open the site to visitors');
  await expect.poll(visit, seen).toContain('Session, 45 minutes: £48.50');
});

async function changePrice(pounds: string) {
  await openFacts(desk, site.url, 'prices');
  await desk.getByRole('group', { name: 'Price 2' }).getByLabel('Pounds').fill(pounds);
}

/** How the newest sealing key ends, as a password manager shows it. */
function keyEnd(): string {
  return parseEnv(readFileSync(site.envFile, 'utf8')).SEAL_KEYS?.slice(-6) ?? '';
}

/** The code in the newest mail: wrangler says in which file it put the text. */
async function mailedCode(): Promise<string> {
  const file = await vi.waitUntil(() => [...site.log().matchAll(/^Text: (.+\.txt)/gm)].at(-1)?.[1], seen);
  const [, code = ''] = /: (\w{6})\s*$/.exec(await readFile(file, 'utf8')) ?? [];
  return code;
}

/** What is noted when somebody signs in through Access, and when a backup was made: neither happens on this computer. */
async function noteWhatProgramsNote(): Promise<void> {
  const names = await readdir(site.state, { recursive: true });
  const file = names.find((name) => /d1.*[\da-f]{64}\.sqlite$/.test(name)) ?? '';
  const database = new DatabaseSync(join(site.state, file), { timeout: 5000 });
  const now = new Date();
  database.exec(
    [
      insert('settings', { name: 'desk_opened', value: now.toISOString() }),
      insert('opening_acts', { name: 'backup', at: now.getTime(), by: 'backup program', detail: '' }),
    ].join(';'),
  );
  database.close();
}
