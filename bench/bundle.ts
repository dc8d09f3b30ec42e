import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../scripts/wrangler.ts';
import { type Measure, median } from './measure.ts';
import { bundle, checkOut, runWrangler } from './site.ts';
import type { Workers } from './workers.ts';

const rounds = 7;

/** Size of the Worker, and what it costs to start one, beside the Worker of an earlier commit. */
export async function measureBundle({ folder, commit = lastTagOrParent() }: Workers): Promise<Measure[]> {
  const now = join(folder, 'now');
  const before = join(folder, 'then');
  const size = await bundle(root, now);
  await bundle(await checkOut(commit, join(folder, 'then-source')), before);
  const starts: { now: number; before: number }[] = [];
  for (let round = 0; round < rounds; round++)
    starts.push({ now: await startUp(now), before: await startUp(before) });
  return [
    { name: 'bundle, gzip', value: size, unit: 'KiB', goal: { most: 200 } },
    { name: 'start-up, active processor', value: median(starts, ({ now }) => now), unit: 'ms' },
    { name: 'start-up, active processor, before', value: median(starts, ({ before }) => before), unit: 'ms' },
    {
      name: 'start-up, times before',
      value: median(starts, ({ now, before }) => now / before),
      unit: '×',
      goal: { most: 1.15 },
    },
  ];
}

/** Milliseconds of the processor, as wrangler profiles them. */
async function startUp(folder: string): Promise<number> {
  const files = [`--worker=${join(folder, 'worker.bundle')}`, `--outfile=${join(folder, 'cpuprofile')}`];
  const printed = await runWrangler(root, folder, ['check', 'startup', ...files]);
  const [, active] = /Active: ([\d.]+) ms/.exec(printed) ?? [];
  if (!active) throw new Error(`wrangler check startup printed no time: ${printed}`);
  return Number(active);
}

function lastTagOrParent(): string {
  try {
    return git('describe', '--tags', '--abbrev=0');
  } catch {
    return git('rev-parse', '--short', 'HEAD~1');
  }
}

function git(...args: string[]): string {
  return execFileSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}
