import { type ParseArgsConfig, parseArgs } from 'node:util';

// npm knows options of this name, and may have been set to one of them for good.
const npmsOwn = ['yes'];

/** The options of a command. Ends the program with a sentence when they are none, or when npm has kept one to itself. */
export function readOptions<Config extends ParseArgsConfig>(config: Config) {
  const swallowed = Object.keys(config.options ?? {}).find(
    (name) => !npmsOwn.includes(name) && process.env[`npm_config_${name.replaceAll('-', '_')}`] !== undefined,
  );
  if (swallowed)
    end(
      `npm took --${swallowed} for an option of its own. Write "--" before the options: npm run ${process.env.npm_lifecycle_event} -- --${swallowed} …`,
    );
  try {
    return parseArgs(config);
  } catch (error) {
    const names = Object.keys(config.options ?? {}).map((name) => `--${name}`);
    return end(
      `${error instanceof Error ? error.message.split('. ')[0] : error}. The options are ${names.join(', ')}.`,
    );
  }
}

function end(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
