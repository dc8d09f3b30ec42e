import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { leakedIn } from '../tests/support/made-up-sender.ts';
import { root } from './wrangler.ts';

// The tests that take long: ten times as many schedules of faults, all of the naughty strings, a local site that is
// broken while thousands write to it, and setup, deploy, restore and keys with every answer of Cloudflare lost in turn.
const schedules = vitest('worker', 'nothing-lost', 'naughty');
const deep = vitest('deep');
if (schedules && deep) console.log('Nothing was lost.');
else {
  console.error('Something is wrong: see above.');
  process.exitCode = 1;
}

/** Runs tests and shows what they print; true when they pass, and when nothing that a sender typed was printed. */
function vitest(project: string, ...files: string[]): boolean {
  const args = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', `--project=${project}`, ...files];
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, SCHEDULES: '2000' },
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  console.log(stdout);
  const leaked = leakedIn(stdout);
  if (leaked.length > 0) console.error(`These tests printed what a sender had typed: ${leaked.join(', ')}`);
  return status === 0 && leaked.length === 0;
}
