import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

// WCAG 2.2's target size is off in axe unless asked for.
export const everyRule = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'target-size': { enabled: true } },
};

/** The rules whose finding may change with colours or width; the others read the HTML, which stays the same. */
export const rulesOfLook = {
  runOnly: ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'],
};

/** What axe finds on a page; the page's context must bypass its CSP. */
export async function violations(page: Page, rules: object = everyRule) {
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axe.source);
  const results = (await page.evaluate(`axe.run(${JSON.stringify(rules)})`)) as AxeResults;
  return results.violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ html }) => html.slice(0, 120)),
  }));
}
