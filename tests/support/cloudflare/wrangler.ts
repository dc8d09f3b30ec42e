import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { quiet, root, wrangler } from '../../../scripts/wrangler.ts';
import type { StandIn } from './state.ts';

// Runs the real wrangler, or any other command, against the stand-in. Never with `spawnSync` from the test itself: the
// stand-in lives in the same process and could not answer.

export interface Ran {
  status: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  /** What it reads. Without it, its input is at its end. */
  input?: string;
  cwd?: string;
  env?: Settings;
}

/** Beside or instead of the stand-in's own; undefined takes one away. */
export type Settings = Record<string, string | undefined>;

export function wranglerAt(standIn: StandIn, folder: string) {
  /** What a command needs to speak to the stand-in and to nothing else: no login, cache or setting of this machine. */
  function environment(more: Settings = {}): NodeJS.ProcessEnv {
    const [account, second] = standIn.accounts;
    const settings: NodeJS.ProcessEnv = { ...process.env };
    for (const name of Object.keys(settings))
      if (/^(CLOUDFLARE_|CF_|WRANGLER_|FORCE_COLOR)/.test(name)) delete settings[name];
    return Object.assign(settings, quiet, {
      // A log file for each call, and the account of the last one, would stay behind on this machine.
      WRANGLER_LOG_PATH: join(folder, 'logs'),
      WRANGLER_CACHE_DIR: join(folder, 'cache'),
      WRANGLER_REGISTRY_PATH: join(folder, 'registry'),
      XDG_CONFIG_HOME: join(folder, 'config'),
      CLOUDFLARE_API_BASE_URL: `${standIn.origin}/client/v4`,
      CLOUDFLARE_API_TOKEN: standIn.token,
      ...(account && !second && { CLOUDFLARE_ACCOUNT_ID: account.id }),
      ...more,
    });
  }

  function runWrangler(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
    return run(process.execPath, ['--no-warnings', wrangler, ...args], options);
  }

  async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
    const child = spawn(command, args, { cwd: options.cwd ?? root, env: environment(options.env) });
    // A command that ends early does not read to the end.
    child.stdin.on('error', () => undefined).end(options.input ?? '');
    const ended = new Promise<number | null>((done, fail) => child.on('close', done).on('error', fail));
    const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    return { status, stdout, stderr };
  }

  return { environment, runWrangler, run };
}

/** An address at which nobody answers, for `CLOUDFLARE_API_BASE_URL`. */
export async function nobodyThere(): Promise<string> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (!address || typeof address === 'string') throw new Error('No port was free');
  return `http://127.0.0.1:${address.port}/client/v4`;
}
