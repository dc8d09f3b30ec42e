import type { Site } from '../scripts/site.ts';
import { violations } from '../tests/support/axe.ts';
import { fits, openBrowser } from '../tests/support/browser.ts';
import { interleaved, type Result, timeToGet } from './measure.ts';

const rounds = 5;

/** Pages of the desk by the path they have; `search` opens every enquiry, because nobody is called that. */
const pages = {
  inbox: '/desk',
  'inbox, by stage and days': '/desk?stage=booked&from=2026-01-01',
  'inbox, waiting too long': '/desk?stage=late',
  'search of all, by a name': '/desk?q=nobody+is+called+that',
  'search of all, by half a phone number': '/desk?q=0119999',
  'figures of 28 days': '/desk/figures',
  'figures of 90 days': '/desk/figures?days=90',
  Review: '/desk/review',
} as const;

const lists = ['inbox', 'inbox, by stage and days', 'inbox, waiting too long', 'Review'] as const;
const searches = ['search of all, by a name', 'search of all, by half a phone number'] as const;

/** The desk's pages with few and with many enquiries, side by side. */
export async function measureDesk(few: Site, many: Site): Promise<Result[]> {
  const deep = await deepPage(many);
  const measurements: Record<string, () => Promise<number>> = {};
  for (const [name, path] of Object.entries(pages)) {
    measurements[`${name}, 1,000`] = () => timeToGet(few.url + path);
    measurements[`${name}, 20,000`] = () => timeToGet(many.url + path);
  }
  measurements['inbox, its last page, 20,000'] = () => timeToGet(many.url + deep);
  const times = await interleaved(rounds, measurements);
  return [
    ...Object.entries(times).map(([measure, value]) => ({
      measure,
      value,
      unit: 'ms',
      ...(measure.endsWith('20,000') && { goal: { words: 'under 1,000 ms', met: value < 1000 } }),
    })),
    ...lists.map((name) => growth(name, times, 1.5)),
    // Twenty times as many to look through.
    ...searches.map((name) => growth(name, times, 20)),
  ];
}

function growth(name: string, times: Record<string, number>, most: number): Result {
  const value = (times[`${name}, 20,000`] ?? Number.NaN) / (times[`${name}, 1,000`] ?? Number.NaN);
  const measure = `${name}, 20,000 against 1,000`;
  return { measure, value, unit: '×', goal: { words: `at most ${most}`, met: value <= most } };
}

/** How many enquiries the desk says there are. */
export async function countsAtDesk({ url }: Site) {
  const page = await (await fetch(`${url}/desk`)).text();
  const count = (shape: RegExp) => Number(shape.exec(page)?.[1]?.replaceAll(',', '') ?? 0);
  return { inbox: count(/>All \(([\d,]+)\)/), review: count(/>Review \(([\d,]+)\)/) };
}

/** Pages that are full, as they look with very many enquiries: nothing wrong for anybody. */
export async function checkAccess(site: Site): Promise<Result[]> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ bypassCSP: true, viewport: { width: 320, height: 640 } });
    const found: string[] = [];
    for (const path of Object.values(pages)) {
      await page.goto(site.url + path);
      for (const { id, where } of await violations(page)) found.push(`${path}: ${id} at ${where}`);
      if (!(await fits(page))) found.push(`${path}: sticks out at 320 pixels`);
    }
    if (found.length > 0) throw new Error(found.join('\n'));
  } finally {
    await browser.close();
  }
  return [
    { measure: 'full pages of the desk without an axe finding', value: Object.keys(pages).length, unit: '' },
  ];
}

/** Goes through the whole inbox while enquiries come in: every one that was there must show once. */
export async function walkInbox(site: Site, send: () => Promise<void>, enquiries: number): Promise<Result[]> {
  const seen: string[] = [];
  let path: string | undefined = '/desk';
  for (let pages = 0; path; pages++) {
    const page: string = await (await fetch(site.url + path)).text();
    seen.push(
      ...[...page.matchAll(/<h2><a href="\/desk\/enquiries\/([\da-f]{64})"/g)].flatMap(([, id]) => id ?? []),
    );
    if (pages % 20 === 0) await send();
    if (pages % 200 === 0) console.log(`  ${seen.length} of ${enquiries} enquiries paged through …`);
    path = /href="(\/desk\?[^"]*before=[\d-]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
  }
  const distinct = new Set(seen).size;
  if (seen.length !== distinct || distinct !== enquiries)
    throw new Error(
      `paging showed ${seen.length} enquiries, ${distinct} of them different, instead of ${enquiries}`,
    );
  return [{ measure: 'inbox, paged through while enquiries come in', value: distinct, unit: 'rows' }];
}

/** A page near the end, found by the time of the oldest enquiries. */
async function deepPage({ url }: Site): Promise<string> {
  const eightyNineDays = Date.now() - 89 * 86_400_000;
  const path = `/desk?before=${eightyNineDays}-1`;
  await timeToGet(url + path);
  return path;
}
