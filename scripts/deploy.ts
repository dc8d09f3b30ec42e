import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { unstable_readConfig } from 'wrangler';
import { ask, ownConfig } from './d1.ts';
import { smoke } from './smoke.ts';
import { heading, wranglerSteps } from './steps.ts';
import { explain, Stop } from './stop.ts';
import { root } from './wrangler.ts';

// Puts the site online, and stops at the first thing that is wrong.
const { values } = parseArgs({
  options: { 'dry-run': { type: 'boolean', default: false }, 'key-ends': { type: 'string' } },
});
const dryRun = values['dry-run'];
const { run, read } = wranglerSteps(dryRun);
const canaryPatience = 12 * 60_000;

try {
  await deploy();
} catch (error) {
  explain(error);
}

async function deploy() {
  heading('1. Launch check');
  const secrets = read(['secret', 'list']);
  const keyEnds = values['key-ends'] ? ['--key-ends', values['key-ends']] : [];
  node('scripts/launch-check.ts', [...(secrets ? ['--secrets', '-'] : []), ...keyEnds], secrets);

  heading('2. Tests');
  if (dryRun) console.log('  would run: npm test');
  else node('scripts/checks.ts', []);

  heading('3. The database');
  // They only add: the Worker that is online works with the new tables as well.
  run(['d1', 'migrations', 'apply', 'DB', '--remote']);

  heading('4. The Worker');
  run(['deploy']);
  if (dryRun) wranglerSteps(false).run(['deploy', '--dry-run']);

  heading('5. Is it there?');
  const site = String(unstable_readConfig({ config: ownConfig }).vars.SITE_URL ?? '');
  if (dryRun) console.log('  would open its pages, and wait for a test enquiry to come through');
  else {
    await smoke(site).catch(goBack);
    await waitForCanary().catch(goBack);
    console.log(`\nThe site is online: ${site}`);
  }
}

/** In a dry run it goes on: what is open then is no surprise. */
function node(script: string, args: string[], input?: string) {
  console.log(`  runs: ${script} ${args.join(' ')}`);
  const { status } = spawnSync(process.execPath, ['--no-warnings', script, ...args], {
    cwd: root,
    input,
    stdio: [input === undefined ? 'inherit' : 'pipe', 'inherit', 'inherit'],
  });
  if (status !== 0 && !dryRun) throw new Stop('\nStopped here. Nothing was changed.');
}

/** The cron's test enquiry goes through the real form: made due now, it comes with the next run. */
async function waitForCanary() {
  const database = { where: '--remote', config: ownConfig } as const;
  ask(database, "update jobs set done_for = null where name = 'canary'");
  console.log('  A test enquiry is on its way. The cron sends it within 5 minutes …');
  for (const end = Date.now() + canaryPatience; Date.now() < end; await pause(20_000)) {
    const [canary] = ask<{ doneFor: number | null; error: string | null }>(
      database,
      "select done_for as doneFor, error from jobs where name = 'canary'",
    );
    if (canary?.error) throw new Stop('The test enquiry did not come through: see Status at the desk.');
    if (canary?.doneFor) return console.log('  It was stored, opened and deleted again.');
    console.log(`  waiting, ${Math.round((end - Date.now()) / 1000)} s at most …`);
  }
  throw new Stop('No test enquiry was sent: does the cron run?');
}

function goBack(error: unknown): never {
  console.error(`
To go back to the Worker before this one:   npx wrangler rollback
The tables may stay as they are: migrations only add.`);
  throw error;
}
