import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { layOutWhole } from './browser.ts';

// WCAG 2.2's target size is off in axe unless asked for.
const everyRule = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'target-size': { enabled: true } },
};

/** What axe finds on a page; the page's context must bypass its CSP. */
export async function violations(page: Page) {
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axe.source);
  await layOutWhole(page);
  const results = (await page.evaluate(`axe.run(${JSON.stringify(everyRule)})`)) as AxeResults;
  return results.violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ html }) => html.slice(0, 120)),
  }));
}
