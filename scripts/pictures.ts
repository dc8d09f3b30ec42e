import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { headlines } from '../pages/content/headlines.ts';
import { openBrowser } from '../tests/support/browser.ts';
import { ownConfig } from './d1.ts';
import { fillDemo } from './demo/fill.ts';
import { withTrialSite } from './local-site.ts';
import { applyMigrations } from './migrations.ts';
import { root } from './wrangler.ts';

// Makes the picture that a shared link shows, from the words and the logo of the page, and the README's, from a demo. It
// names nobody: it is the same file for every practice.
const browser = await openBrowser();
try {
  await card(await browser.newPage({ viewport: { width: 1200, height: 630 } }));
  await withTrialSite(pictures, ownConfig, async (state, envFile) => {
    await applyMigrations(state);
    await fillDemo(state, envFile);
  });
} finally {
  await browser.close();
}

async function card(page: Page): Promise<void> {
  const logo = readFileSync(join(root, 'pages/public/logo.svg'), 'utf8');
  await page.setContent(`<style>
  body { margin: 0; box-sizing: border-box; height: 630px; padding: 90px; display: grid; align-content: space-between;
    font-family: "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif; color: #2b2723; background: #fbf7f0; }
  h1 { margin: 0; font-size: 76px; line-height: 1.15; font-weight: 600; max-width: 900px; text-wrap: balance; }
  p { margin: 0; }
  svg { width: 90px; height: 90px; }
</style><h1>${headlines.worthTrying.heading.replaceAll('-', '\u2011')}</h1><p>${logo}</p>`);
  // It is part of the Worker, which has to stay small: sixteen colours are a quarter of the size, and letters look the same.
  const small = sharp(await page.screenshot()).png({
    palette: true,
    colours: 16,
    dither: 0,
    compressionLevel: 9,
  });
  await small.toFile(join(root, 'pages/public/card.png'));
}

async function pictures(url: string): Promise<void> {
  const phone = await browser.newPage({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
  await phone.goto(url);
  await phone.screenshot({ path: join(root, 'docs/landing-phone.png') });
  // Not of the landing page, whose bar would lie across it.
  await phone.goto(`${url}/evidence`);
  const plot = phone.locator('figure').first();
  await plot.screenshot({ path: join(root, 'docs/plot.png') });
  const desk = await browser.newPage({ viewport: { width: 1100, height: 620 } });
  await desk.goto(`${url}/desk`);
  await desk.screenshot({ path: join(root, 'docs/desk.png') });
  await desk.goto(`${url}/desk/figures?days=90`);
  await desk.screenshot({ path: join(root, 'docs/figures.png') });
}
