import { drizzle } from 'drizzle-orm/d1';

export type Database = ReturnType<typeof connect>;

const known = new WeakMap<D1Database, Database>();

/** D1 as drizzle sees it, with the columns' names in snake_case. One for each binding: a new one works out the names again. */
export function databaseOf(binding: D1Database): Database {
  const found = known.get(binding) ?? connect(binding);
  known.set(binding, found);
  return found;
}

function connect(binding: D1Database) {
  return drizzle(binding, { casing: 'snake_case' });
}
