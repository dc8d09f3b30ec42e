import { type Browser, chromium } from 'playwright-core';
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
