import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';
import { explain } from './command.ts';
import { root } from './wrangler.ts';

// Format, lint, types and tests run side by side. What each prints is shown in this order.
const running: ChildProcess[] = [];
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal);
    console.error('Interrupted.');
    process.exit(1);
  });
}

const folder = mkdtempSync(join(tmpdir(), 'checks-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
await check(process.argv.includes('--fast')).catch(explain);

async function check(fast: boolean): Promise<void> {
  const started = Date.now();
  // First of all, so that nobody waits for the other tests only to hear that there is no browser.
  if (!fast) process.env.CHROMIUM_PATH = findBrowser();

  const report = join(folder, 'vitest.json');
  const onTerminal = Boolean(process.stdout.isTTY);
  const projects = fast ? ['worker'] : ['worker', 'browser'];
  // What a tool prints goes through here, so each has to be told whether there is a terminal at the end.
  const lint = start('@biomejs/biome/bin/biome', 'ci', `--colors=${onTerminal ? 'force' : 'off'}`, '.');
  const types = start('typescript/bin/tsc', `--pretty`, `${onTerminal}`);
  const tests = start(
    'vitest/vitest.mjs',
    'run',
    onTerminal ? '--color' : '--no-color',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...projects.map((name) => `--project=${name}`),
  );
  const isLinted = await show('Format and lint', lint);
  const isTyped = await show('Types', types);
  const isTested = await show('Tests', tests);

  const { passed, failed } = readReport(report);
  // A run that fails around its tests, or without any, is a failure as well.
  const testsFailed = failed || Number(!isTested);
  const steps = { 'format and lint': isLinted, types: isTyped, tests: testsFailed === 0 };
  const failing = Object.entries(steps).flatMap(([name, isRight]) => (isRight ? [] : [name]));
  if (failing.length > 0) console.error(`\nFailed: ${failing.join(', ')}. See above.`);
  // Format and lint count as one, and so do the types.
  const others = Number(isLinted) + Number(isTyped);
  console.log(`\n${passed + others} passed, ${testsFailed + 2 - others} failed`);
  console.log(`${Math.round((Date.now() - started) / 1000)} seconds`);
  process.exitCode = failing.length > 0 ? 1 : 0;
}

/** Starts one of the installed tools; it waits with what it prints until `show`. */
function start(tool: string, ...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  return child;
}

/** Shows what a tool prints until it ends; true when it found nothing wrong. */
async function show(name: string, child: ChildProcess): Promise<boolean> {
  console.log(`\n── ${name}`);
  const ended = once(child, 'close');
  child.stdout?.pipe(process.stdout, { end: false });
  child.stderr?.pipe(process.stderr, { end: false });
  const [code] = await ended;
  return code === 0;
}

/** The part of vitest's JSON report that is read here (the format is Jest's). */
interface Report {
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** Counts the tests of a run; a file that fails outside its tests counts as one more that failed. */
function readReport(path: string) {
  const count = { passed: 0, failed: 0 };
  if (!existsSync(path)) return count;
  // Vitest wrote it a moment ago.
  const { testResults } = JSON.parse(readFileSync(path, 'utf8')) as Report;
  for (const { status, assertionResults } of testResults) {
    const passed = assertionResults.filter((test) => test.status === 'passed').length;
    const failed = assertionResults.filter((test) => test.status === 'failed').length;
    count.passed += passed;
    count.failed += failed || Number(status === 'failed');
  }
  return count;
}
