import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/** What is waited for, and what a person then types: given outright, or taken from what was shown so far. */
export type Step = [expect: RegExp, answer: string | ((shown: string) => string)];

const patience = 180_000;

export interface Typing {
  /** What a person types now that this is new on the screen; undefined while there is nothing to answer. */
  answer(fresh: string, shown: string): string | undefined;
  /** What is still waited for, for a message; undefined when nothing has to come. */
  waiting(): string | undefined;
}

/** Each question once, in this order. */
function inOrder(steps: readonly Step[]): Typing {
  const left = [...steps];
  return {
    answer(fresh, shown) {
      const [next] = left;
      if (!next?.[0].test(fresh)) return undefined;
      left.shift();
      return typeof next[1] === 'string' ? next[1] : next[1](shown);
    },
    waiting: () => left[0] && String(left[0][0]),
  };
}

/** Whatever is asked, as often as it is asked. */
export function whicheverIsAsked(steps: readonly Step[]): Typing {
  return {
    answer(fresh, shown) {
      const [, answer] = steps.find(([expect]) => expect.test(fresh)) ?? [];
      return typeof answer === 'function' ? answer(shown) : answer;
    },
    waiting: () => undefined,
  };
}

/**
 * Runs a command on a terminal of its own (`script` of util-linux makes it), types each answer once what it answers is
 * shown, and resolves with everything that was shown, without colours.
 */
export function onTerminal(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  steps: readonly Step[] | Typing,
  cwd?: string,
): Promise<{ status: number | null; output: string }> {
  const line = [command, ...args].map(quoted).join(' ');
  const child = spawn('script', ['-qec', line, '/dev/null'], { cwd, env: { TERM: 'xterm', ...env } });
  const typing = 'answer' in steps ? steps : inOrder(steps);
  let shown = '';
  let answered = 0;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill();
      reject(new Error(`Nothing showed ${typing.waiting() ?? 'the end'} in time. Shown was:\n${shown}`));
    }, patience);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      shown = stripVTControlCharacters(shown + text).replaceAll('\r', '');
      const answer = typing.answer(shown.slice(answered), shown);
      if (answer === undefined) return;
      answered = shown.length;
      child.stdin.write(`${answer}\r`);
    });
    child.stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', (status) => {
      clearTimeout(timer);
      // A question that never came was not answered by anybody.
      if (status === 0 && typing.waiting())
        reject(new Error(`It never showed ${typing.waiting()}:\n${shown}`));
      else resolve({ status, output: shown });
    });
  });
}

/** For the shell that `script` starts. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
