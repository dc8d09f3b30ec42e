import { and, like, or, type SQL, sql } from 'drizzle-orm';
import { isInRows } from './row-set.ts';
import { leadsFiles } from './tables.ts';

/** SQL: whether a file has that row. A file whose end nobody saw may hold whatever there was at its start. */
export function holds(row: SQL): SQL | undefined {
  const isMember = or(sql`${leadsFiles.members} is null`, isInRows(leadsFiles.members, row));
  return and(sql`${row} <= ${leadsFiles.highestSequence}`, isMember);
}

/** SQL: the register's name for a service token begins so. */
export const byProgram = like(leadsFiles.by, 'token %');
