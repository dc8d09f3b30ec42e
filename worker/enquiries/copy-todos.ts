import { and, asc, desc, eq, getTableColumns, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { CopyEnding, CopyTodo, copyKinds } from '../../pages/desk/deletions/copies.ts';
import type { Database } from '../database/client.ts';
import { backups, leadsFiles, recallTodos } from '../database/tables.ts';

export interface CopyDone extends CopyTodo {
  doneAt: Date;
  doneBy: string;
  ending: CopyEnding;
}

/** SQL: what is to be done now. */
export function isDue(now: Date) {
  return and(isNull(recallTodos.doneAt), lte(recallTodos.dueAt, now));
}

export function countCopyTodos(database: Database, now: Date): Promise<number> {
  return database.$count(recallTodos, isDue(now));
}

/** What there is to do about copies, the oldest first. */
export async function copyTodos(database: Database, now: Date): Promise<CopyTodo[]> {
  return withNames(database).where(isDue(now)).orderBy(asc(recallTodos.dueAt), asc(recallTodos.id));
}

/** What was done last. */
export async function copiesDone(database: Database, most: number): Promise<CopyDone[]> {
  const rows = await withNames(database)
    .where(isNotNull(recallTodos.doneAt))
    .orderBy(desc(recallTodos.doneAt), desc(recallTodos.id))
    .limit(most);
  return rows.flatMap(({ doneAt, doneBy, ending, ...row }) =>
    doneAt && doneBy && ending ? { ...row, doneAt, doneBy, ending } : [],
  );
}

/** Says that a copy was seen to. The first who says so counts. */
export async function endTodo(
  database: Database,
  id: number,
  { doneAt, doneBy, ending }: Pick<CopyDone, 'doneAt' | 'doneBy' | 'ending'>,
): Promise<void> {
  const mine = and(eq(recallTodos.id, id), isNull(recallTodos.doneAt));
  await database.update(recallTodos).set({ doneAt, doneBy, ending }).where(mine).run();
}

export async function kindOfTodo(
  database: Database,
  id: number,
): Promise<keyof typeof copyKinds | undefined> {
  const [found] = await database
    .select({ kind: recallTodos.kind })
    .from(recallTodos)
    .where(eq(recallTodos.id, id));
  return found?.kind;
}

function withNames(database: Database) {
  const { id, kind, format, at, rows } = leadsFiles;
  const ofFile = and(
    eq(recallTodos.kind, 'file'),
    eq(leadsFiles.id, sql`cast(${recallTodos.copy} as integer)`),
  );
  const isBackup = sql`${recallTodos.kind} in ('backup', 'oldBackup')`;
  const ofBackup = and(isBackup, eq(backups.id, sql`cast(${recallTodos.copy} as integer)`));
  return database
    .select({
      ...getTableColumns(recallTodos),
      file: { id, kind, format, at, rows },
      backup: { at: backups.at, kind: backups.kind, name: backups.name },
    })
    .from(recallTodos)
    .leftJoin(leadsFiles, ofFile)
    .leftJoin(backups, ofBackup)
    .$dynamic();
}
