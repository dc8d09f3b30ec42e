import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';
import { explain, Stop } from './stop.ts';
import { readReport } from './vitest-report.ts';
import { root } from './wrangler.ts';

let running: ChildProcess | undefined;
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupted = true;
    running?.kill(signal);
  });
}

const folder = mkdtempSync(join(tmpdir(), 'checks-'));
await check(process.argv.includes('--fast')).catch(explain);
rmSync(folder, { recursive: true, force: true });

async function check(fast: boolean): Promise<void> {
  const started = Date.now();
  // First of all, so that nobody waits for the other tests only to hear that there is no browser.
  if (!fast) process.env.CHROMIUM_PATH = findBrowser();

  const report = join(folder, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  // Left to themselves, both tools colour a file that is to be read later as well; Biome heeds its flag alone.
  const colours = `--colors=${process.stdout.isTTY ? 'force' : 'off'}`;
  if (!process.stdout.isTTY) process.env.NO_COLOR = '1';
  const lint = await step('Format and lint', '@biomejs/biome/bin/biome', 'ci', colours, '.');
  const types = await step('Types', 'typescript/bin/tsc');
  const tests = await step(
    'Tests',
    'vitest/vitest.mjs',
    'run',
    ...reporters,
    '--project=worker',
    ...(fast ? [] : ['--project=browser']),
  );

  const { passed, failed, inBrowser } = readReport(report);
  const noBrowserTests = !fast && inBrowser === 0;
  if (noBrowserTests) console.error('No browser test ran.');
  // A run that fails around its tests, or without any, is a failure as well.
  const testsFailed = failed || Number(!tests || noBrowserTests);
  const steps = { 'format and lint': lint, types, tests: testsFailed === 0 };
  const failing = Object.entries(steps).filter(([, good]) => !good);
  if (failing.length > 0) console.error(`\nFailed: ${failing.map(([name]) => name).join(', ')}. See above.`);
  // Format and lint counts as one, and so do the types.
  console.log(
    `\n${passed + Number(lint) + Number(types)} passed, ${testsFailed + Number(!lint) + Number(!types)} failed`,
  );
  console.log(`${Math.round((Date.now() - started) / 1000)} seconds`);
  process.exitCode = failing.length > 0 ? 1 : 0;
}

/** Runs one of the installed tools to its end; true when it is content. */
async function step(name: string, tool: string, ...args: string[]): Promise<boolean> {
  console.log(`\n── ${name}`);
  running = spawn(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  const [code] = await once(running, 'exit');
  if (interrupted) throw new Stop('Interrupted.');
  return code === 0;
}
