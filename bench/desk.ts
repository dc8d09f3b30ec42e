import { parse } from 'csv-parse/sync';
import type { Site } from '../scripts/site.ts';
import { interleaved, type Result, timeToGet } from './measure.ts';

const rounds = 7;

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
  return Object.entries(times).map(([measure, value]) => ({
    measure,
    value,
    unit: 'ms',
    ...(measure.endsWith('20,000') && { goal: { words: 'under 1,000 ms', met: value < 1000 } }),
  }));
}

/** The leads file of many enquiries: rows a second, and whether every one is in it once. */
export async function measureExport(site: Site, enquiries: number): Promise<Result[]> {
  const started = performance.now();
  const answer = await fetch(`${site.url}/desk/exports`, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({ kind: 'full', filter: '' }),
  });
  const firstByte = performance.now() - started;
  const rows: { reference: string }[] = parse(await answer.text(), { bom: true, columns: true });
  const seconds = (performance.now() - started) / 1000;
  const distinct = new Set(rows.map(({ reference }) => reference)).size;
  if (rows.length !== enquiries || distinct < enquiries - 3)
    throw new Error(`the leads file has ${rows.length} rows, not ${enquiries}`);
  return [
    { measure: 'leads file, rows', value: rows.length, unit: 'rows' },
    { measure: 'leads file, rows a second', value: rows.length / seconds, unit: '1/s' },
    { measure: 'leads file, first byte', value: firstByte, unit: 'ms' },
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
