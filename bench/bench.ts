import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureBundle } from './bundle.ts';
import { measureDesk } from './desk.ts';
import { measureEnquiry } from './enquiry.ts';
import { measureLanding } from './landing.ts';
import { measureLeads } from './leads.ts';
import { type Measure, verdict } from './measure.ts';
import { measurePaint } from './paint.ts';
import { startWorkers, type Workers } from './workers.ts';

// Times the site against its goals, on loopback, with ports and state of its own. A goal that is missed is reported;
// only a wrong result fails.

const groups: Record<string, (workers: Workers) => Promise<Measure[]>> = {
  landing: measureLanding,
  enquiry: measureEnquiry,
  desk: measureDesk,
  leads: measureLeads,
  paint: measurePaint,
  bundle: measureBundle,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { against: { type: 'string' } },
});
const folder = await mkdtemp(join(tmpdir(), 'bench-'));
const workers = startWorkers(folder, values.against);
try {
  const all: Measure[] = [];
  for (const [name, measure] of Object.entries(groups)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    console.log(`\n${name}`);
    const measures = await measure(workers);
    for (const measure of measures) console.log(lineOf(measure));
    all.push(...measures);
  }
  if (positionals.length === 0) await writeResults(all);
} finally {
  await workers.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

function lineOf(measure: Measure): string {
  const { name, value, unit } = measure;
  const digits = unit === '×' ? 2 : value < 100 ? 1 : 0;
  const number = value.toLocaleString('en-GB', { maximumFractionDigits: digits });
  return `  ${name.padEnd(56)} ${number.padStart(9)} ${unit.padEnd(5)} ${verdict(measure)}`;
}

async function writeResults(all: readonly Measure[]): Promise<void> {
  const lines = all.map((measure) => JSON.stringify(measure));
  await writeFile(join(import.meta.dirname, 'results.json'), `[\n${lines.join(',\n')}\n]\n`);
}
