import { createInterface } from 'node:readline/promises';
import { Stop } from './stop.ts';

/** Whether a person sits there who can read and answer. */
export function hasTerminal(): boolean {
  return Boolean(process.stdin.isTTY && process.stdout.isTTY);
}

/** Asks the person at the terminal. Whoever ends it instead of answering has changed nothing. */
export async function askPerson(question: string): Promise<string> {
  const face = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await new Promise<string>((resolve, reject) => {
      face.once('close', () => reject(new Stop('\nNot answered. Nothing was changed.')));
      face.once('SIGINT', () => face.close());
      face.question(question).then((answer) => resolve(answer.trim()), reject);
    });
  } finally {
    face.close();
  }
}
