import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/** What is waited for, and what a person then types: given outright, or taken from what was shown so far. */
export type Step = [expect: RegExp, answer: string | ((shown: string) => string)];

const patience = 60_000;

/**
 * Runs a command on a terminal of its own (`script` of util-linux makes it), types each answer once what it answers is
 * shown, and resolves with everything that was shown, without colours.
 */
export function onTerminal(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  steps: readonly Step[],
  cwd?: string,
): Promise<{ status: number | null; output: string }> {
  const line = [command, ...args].map(quoted).join(' ');
  const child = spawn('script', ['-qec', line, '/dev/null'], { cwd, env: { TERM: 'xterm', ...env } });
  const left = [...steps];
  let shown = '';
  let answered = 0;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill();
      reject(new Error(`Nothing showed ${left[0]?.[0] ?? 'the end'} in time. Shown was:\n${shown}`));
    }, patience);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      shown = stripVTControlCharacters(shown + text).replaceAll('\r', '');
      const [next] = left;
      if (!next?.[0].test(shown.slice(answered))) return;
      left.shift();
      answered = shown.length;
      const [, answer] = next;
      child.stdin.write(`${typeof answer === 'string' ? answer : answer(shown)}\r`);
    });
    child.stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve({ status, output: shown });
    });
  });
}

/** For the shell that `script` starts. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
