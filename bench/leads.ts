import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { load } from './load.ts';
import { compare, inTurn, type Measure } from './measure.ts';
import { countStored, type Running, signedIn } from './workerd.ts';
import { bareWorker, siteWith } from './workers.ts';

const form = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' };
const headers = { ...signedIn, ...form };
const file = { method: 'POST', path: '/desk/exports', headers, body: 'kind=full&filter=' } as const;
const download = { request: () => file, status: 200, amount: 1, connections: 1 };

/** The leads file of very many enquiries, beside a Worker that opens as many rows of as many bytes. */
export async function measureLeads(): Promise<Measure[]> {
  const [site, few, bare] = [await siteWith(100_000), await siteWith(1000), await bareWorker('leads')];
  const csv = await (await fetch(site.url + file.path, file)).text();
  const rows = parse(csv, { bom: true, columns: true }).length;
  const stored = await countStored(site, "folder = 'inbox'");
  if (rows !== stored) throw new Error(`the leads file has ${rows} rows, and ${stored} enquiries are stored`);
  await fetch(`${bare.url}?rows=${rows}`, { method: 'PUT', body: 'x'.repeat(csv.length / rows) });
  const rounds = await inTurn(5, [site, bare], (worker) => load(worker, download));
  const memory = await inTurn(3, [site, few], memoryPeak);
  return [
    compare(['leads, rows a second', ''], rounds, ({ rate }) => rate * rows, { least: 1 }),
    compare(['leads, processor a row', 'µs'], rounds, ({ processor }) => processor / rows),
    compare(['leads, memory, beside 1,000 rows', 'MiB'], memory, (mebibytes) => mebibytes),
  ];
}

/** How much memory workerd has while it makes a file, at its highest. */
async function memoryPeak(site: Running): Promise<number> {
  // Linux then forgets how much it was before.
  writeFileSync(`/proc/${site.pid}/clear_refs`, '5');
  await load(site, download);
  const [, kibibytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${site.pid}/status`, 'utf8')) ?? [];
  return Number(kibibytes) / 1024;
}
