import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { presentBrowser } from '../../scripts/browser.ts';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium: the one `npm test` decided on, or the one that is there. */
export function openBrowser(): Promise<Browser> {
  const executablePath = presentBrowser();
  if (!executablePath) throw new Error('no browser: `npm test` finds or installs one');
  return chromium.launch({ executablePath, args: flags });
}

/** Clicks on a link or a button that opens a page, and waits until that page is there: a click alone does not. */
export async function follow(page: Page, target: Locator): Promise<void> {
  const loaded = page.waitForEvent('load');
  await target.click();
  await loaded;
}

/** Lays out all of a page, also what a phone leaves until it is scrolled near: what is not laid out cannot be judged. */
export async function layOutWhole(page: Page): Promise<void> {
  await page.evaluate(`{
    const whole = new CSSStyleSheet();
    whole.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets = [whole];
  }`);
}

/** Whether nothing sticks out to the right, so that the page can be read without scrolling sideways. */
export async function fits(page: Page): Promise<boolean> {
  await layOutWhole(page);
  // Asked through the debugger, so that it works with JavaScript off too.
  return (await page.evaluate(
    'document.documentElement.scrollWidth <= document.documentElement.clientWidth',
  )) as boolean;
}
