import { execSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../scripts/wrangler.ts';
import { compare, inTurn, type Measure } from './measure.ts';
import { bundle, folder, runWrangler } from './workers.ts';

/** Size of the Worker, and what it costs to start one, beside the Worker of an earlier commit. */
export async function measureBundle(against: string): Promise<Measure[]> {
  const [now, then] = [join(folder, 'now'), join(folder, 'then')];
  mkdirSync(then);
  execSync(`git -C "${root}" archive ${against} | tar -x -C "${then}"`);
  symlinkSync(join(root, 'node_modules'), join(then, 'node_modules'));
  const size = bundle(root, now);
  bundle(then, then);
  const rounds = await inTurn(5, [now, then], startUp);
  return [
    { name: 'bundle, gzip', value: size, unit: 'KiB', goal: { most: 200 } },
    compare([`start-up, beside ${against}`, 'ms'], rounds, (milliseconds) => milliseconds, { most: 1.15 }),
  ];
}

/** Milliseconds of the processor, as wrangler profiles them. */
async function startUp(own: string): Promise<number> {
  const files = [`--worker=${join(own, 'worker.bundle')}`, `--outfile=${join(own, 'cpuprofile')}`];
  const printed = runWrangler(root, ['check', 'startup', ...files]);
  return Number(/Active: ([\d.]+) ms/.exec(printed)?.[1]);
}
