import { getTableColumns, getTableName } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';

/** One statement for all: a statement for each row takes twenty times as long. */
export async function insertAll(
  database: D1Database,
  table: SQLiteTable,
  rows: readonly object[],
): Promise<void> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const records = rows.map((row) =>
    Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.getTime() : value]),
  );
  const columns = names.map((name) => columnOf(table, name));
  const values = names.map((name) => `value ->> '$.${name}'`);
  await database
    .prepare(`insert into ${getTableName(table)} (${columns}) select ${values} from json_each(?)`)
    .bind(JSON.stringify(records.map((entries) => Object.fromEntries(entries))))
    .run();
}

/** As drizzle names it: some columns have another name than their field. */
function columnOf(table: SQLiteTable, field: string): string {
  const column = Object.entries(getTableColumns(table)).find(([name]) => name === field)?.[1];
  return column && !column.keyAsName ? column.name : toSnakeCase(field);
}
