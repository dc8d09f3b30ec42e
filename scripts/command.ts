import { type ParseArgsConfig, parseArgs } from 'node:util';

/** An end that was foreseen: its message is one plain sentence for the person at the terminal. */
export class Stop extends Error {}

/** Says why a command ended; only what nobody foresaw gets a stack trace. */
export function explain(error: unknown): void {
  console.error(error instanceof Stop ? error.message : error);
  process.exitCode = 1;
}

/** Runs a command that can be interrupted at any time and run again. */
export async function command(work: () => void | Promise<void>): Promise<void> {
  process.on('SIGINT', interrupted);
  try {
    await work();
  } catch (error) {
    explain(error);
  }
}

/** Ends the program when somebody presses Ctrl-C. */
export function interrupted(): never {
  console.error('\nInterrupted. What was made so far stays: run the same command again.');
  process.exit(130);
}

// npm has an option of this name too, and somebody may have set it for good.
const npmsOwn = ['yes'];

/** The options of a command. Ends the program with a sentence when they are wrong, or when npm took one for itself. */
export function readOptions<Config extends ParseArgsConfig>(config: Config) {
  const names = Object.keys(config.options ?? {});
  const swallowed = names.find(
    (name) => !npmsOwn.includes(name) && process.env[`npm_config_${name.replaceAll('-', '_')}`] !== undefined,
  );
  if (swallowed)
    end(
      `npm took --${swallowed} for an option of its own. Write "--" before the options: npm run ${process.env.npm_lifecycle_event} -- --${swallowed} …`,
    );
  try {
    return parseArgs(config);
  } catch (error) {
    const [words] = String(error instanceof Error ? error.message : error).split('. ');
    return end(`${words}. The options are ${names.map((name) => `--${name}`).join(', ')}.`);
  }
}

function end(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
