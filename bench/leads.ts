import { readdirSync, readFileSync } from 'node:fs';
import { setInterval } from 'node:timers';
import { parse } from 'csv-parse';
import type { Site } from '../scripts/site.ts';
import { medianOf, type Result } from './measure.ts';
import { against, ratio } from './visitors.ts';
import { openInspector } from './work/inspector.ts';

const rounds = 3;
const linesAtOnce = 2000;
const MiB = 1024 * 1024;

/**
 * The leads file of very many enquiries beside bare streams of the same rows, as they are and sealed: speed, memory,
 * and every row once.
 */
export async function measureLeads(
  few: Site,
  many: Site,
  bare: Site,
  needed: Site,
  enquiries: number,
): Promise<Result[]> {
  console.log('Reading the leads file …');
  await copyRows(many, [bare, needed], enquiries);
  const own: Download[] = [];
  const plain: Download[] = [];
  const sealed: Download[] = [];
  for (let round = 0; round < rounds; round++) {
    own.push(await downloadLeads(many));
    plain.push(await downloadLeads(bare));
    sealed.push(await downloadLeads(needed));
    console.log(`  leads file, round ${round + 1} of ${rounds}`);
  }
  const small = await downloadLeads(few);
  const seconds = median(own, 'seconds');
  const growth = Math.max(0, median(own, 'growth') - small.growth) / MiB;
  const firstByte = median(own, 'firstByte');
  return [
    { measure: 'leads file, rows', value: enquiries, unit: 'rows' },
    { measure: 'leads file, rows a second', value: enquiries / seconds, unit: '1/s' },
    ratio('leads file, rows a second', median(plain, 'seconds') / seconds, { least: 0.6 }),
    against('leads file, rows a second', median(sealed, 'seconds') / seconds),
    goal('leads file, first byte', firstByte, 'ms', 150),
    // Read from /proc: there is none elsewhere.
    ...(Number.isFinite(growth)
      ? [
          goal('leads file, memory beyond that of 1,000 rows', growth, 'MiB', 16),
          { measure: 'the same of the bare stream', value: median(plain, 'growth') / MiB, unit: 'MiB' },
        ]
      : []),
  ];
}

/** What the Worker holds while it makes the file: it must not be more towards the end. */
export async function measureHeap(site: Site, inspectorPort: number): Promise<Result[]> {
  const inspector = await openInspector(inspectorPort);
  const { firstHalf, secondHalf } = await inspector.heap(async () => void (await downloadLeads(site)));
  inspector.close();
  return [
    { measure: "leads file, V8's heap at its lowest, first half", value: firstHalf, unit: 'MiB' },
    { measure: 'the same in the second half', value: secondHalf, unit: 'MiB' },
  ];
}

function median(downloads: Download[], name: keyof Download): number {
  return medianOf(downloads.map((download) => download[name]));
}

function goal(measure: string, value: number, unit: string, most: number): Result {
  return { measure, value, unit, goal: { words: `at most ${most} ${unit}`, met: value <= most } };
}

interface Download {
  seconds: number;
  /** Milliseconds. */
  firstByte: number;
  /** Bytes by which the runtime grew meanwhile, at its highest. */
  growth: number;
}

/** Reads the whole file and says how that went. */
export async function downloadLeads(site: Site): Promise<Download> {
  const before = residentBytes(site);
  let highest = before;
  const watch = setInterval(() => {
    highest = Math.max(highest, residentBytes(site));
  }, 50);
  const started = performance.now();
  const answer = await requestLeads(site);
  let firstByte = 0;
  for await (const _ of answer.body ?? []) firstByte ||= performance.now() - started;
  clearInterval(watch);
  return { seconds: (performance.now() - started) / 1000, firstByte, growth: highest - before };
}

function requestLeads({ url }: Site): Promise<Response> {
  return fetch(`${url}/desk/exports`, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({ kind: 'full', filter: '' }),
  });
}

/** Gives bare Workers the very rows, and finds out on the way whether every one is there once. */
async function copyRows(from: Site, to: Site[], enquiries: number): Promise<void> {
  const answer = await requestLeads(from);
  const rows = parse(await answer.text(), { bom: true, from_line: 2 });
  const ids = new Set<string>();
  let lines: string[] = [];
  const pass = async () => {
    for (const { url } of to) await fetch(`${url}/lines`, { method: 'PUT', body: JSON.stringify(lines) });
    lines = [];
  };
  let count = 0;
  for await (const cells of rows as AsyncIterable<string[]>) {
    count += 1;
    ids.add(cells[1] ?? '');
    lines.push(`${cells.join(',')}\r\n`);
    if (lines.length === linesAtOnce) await pass();
  }
  await pass();
  // Two of so many references may be the same by chance: 22 letters, 8 places.
  if (count !== enquiries || ids.size < enquiries - 10)
    throw new Error(`the leads file has ${count} rows, ${ids.size} of them different, not ${enquiries}`);
}

/** Memory of the runtime: every process in the group that wrangler leads; NaN where there is no /proc. */
function residentBytes({ pid }: Site): number {
  try {
    const stats = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => procStat(name));
    const own = stats.filter((stat) => stat?.name === 'workerd' && stat.group === pid);
    return own.length > 0 ? own.reduce((sum, stat) => sum + (stat?.bytes ?? 0), 0) : Number.NaN;
  } catch {
    return Number.NaN;
  }
}

function procStat(process: string) {
  try {
    const [, name, fields = ''] = /\((.*)\) (.*)/s.exec(readFileSync(`/proc/${process}/stat`, 'utf8')) ?? [];
    const group = Number(fields.split(' ')[2]);
    const [, kibibytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${process}/status`, 'utf8')) ?? [];
    return { name, group, bytes: Number(kibibytes ?? 0) * 1024 };
  } catch {
    // It ended meanwhile.
    return undefined;
  }
}
