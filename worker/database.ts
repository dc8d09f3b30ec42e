import { drizzle } from 'drizzle-orm/d1';

/** D1 as drizzle sees it, with the columns' names in snake_case. */
export function query(database: D1Database) {
  return drizzle(database, { casing: 'snake_case' });
}
