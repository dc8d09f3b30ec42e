import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Asking } from '../d1.ts';
import { Stop } from '../stop.ts';

/** What a backup holds, read into memory on this computer. */
export function snapshotOf(file: string): Asking {
  const database = new DatabaseSync(':memory:');
  try {
    database.exec(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Stop(`${file} cannot be read as a database: ${error instanceof Error ? error.message : error}`);
  }
  return askingOf(database);
}

export function askingOf(database: DatabaseSync): Asking {
  // The caller's SQL says what a row is.
  const ask = <Row>(sql: string) => database.prepare(sql).all() as Row[];
  return Object.assign(ask, { each: <Row>(sqls: readonly string[]) => sqls.map((sql) => ask<Row>(sql)) });
}
