import { createInterface } from 'node:readline/promises';
import { styleText } from 'node:util';
import { interrupted, Stop } from '../command.ts';
import type { Judged } from './site-settings.ts';

/** Whether somebody sits there who can be asked, and who alone sees what is shown. */
export function isTerminal(): boolean {
  return Boolean(process.stdin.isTTY && process.stdout.isTTY);
}

/** Asks until the answer is right. `usual` is what an empty answer means. */
export async function ask(question: string, judge: (typed: string) => Judged, usual = ''): Promise<string> {
  if (!isTerminal()) throw new Stop(`Nobody is there to ask: ${question}.`);
  for (;;) {
    const typed = (await readLine(`  ${question}\n  ${usual ? `[${usual}] ` : ''}> `)).trim();
    const judged = judge(typed || usual);
    if ('value' in judged) return judged.value;
    console.log(styleText('yellow', `  ${judged.wrong}`));
  }
}

async function readLine(prompt: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  // Otherwise Ctrl-C leaves a question that nobody answers, and the program ends as if all were well.
  lines.on('SIGINT', interrupted);
  try {
    return await lines.question(prompt);
  } catch {
    // Ctrl-D: nobody is going to answer.
    return interrupted();
  } finally {
    lines.close();
  }
}

export function heading(words: string): void {
  console.log(`\n${styleText('bold', words)}`);
}

export function done(words: string): void {
  console.log(`  ${words}`);
}
