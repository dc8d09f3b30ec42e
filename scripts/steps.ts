import { spawnSync } from 'node:child_process';
import { styleText } from 'node:util';
import { Stop } from './stop.ts';
import { quiet, root, wrangler } from './wrangler.ts';

/** Runs wrangler on the account, saying what it runs; with `dryRun` it only says so. */
export function wranglerSteps(dryRun: boolean) {
  /** Shows what it prints. `input` is a secret that it is to read. */
  function run(args: readonly string[], input?: string): void {
    say(args, input);
    if (dryRun) return;
    const { status } = spawn(args, {
      stdio: [input === undefined ? 'inherit' : 'pipe', 'inherit', 'inherit'],
      input,
    });
    if (status !== 0)
      throw new Stop(`\`wrangler ${args.join(' ')}\` did not succeed. Nothing after it was done.`);
  }

  /** Gives what it prints; undefined when it fails, or in a dry run. */
  function read(args: readonly string[]): string | undefined {
    say(args);
    if (dryRun) return undefined;
    const { status, stdout } = spawn(args, { stdio: ['inherit', 'pipe', 'pipe'] });
    return status === 0 ? String(stdout) : undefined;
  }

  function say(args: readonly string[], input?: string) {
    const words = `  ${dryRun ? 'would run' : 'runs'}: npx wrangler ${args.join(' ')}`;
    console.log(styleText('dim', input === undefined ? words : `${words}   (the value goes in unseen)`));
  }

  return { run, read };
}

function spawn(args: readonly string[], options: Parameters<typeof spawnSync>[2]) {
  const { CLOUDFLARE_CF_FETCH_ENABLED: _, ...settings } = quiet;
  return spawnSync(process.execPath, ['--no-warnings', wrangler, ...args], {
    cwd: root,
    env: { ...process.env, ...settings },
    encoding: 'utf8',
    ...options,
  });
}

/** A heading in the terminal. */
export function heading(words: string): void {
  console.log(`\n${styleText('bold', words)}`);
}
