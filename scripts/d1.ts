import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergedConfig } from './account/merged-config.ts';
import { accountEnvironment, jsonIn, reasonIn } from './account/wrangler-on-account.ts';
import { Stop } from './command.ts';
import { forOwnerOnly, quiet, root, wrangler, wranglerError } from './wrangler.ts';

/** A database that wrangler can reach: a real one, or a local one beside a wrangler.toml. */
export interface Source {
  where: '--local' | '--remote';
  config: string;
}

/** What answers queries: the caller's SQL says what a row is. */
export interface Asking {
  <Row>(sql: string): Row[];
  /** The rows of several queries, in one call of wrangler. */
  each<Row>(sqls: readonly string[]): Row[][];
}

export const ownConfig = join(root, 'wrangler.toml');

/** The database of a site on the account: of the one in the site file, or of another configuration. */
export function remote(config = mergedConfig()): Source {
  return { where: '--remote', config };
}

/** Runs `wrangler d1` on the database and gives what it printed; stops with its words when it fails. */
export function d1({ where, config }: Source, verb: 'execute' | 'export', ...args: string[]): string {
  const isRemote = where === '--remote';
  const all = ['--no-warnings', wrangler, 'd1', verb, 'DB', where, '--config', config, ...args];
  const { status, stdout, stderr } = inScratch((scratch) =>
    spawnSync(process.execPath, all, {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...(isRemote ? accountEnvironment() : { ...process.env, ...quiet }),
        // At a lower level wrangler does not print its answer.
        WRANGLER_LOG: 'log',
        // What it prints it also writes into its log: here that is rows, and the open address of an export.
        WRANGLER_LOG_PATH: scratch,
      },
      maxBuffer: 1024 * 1024 * 1024,
    }),
  );
  if (status === 0) return stdout;
  const reason = (isRemote ? reasonIn : wranglerError)(`${stderr}\n${stdout}`);
  throw new Stop(`\`wrangler d1 ${verb}\` did not succeed: ${reason}`);
}

export function asking(source: Source): Asking {
  function each<Row>(sqls: readonly string[]): Row[][] {
    const answers = jsonIn(d1(source, 'execute', '--json', '--command', sqls.join('; ')));
    if (!Array.isArray(answers) || answers.length !== sqls.length)
      throw new Stop('`wrangler d1 execute` did not answer each question.');
    return (answers as { results: Row[] }[]).map(({ results }) => results);
  }
  return Object.assign(<Row>(sql: string) => each<Row>([sql])[0] ?? [], { each });
}

export function ask<Row>(source: Source, sql: string): Row[] {
  return asking(source)<Row>(sql);
}

/** Every row, some at a time: an answer of D1 has 50 MB at most. The SQL says in which order. */
export function askAll<Row>(ask: Asking, sql: string, atOnce = 5000): Row[] {
  const all: Row[] = [];
  for (let start = 0; ; start += atOnce) {
    const rows = ask<Row>(`${sql} limit ${atOnce} offset ${start}`);
    all.push(...rows);
    if (rows.length < atOnce) return all;
  }
}

/** Does all of the statements, or none of them. */
export function executeAll(source: Source, statements: readonly string[]): void {
  if (statements.length === 0) return;
  inScratch((scratch) => {
    const file = join(scratch, 'statements.sql');
    // D1 recognises a file by its bytes, and may take one that it has seen before as done.
    const words = [`-- ${randomUUID()}`, ...statements.map((statement) => `${statement};`)];
    writeFileSync(file, `${words.join('\n')}\n`);
    d1(source, 'execute', '--yes', '--file', file);
  });
}

/** A folder for this one call, for its owner alone, and gone afterwards. */
function inScratch<T>(work: (folder: string) => T): T {
  return forOwnerOnly(() => {
    mkdirSync(join(root, '.wrangler'), { recursive: true });
    const folder = mkdtempSync(join(root, '.wrangler/d1-'));
    try {
      return work(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}

/** What a column of a row may hold. Bytes are wanted as such: D1's JSON has them as a list of numbers. */
export type Cell = string | number | null | Uint8Array;
export type Row = Record<string, Cell>;

/** An `insert` of one row, with its values written out: a file of statements has no parameters. */
export function insert(table: string, row: Row): string {
  const names = Object.keys(row).map((name) => `"${name}"`);
  return `insert into ${table} (${names}) values (${Object.values(row).map(literal)})`;
}

export function literal(value: Cell): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  return `x'${Buffer.from(value).toString('hex')}'`;
}
