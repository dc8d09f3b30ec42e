import { parse } from 'csv-parse/sync';
import { load } from './load.ts';
import { compare, inTurn, type Measure } from './measure.ts';
import { countStored, signedIn } from './workerd.ts';
import { bareWorker, siteWith } from './workers.ts';

const form = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' };
const headers = { ...signedIn, ...form };
const file = { method: 'POST', path: '/desk/exports', headers, body: 'kind=full&filter=' } as const;
const download = { request: () => file, status: 200, amount: 1, connections: 1 };

/** The leads file of very many enquiries, beside a Worker that opens as many rows of as many bytes. */
export async function measureLeads(): Promise<Measure[]> {
  const [site, bare] = [await siteWith(100_000), await bareWorker('leads')];
  const csv = await (await fetch(site.url + file.path, file)).text();
  const rows = parse(csv, { bom: true, columns: true }).length;
  const stored = await countStored(site, 'inbox');
  if (rows !== stored) throw new Error(`the leads file has ${rows} rows, and ${stored} enquiries are stored`);
  await fetch(`${bare.url}?rows=${rows}`, { method: 'PUT', body: 'x'.repeat(csv.length / rows) });
  const rounds = await inTurn(5, [site, bare], (worker) => load(worker, download));
  return [compare(['leads, rows a second', ''], rounds, ({ rate }) => rate * rows, { least: 1 })];
}
