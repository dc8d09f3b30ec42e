import { join } from 'node:path';
import { openBrowser } from '../tests/support/browser.ts';
import { startTestSite } from '../tests/support/site.ts';
import { sendGood, sendQuickly } from '../tests/support/states.ts';
import { root } from './wrangler.ts';

// Takes the README's pictures from a site of its own, so that they cannot drift from what is built.
const site = await startTestSite();
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
  for (const name of ['Zoë Example', 'Tomasz Sample', 'Siân Invented'])
    await sendGood(visitor, site.url, name);

  const desk = await browser.newPage({ viewport: { width: 1100, height: 620 } });
  await desk.goto(`${site.url}/desk`);
  await desk.screenshot({ path: join(root, 'docs/desk.png') });
  // Ten are enough for the plots to say something.
  for (let person = 0; person < 12; person++) await sendQuickly(site.url, `192.0.2.${person + 1}`);
  await desk.goto(`${site.url}/desk/figures`);
  await desk.screenshot({ path: join(root, 'docs/figures.png') });
} finally {
  await browser.close();
  await site.stop();
}
