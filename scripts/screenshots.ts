import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '../tests/support/browser.ts';
import { fillDemo } from './demo/fill.ts';
import { applyMigrations } from './migrations.ts';
import { addMissingSecrets } from './secrets.ts';
import { startSite } from './site.ts';
import { root } from './wrangler.ts';

// Takes the README's pictures from a demo of its own, so that they cannot drift from what is built.
const state = await mkdtemp(join(tmpdir(), 'screenshots-'));
const envFile = join(state, 'dev.vars');
addMissingSecrets(envFile);
await applyMigrations(state);
await fillDemo(state, envFile);
const site = await startSite({ state, envFile, port: 0 });
const browser = await openBrowser();
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };
try {
  const visitor = await browser.newPage(phone);
  await visitor.goto(site.url);
  await visitor.screenshot({ path: join(root, 'docs/landing-phone.png') });
  await visitor
    .locator('figure')
    .first()
    .screenshot({ path: join(root, 'docs/plot.png') });
  const desk = await browser.newPage({ viewport: { width: 1100, height: 620 } });
  await desk.goto(`${site.url}/desk`);
  await desk.screenshot({ path: join(root, 'docs/desk.png') });
  await desk.goto(`${site.url}/desk/figures?days=90`);
  await desk.screenshot({ path: join(root, 'docs/figures.png') });
} finally {
  await browser.close();
  await site.stop();
  await rm(state, { recursive: true, force: true, maxRetries: 5 });
}
