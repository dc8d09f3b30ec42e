import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/** SQL: an id is that of one of some enquiries, however many: D1 takes a hundred parameters, and a list in JSON is one. */
export function isOneOf(column: SQLWrapper, some: readonly { id: string }[]): SQL {
  return sql`${column} in (select value from json_each(${JSON.stringify(some.map(({ id }) => id))}))`;
}
