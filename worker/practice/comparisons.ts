import type { Comparisons } from '../../pages/practice.ts';
import type { Database } from '../database/client.ts';
import { sourceChecks } from '../database/tables.ts';

/** SQL: everything that a person has held against its source. */
export function checksQuery(database: Database) {
  return database.select().from(sourceChecks);
}

type Check = typeof sourceChecks.$inferSelect;

/** What visitors read about who compared what. */
export function comparisonsOf(_checks: readonly Check[]): Comparisons {
  return {};
}
