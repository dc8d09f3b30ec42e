import { drizzle } from 'drizzle-orm/d1';

const known = new WeakMap<D1Database, ReturnType<typeof asDrizzle>>();

/** D1 as drizzle sees it, with the columns' names in snake_case. */
export function databaseOf(database: D1Database) {
  // One for each binding: a new one works out the columns' names once more.
  const found = known.get(database) ?? asDrizzle(database);
  known.set(database, found);
  return found;
}

function asDrizzle(database: D1Database) {
  return drizzle(database, { casing: 'snake_case' });
}
