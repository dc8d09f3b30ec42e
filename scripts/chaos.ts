import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { leakedIn } from '../tests/support/made-up-sender.ts';
import { root } from './wrangler.ts';

// The tests that take long: ten times as many schedules of faults, all of the naughty strings, a local site that is
// broken while thousands write to it, the dearest request of each route, and setup, deploy, restore and keys with every answer of Cloudflare lost in turn.
const schedules = vitest('pipe', '--project=worker', 'journeys/nothing-lost', 'journeys/naughty');
console.log(schedules.stdout);
const leaked = leakedIn(schedules.stdout);
if (leaked.length > 0) console.error(`What senders had typed was printed: ${leaked.join(', ')}`);
const deep = vitest('inherit', '--project=deep');
const isRight = schedules.status === 0 && leaked.length === 0 && deep.status === 0;
console.log(isRight ? 'Nothing was lost.' : 'Something is wrong: see above.');
process.exitCode = isRight ? 0 : 1;

function vitest(stdout: 'pipe' | 'inherit', ...args: string[]) {
  return spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...args], {
    cwd: root,
    env: { ...process.env, SCHEDULES: '2000' },
    stdio: ['ignore', stdout, 'inherit'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
}
