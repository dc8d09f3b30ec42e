import { createHash } from 'node:crypto';
import { hexId } from '../account.ts';
import { Raw, Refusal } from '../answers.ts';
import type { Asked, Routes } from '../router.ts';
import type { StandIn } from '../state.ts';
import { type DumpOptions, dump, runStatements } from '../statements.ts';
import { databaseNamed } from './databases.ts';

// What is in a database: queries, the import and the export with their signed addresses, and the bookmarks.

const bookmark = '00000001-00000000-00000000-00000000000000000000000000000000';

export const sqlRoutes = {
  'POST /d1/database/:database/query': async ({ account, named, json }) => {
    const { sql, params } = json<{ sql: string; params?: unknown[] }>();
    const database = await account.engine.database(databaseNamed(account, named('database')).uuid);
    return asD1(runStatements(database, sql, params));
  },
  'POST /d1/database/:database/import': (asked, standIn) => {
    const step = asked.json<{ action: string; etag: string; filename: string }>();
    if (step.action === 'init') return beginImport(step.etag, standIn);
    if (step.action === 'ingest') return ingest(asked, step.filename, standIn);
    // wrangler gets everything with the answer to `ingest` and has nothing to wait for.
    return { success: false, error: 'Not currently importing anything.' };
  },
  'POST /d1/database/:database/export': async ({ account, named, json }, { signed, origin }) => {
    const { current_bookmark, dump_options } = json<{
      current_bookmark?: string;
      dump_options?: DumpOptions;
    }>();
    const { uuid, name } = databaseNamed(account, named('database'));
    const state = { success: true, type: 'export', at_bookmark: bookmark, messages: [] };
    // The first answer is "working on it", so that wrangler has to come back.
    if (!current_bookmark) return { ...state, status: 'active' };
    const file = `${hexId()}.sql`;
    signed.set(file, Buffer.from(await dump(await account.engine.database(uuid), dump_options)));
    const result = { filename: `${name}.sql`, signed_url: `${origin}/signed/${file}` };
    return { ...state, status: 'complete', result };
  },
  'GET /d1/database/:database/time_travel/bookmark': () => ({ bookmark }),
  'PUT /signed/:file': ({ named, body }, { signed }) => {
    signed.set(named('file'), body);
    return new Raw('', { etag: `"${md5(body)}"` });
  },
  'GET /signed/:file': ({ named }, { signed }) => {
    const file = signed.get(named('file'));
    if (!file) throw new Refusal(404, 10000, 'This address is not valid any more.');
    return new Raw(file);
  },
} satisfies Routes;

function beginImport(etag: string, { origin }: StandIn) {
  const filename = `${etag}.sql`;
  return { success: true, type: 'import', upload_url: `${origin}/signed/${filename}`, filename };
}

async function ingest({ account, named }: Asked, filename: string, { signed }: StandIn) {
  const { uuid } = databaseNamed(account, named('database'));
  const state = { success: true, type: 'import', at_bookmark: bookmark, messages: [] };
  try {
    const done = await runStatements(await account.engine.database(uuid), String(signed.get(filename)));
    const sum = (key: 'rows_read' | 'rows_written') =>
      done.reduce((total, { meta }) => total + Number(meta[key] ?? 0), 0);
    const meta = {
      ...done.at(-1)?.meta,
      duration: 1,
      rows_read: sum('rows_read'),
      rows_written: sum('rows_written'),
      size_after: 8192,
    };
    return {
      ...state,
      status: 'complete',
      result: { num_queries: done.length, final_bookmark: bookmark, meta },
    };
  } catch (error) {
    return { ...state, status: 'error', errors: [sqliteWords(error)] };
  }
}

/** The real API's refusal of a query: SQLite's words and the code 7500. */
async function asD1<Result>(result: Promise<Result>): Promise<Result> {
  try {
    return await result;
  } catch (error) {
    throw new Refusal(400, 7500, sqliteWords(error));
  }
}

function sqliteWords(error: unknown): string {
  return String(error instanceof Error ? error.message : error).replace(/^(D1_\w*ERROR: )+/, '');
}

function md5(body: Buffer): string {
  return createHash('md5').update(body).digest('hex');
}
