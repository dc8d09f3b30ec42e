import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { headlines } from '../pages/content/headlines.ts';
import { practice } from '../pages/content/practice.ts';
import { openBrowser } from '../tests/support/browser.ts';
import { fillDemo } from './demo/fill.ts';
import { applyMigrations } from './migrations.ts';
import { addMissingSecrets } from './secrets.ts';
import { startSite } from './site.ts';
import { root } from './wrangler.ts';

// Makes the picture that a shared link shows, from the words and the logo of the page, and the README's, from a demo.
const browser = await openBrowser();
const state = mkdtempSync(join(tmpdir(), 'pictures-'));
const envFile = join(state, 'dev.vars');
addMissingSecrets(envFile);
await applyMigrations(state);
await fillDemo(state, envFile);
const site = await startSite({ state, envFile, port: 0 });
try {
  await card(await browser.newPage({ viewport: { width: 1200, height: 630 } }));
  await landing(await browser.newPage({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 }));
  await desk(await browser.newPage({ viewport: { width: 1100, height: 620 } }));
} finally {
  await browser.close();
  await site.stop();
  rmSync(state, { recursive: true, force: true, maxRetries: 5 });
}

async function card(page: Page): Promise<void> {
  const logo = readFileSync(join(root, 'pages/files/mark.svg'), 'utf8');
  await page.setContent(`<style>
  body { margin: 0; box-sizing: border-box; height: 630px; padding: 90px; display: grid; align-content: space-between;
    font-family: "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif; color: #2b2723; background: #fbf7f0; }
  h1 { margin: 0; font-size: 76px; line-height: 1.15; font-weight: 600; max-width: 900px; text-wrap: balance; }
  p { margin: 0; display: flex; align-items: center; gap: 24px; font-size: 44px; }
  svg { width: 90px; height: 90px; }
</style><h1>${headlines.research.heading.replaceAll('-', '\u2011')}</h1><p>${logo} ${practice.name}</p>`);
  // It is part of the Worker, which has to stay small: sixteen colours are a quarter of the size, and letters look the same.
  const small = sharp(await page.screenshot()).png({
    palette: true,
    colours: 16,
    dither: 0,
    compressionLevel: 9,
  });
  await small.toFile(join(root, 'pages/files/card.png'));
}

async function landing(page: Page): Promise<void> {
  await page.goto(site.url);
  await page.screenshot({ path: join(root, 'docs/landing-phone.png') });
  const plot = page.locator('figure').first();
  await plot.screenshot({ path: join(root, 'docs/plot.png') });
}

async function desk(page: Page): Promise<void> {
  await page.goto(`${site.url}/desk`);
  await page.screenshot({ path: join(root, 'docs/desk.png') });
  await page.goto(`${site.url}/desk/figures?days=90`);
  await page.screenshot({ path: join(root, 'docs/figures.png') });
}
