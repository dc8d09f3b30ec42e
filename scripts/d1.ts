import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Stop } from './stop.ts';
import { quiet, root, wrangler } from './wrangler.ts';

/** A database that wrangler can reach: the real one, or a local one beside a wrangler.toml. */
export interface Source {
  where: '--local' | '--remote';
  config: string;
}

export const ownConfig = join(root, 'wrangler.toml');

/** Runs `wrangler d1` on the database; ends with its words when it fails. */
export function d1({ where, config }: Source, verb: 'execute' | 'export', ...args: string[]): string {
  const all = ['--no-warnings', wrangler, 'd1', verb, 'DB', where, '--config', config, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, {
    cwd: root,
    encoding: 'utf8',
    // At a lower level wrangler keeps its answer to itself.
    env: { ...process.env, ...quiet, WRANGLER_LOG: 'log' },
    maxBuffer: 1024 * 1024 * 1024,
  });
  if (status === 0) return stdout;
  const [, reason] = /\[ERROR\]\s*(.+)/.exec(stderr + stdout) ?? [];
  throw new Stop(`\`wrangler d1 ${verb}\` failed: ${reason ?? 'it gave no reason'}`);
}

export function ask<Row>(source: Source, sql: string): Row[] {
  const printed = d1(source, 'execute', '--json', '--command', sql);
  // What comes before the first bracket is wrangler talking. The caller's SQL says what a row is.
  const [answer] = JSON.parse(printed.slice(printed.indexOf('['))) as { results: Row[] }[];
  return answer?.results ?? [];
}
