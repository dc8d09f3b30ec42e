import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

// The npm package `node`: from here on, the Node outside no longer matters.
export const installedNode = fileURLToPath(
  new URL(`../node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`, import.meta.url),
);

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs a script of this repository on the installed Node, as if it were this process: its signals, its exit code. */
export async function runInstalled(script, args) {
  const { code } = await run(installedNode, [script, ...args], { stdio: 'inherit' });
  process.exitCode = code;
}

/** Runs a program at the root to its end. `error` is set when there is no such program; `output` is what a pipe took. */
export function run(program, args, options) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, ...options });
    const pass = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, pass);
    const watch = whenNpmEnds(() => pass('SIGTERM'));
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));

    function end(result) {
      clearInterval(watch);
      for (const signal of signals) process.off(signal, pass);
      resolve({ ...result, output });
    }
    child.once('error', (error) => end({ code: 1, error }));
    child.once('close', (code) => end({ code: code ?? 1 }));
  });
}

// A signal sent to npm alone ends npm and its shell, and never reaches us.
function whenNpmEnds(act) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  return setInterval(() => process.ppid !== parent && act(), 500);
}
