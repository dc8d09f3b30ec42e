import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Stop } from '../stop.ts';
import { quiet, root, wrangler } from '../wrangler.ts';

/** A database that wrangler can reach: the real one, or a local one beside a wrangler.toml. */
export interface Source {
  where: '--local' | '--remote';
  config: string;
}

export const ownConfig = join(root, 'wrangler.toml');

/** What says whether two databases hold the same. Of enquiries, those up to a row: others may come any moment. */
export interface Summary {
  highestRow: number;
  enquiries: number;
  /** SHA-256 in hex over id, key and sealed answers of each, in order. */
  sha256: string;
  changes: number;
  exports: number;
  tombstones: number;
}

const atOnce = 2000;

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

export function summarise(source: Source, upTo?: number): Summary {
  const [counts] = ask<Omit<Summary, 'enquiries' | 'sha256'>>(
    source,
    'select (select coalesce(max("row"), 0) from enquiries) as highestRow, (select count(*) from changes) as changes, (select count(*) from exports) as exports, (select count(*) from tombstones) as tombstones',
  );
  if (!counts) throw new Stop('The database did not answer.');
  const highestRow = upTo ?? counts.highestRow;
  const hash = createHash('sha256');
  let enquiries = 0;
  for (let last = 0; ; ) {
    const rows = ask<{ row: number; id: string; key_id: string; sealed: string }>(
      source,
      `select "row", id, key_id, sealed from enquiries where "row" > ${last} and "row" <= ${highestRow} order by "row" limit ${atOnce}`,
    );
    for (const { id, key_id, sealed } of rows) hash.update(`${id}:${key_id}:${sealed}\n`);
    enquiries += rows.length;
    last = rows.at(-1)?.row ?? highestRow;
    if (rows.length < atOnce) break;
    console.log(`  ${enquiries} enquiries counted …`);
  }
  return { ...counts, highestRow, enquiries, sha256: hash.digest('hex') };
}
