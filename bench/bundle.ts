import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { root, wrangler, wranglerEnvironment } from '../scripts/wrangler.ts';
import type { Result } from './measure.ts';

/** Size of the Worker, and what it costs to start one. */
export async function measureBundle(folder: string): Promise<Result[]> {
  const profile = join(folder, 'startup.cpuprofile');
  const child = spawn(
    process.execPath,
    ['--no-warnings', wrangler, 'check', 'startup', '--outfile', profile],
    {
      cwd: root,
      env: wranglerEnvironment(folder),
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const printed = await text(child.stdout);
  const size = Number(/gzip: ([\d.]+) KiB/.exec(printed)?.[1]);
  const active = Number(/Active: ([\d.]+) ms/.exec(printed)?.[1]);
  if (!size || !active) throw new Error(`wrangler check startup printed something else: ${printed}`);
  return [
    {
      measure: 'Worker bundle, minified, gzip',
      value: size,
      unit: 'KiB',
      goal: { words: 'below 200', met: size < 200 },
    },
    {
      measure: 'Worker start-up, active CPU',
      value: active,
      unit: 'ms',
      goal: { words: 'below 50', met: active < 50 },
    },
  ];
}
