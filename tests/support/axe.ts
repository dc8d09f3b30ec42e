import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { layOutWhole } from './browser.ts';

// WCAG 2.2's target size is off in axe unless asked for.
const everyRule = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'target-size': { enabled: true } },
};

/** The rules that ask for colours: all that another colour scheme can change. */
const colourRules = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/** What axe finds on a page, by every rule or only by those about colours; the page's context must bypass its CSP. */
export async function violations(page: Page, rules: 'every' | 'colour' = 'every'): Promise<Violation[]> {
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axe.source);
  await layOutWhole(page);
  // Of what is well nothing is told: to name each of its elements takes axe as long as to look at them.
  const asked = { ...(rules === 'every' ? everyRule : colourRules), resultTypes: ['violations'] };
  return page.evaluate(`axe.run(${JSON.stringify(asked)}).then(({ violations }) =>
    violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html.slice(0, 120)) })))`);
}

interface Violation {
  id: string;
  where: string[];
}
