import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { findBrowser } from './browser.ts';
import { explain } from './command.ts';
import { root } from './wrangler.ts';

// Format and lint, types, and tests run side by side; the tests are shown as they run, the others after them.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));
await check(process.argv.includes('--fast')).catch(explain);

async function check(fast: boolean): Promise<void> {
  const started = Date.now();
  // First of all, so that nobody waits for the other tests only to hear that there is no browser.
  if (!fast) process.env.CHROMIUM_PATH = findBrowser();
  const lint = run('@biomejs/biome/bin/biome', 'ci', '--colors=off', '.');
  const types = run('typescript/bin/tsc');
  const tests = await runTests(fast ? ['worker'] : ['worker', 'browser']);
  const isLinted = show('Format and lint', await lint);
  const isTyped = show('Types', await types);

  const steps = { 'format and lint': isLinted, types: isTyped, tests: tests.failed === 0 };
  const failing = Object.entries(steps).flatMap(([name, isRight]) => (isRight ? [] : [name]));
  if (failing.length > 0) console.error(`\nFailed: ${failing.join(', ')}. See above.`);
  // Format and lint count as one, and so do the types.
  const others = Number(isLinted) + Number(isTyped);
  console.log(`\n${tests.passed + others} passed, ${tests.failed + 2 - others} failed`);
  console.log(`${Math.round((Date.now() - started) / 1000)} seconds`);
  process.exit(failing.length > 0 ? 1 : 0);
}

/** Runs one of the installed tools to its end. */
async function run(tool: string, ...args: string[]) {
  const child = spawn(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  const printed = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await ended;
  return { printed: printed.join(''), isRight: code === 0 };
}

function show(name: string, { printed, isRight }: Awaited<ReturnType<typeof run>>): boolean {
  console.log(`\n── ${name}: ${isRight ? 'nothing to correct' : `\n${printed}`}`);
  return isRight;
}

/** Runs the tests of some projects and counts them. */
async function runTests(project: string[]) {
  // Left to itself, vitest colours a file that is to be read later as well; it decides when it is loaded.
  if (!process.stdout.isTTY) process.env.NO_COLOR = '1';
  const { startVitest } = await import('vitest/node');
  const vitest = await startVitest('test', [], { run: true, project }, { root });
  const files = vitest.state.getTestModules();
  const states = files.flatMap((file) => [...file.children.allTests()].map((test) => test.result().state));
  const passed = states.filter((state) => state === 'passed').length;
  // A run that fails around its tests, or without any, is a failure as well.
  const around = files.filter((file) => file.errors().length > 0).length + Number(passed === 0);
  const unhandled = vitest.state.getUnhandledErrors().length;
  await vitest.close();
  return { passed, failed: states.filter((state) => state === 'failed').length + around + unhandled };
}
