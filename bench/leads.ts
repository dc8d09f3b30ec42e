import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { inTurn, type Kind } from './load.ts';
import { type Measure, median } from './measure.ts';
import { signedIn } from './site.ts';
import type { Running } from './workerd.ts';
import type { Workers } from './workers.ts';

const file = {
  method: 'POST',
  path: '/desk/exports',
  headers: {
    ...signedIn,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/x-www-form-urlencoded',
  },
  body: 'kind=full&filter=',
} as const;

const downloads: Kind = { request: () => file, status: 200, amount: 1 };

/** The leads file of very many enquiries, beside a Worker that opens as many rows of as many bytes. */
export async function measureLeads(workers: Workers): Promise<Measure[]> {
  const [few, site] = [await workers.siteWith(1000), await workers.siteWith(100_000)];
  const bare = await workers.bare('leads');
  const csv = await download(site);
  const rows = parse(csv, { bom: true, columns: true }).length;
  const stored = await site.ask("select count(*) from enquiries where folder = 'inbox'");
  if (rows !== stored) throw new Error(`the leads file has ${rows} rows, and ${stored} enquiries are stored`);
  await fetch(bare.url, { method: 'PUT', body: csv });
  const rounds = await inTurn(5, downloads, { site, bare });
  const memory: number[] = [];
  for (let round = 0; round < 3; round++)
    memory.push((await growth(site, download)) - (await growth(few, download)));
  return [
    { name: 'leads file, rows a second', value: rows * median(rounds, ({ site }) => site.rate), unit: '' },
    {
      name: 'leads file, rows a second, bare',
      value: rows * median(rounds, ({ bare }) => bare.rate),
      unit: '',
    },
    {
      name: 'leads file, rows a second, times bare',
      value: median(rounds, ({ site, bare }) => site.rate / bare.rate),
      unit: '×',
      goal: { least: 1 },
    },
    {
      name: 'leads file, processor a row',
      value: median(rounds, ({ site }) => site.processor) / rows,
      unit: 'µs',
    },
    {
      name: 'leads file, processor a row, bare',
      value: median(rounds, ({ bare }) => bare.processor) / rows,
      unit: 'µs',
    },
    {
      name: 'leads file, memory beyond that of 1,000 enquiries',
      value: median(memory, (mebibytes) => mebibytes),
      unit: 'MiB',
      goal: { most: 16 },
    },
  ];
}

async function download({ url }: Running): Promise<string> {
  const answer = await fetch(url + file.path, file);
  return answer.text();
}

/** By how many MiB workerd grows while it does something, at its highest. */
async function growth(worker: Running, work: (worker: Running) => Promise<unknown>): Promise<number> {
  // Linux then forgets how high it was before.
  writeFileSync(`/proc/${worker.pid}/clear_refs`, '5');
  const before = kibibytes(worker, 'VmRSS');
  await work(worker);
  return (kibibytes(worker, 'VmHWM') - before) / 1024;
}

function kibibytes({ pid }: Running, field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]);
}
