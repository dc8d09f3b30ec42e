/** An end that was foreseen: its message is one plain sentence for the person at the terminal. */
export class Stop extends Error {}

/** Says why a command ended; only what nobody foresaw gets a stack trace. */
export function explain(error: unknown): void {
  console.error(error instanceof Stop ? error.message : error);
  process.exitCode = 1;
}
