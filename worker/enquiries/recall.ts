import { and, type SQL, sql } from 'drizzle-orm';
import { backupMonths } from '../../pages/content/backups.ts';
import type { CopyKind } from '../../pages/desk/deletions/copies.ts';
import { monthsBefore } from '../../pages/london-time.ts';
import type { Database } from '../database/client.ts';
import { byProgram, holds } from '../database/leads-file-members.ts';
import { isInRows } from '../database/row-set.ts';
import { backups, enquiries, leadsFiles, recalledReferences, recallTodos } from '../database/tables.ts';
import { isOneOf } from './is-one-of.ts';
import { type DeletionReason, wished } from './tombstones.ts';

const month = 30 * 86_400_000;

interface Deleted {
  id: string;
  sequence: number;
  receivedAt: Date;
}

/**
 * Statements that note which copies hold any of some enquiries, for the transaction that deletes them and in front of
 * the deletion. A program makes many files and is one thing to see to. A backup is noted when somebody wished the
 * deletion; what only its time deletes leaves a backup when the backup's own time is over.
 */
export function recall(
  database: Database,
  rows: readonly Deleted[],
  { why, at }: { why: DeletionReason; at: Date },
) {
  const listed = sql`json_each(${JSON.stringify(rows.map(({ sequence }) => sequence))})`;
  const held = sql`exists (select 1 from ${listed} where ${holds(sql`value`)})`;
  const isWished = wished.includes(why);
  const todo = (kind: CopyKind, copy: SQL) =>
    sql`select distinct null, ${kind}, ${copy}, ${why}, ${isWished ? sql`${+at}` : dueAfter(kind, copy, at)}, null, null, null, null`;
  const fileId = sql`cast(${leadsFiles.id} as text)`;
  const backupId = sql`cast(${backups.id} as text)`;
  const byPerson = sql`not ${byProgram}`;
  const earliest = Math.min(...rows.map(({ receivedAt }) => receivedAt.getTime()));
  const hasThem = sql`${backups.at} >= ${earliest} and ${backups.at} > ${monthsBefore(at, backupMonths).getTime()}`;
  const isSeenInList = sql`exists (select 1 from ${leadsFiles}
    where ${leadsFiles.seen} is not null and ${isInRows(leadsFiles.seen, enquiries.sequence)})`;
  const references = sql`select ${enquiries.sequence}, ${enquiries.reference}, ${at.getTime()}, ${why}
    from ${enquiries} where ${and(sql`${Number(isWished)}`, isOneOf(enquiries.id, rows), isSeenInList)}`;
  return [
    open(
      database,
      sql`${todo('file', fileId)} from ${leadsFiles} where ${and(byPerson, held, notGone('file', fileId))}`,
    ),
    open(
      database,
      sql`${todo('program', sql`${leadsFiles.by}`)} from ${leadsFiles} where ${and(byProgram, held)}`,
    ),
    open(
      database,
      sql`${todo('backup', backupId)} from ${backups} where ${and(sql`${Number(isWished)}`, hasThem, notGone('backup', backupId))}`,
    ),
    database.insert(recalledReferences).select(references).onConflictDoNothing(),
  ] as const;
}

/** Backups whose time is over are to be deleted, whoever is in them. */
export async function recallOldBackups(database: Database, now: Date): Promise<void> {
  const id = sql`cast(${backups.id} as text)`;
  const old = sql`${backups.at} <= ${monthsBefore(now, backupMonths).getTime()}`;
  const isOpen = sql`${recallTodos.doneAt} is null and ${recallTodos.kind} = 'backup'`;
  const isOld = sql`${recallTodos.copy} in (select ${id} from ${backups} where ${old})`;
  await database.batch([
    database
      .update(recallTodos)
      .set({ kind: 'oldBackup', why: 'period over', mailedAt: null })
      .where(and(isOpen, isOld)),
    database
      .insert(recallTodos)
      .select(
        sql`select null, 'oldBackup', ${id}, 'period over', ${+now}, null, null, null, null
        from ${backups} where ${and(old, notGone('backup', id), notGone('oldBackup', id))}`,
      )
      .onConflictDoNothing(),
  ]);
}

/** However many are deleted, it is one thing to do, as soon as the first of them makes it due. */
function open(database: Database, todos: SQL) {
  return database
    .insert(recallTodos)
    .select(todos)
    .onConflictDoUpdate({
      target: [recallTodos.kind, recallTodos.copy],
      targetWhere: sql`${recallTodos.doneAt} is null`,
      set: { dueAt: sql`min(${recallTodos.dueAt}, excluded.due_at)` },
    });
}

/** SQL: a month after it was last seen to. Times are over every day, and nobody is to be sent looking every day. */
function dueAfter(kind: CopyKind, copy: SQL, at: Date): SQL {
  return sql`max(${+at}, coalesce((select max(${recallTodos.doneAt}) + ${month} from ${recallTodos}
    where ${recallTodos.kind} = ${kind} and ${recallTodos.copy} = ${copy}), 0))`;
}

/** SQL: nobody has said that the copy is deleted. */
function notGone(kind: CopyKind, copy: SQL): SQL {
  return sql`not exists (select 1 from ${recallTodos} where ${recallTodos.kind} = ${kind}
    and ${recallTodos.copy} = ${copy} and ${recallTodos.ending} = 'gone')`;
}
