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

/** The database of the site in the site file. */
export function siteDatabase(): Source {
  return { where: '--remote', config: mergedConfig() };
}

/** Runs `wrangler d1` on the database and gives what it printed; stops with its words when it fails. */
export function d1({ where, config }: Source, verb: 'execute' | 'export', ...args: string[]): string {
  const remote = where === '--remote';
  const all = ['--no-warnings', wrangler, 'd1', verb, 'DB', where, '--config', config, ...args];
  const { status, stdout, stderr } = inScratch((scratch) =>
    spawnSync(process.execPath, all, {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...(remote ? accountEnvironment() : { ...process.env, ...quiet }),
        // At a lower level wrangler does not print its answer.
        WRANGLER_LOG: 'log',
        // What it prints it also writes into its log: here that is rows, and the open address of an export.
        WRANGLER_LOG_PATH: scratch,
      },
      maxBuffer: 1024 * 1024 * 1024,
    }),
  );
  if (status === 0) return stdout;
  const reason = (remote ? reasonIn : wranglerError)(`${stderr}\n${stdout}`);
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

/** Every row of several queries, some at a time: an answer of D1 has 50 MB at most. The SQL says in which order. */
export function askAll<Rows extends readonly unknown[]>(
  ask: Asking,
  sqls: { [Place in keyof Rows]: string },
  atOnce = 5000,
): { [Place in keyof Rows]: Rows[Place][] } {
  const all: unknown[][] = sqls.map(() => []);
  for (let start = 0; ; start += atOnce) {
    const pages = ask.each(sqls.map((sql) => `${sql} limit ${atOnce} offset ${start}`));
    for (const [place, rows] of pages.entries()) all[place]?.push(...rows);
    // As many lists as queries, each of the rows that its query gives.
    if (pages.every((rows) => rows.length < atOnce)) return all as { [Place in keyof Rows]: Rows[Place][] };
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
