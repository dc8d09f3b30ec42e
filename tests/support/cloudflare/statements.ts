import type { Miniflare } from 'miniflare';

// What the API does with a database: statements in a row, and a copy of everything as SQL.

type Database = Awaited<ReturnType<Miniflare['getD1Database']>>;

export interface D1Answer {
  results: unknown[];
  success: boolean;
  meta: Record<string, unknown>;
}

export interface DumpOptions {
  no_schema?: boolean;
  no_data?: boolean;
  tables?: string[];
}

/** One answer for each statement; all of them are done or none. */
export async function runStatements(
  database: Database,
  sql: string,
  params: unknown[] = [],
): Promise<D1Answer[]> {
  // It is slow to load, and many tests never query.
  const { unstable_splitSqlQuery } = await import('wrangler');
  const statements = unstable_splitSqlQuery(sql).map((part) => database.prepare(part).bind(...params));
  const answers = await database.batch(statements);
  return answers.map(({ results, success, meta }) => ({ results, success, meta: { ...meta } }));
}

/** The runtime's own words for an export, which `wrangler d1 export --local` uses as well. */
export async function dump(
  database: Database,
  { no_schema = false, no_data = false, tables = [] }: DumpOptions = {},
): Promise<string> {
  const pragma = database.prepare('PRAGMA miniflare_d1_export(?,?,?);').bind(no_schema, no_data, ...tables);
  const [lines = []] = await pragma.raw<string[]>();
  return lines.join('\n');
}
