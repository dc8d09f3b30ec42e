import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { Stop } from './command.ts';
import { ownConfig } from './d1.ts';
import { root, wrangler, wranglerEnvironment, wranglerError } from './wrangler.ts';

/** Brings the database in a state folder up to date; `config` is the wrangler.toml, when it is not this repository's own. */
export async function applyMigrations(state: string, config = ownConfig): Promise<void> {
  const args = ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state, '--config', config];
  const child = spawn(process.execPath, ['--no-warnings', wrangler, ...args], {
    cwd: root,
    env: wranglerEnvironment(state),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const code = new Promise((resolve) => child.once('close', resolve));
  const [printed, complaints] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if ((await code) === 0) return;
  // A table of what is still to be done comes first, so the first name in it is the one that failed.
  const [file = 'A migration'] = printed.match(/\b\d{4}_[\w-]+\.sql\b/) ?? [];
  throw new Stop(`The migration ${file} failed: ${wranglerError(complaints + printed)}`);
}
