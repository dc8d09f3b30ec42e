import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AlarmKind } from '../../pages/content/alarms.ts';
import type { JobName } from '../../pages/content/schedule.ts';
import type { ErrorCode } from '../log.ts';

/** When each job of the cron ran last. */
export const jobs = sqliteTable('jobs', {
  name: text().$type<JobName>().primaryKey(),
  /** The newest stretch of time, as its first moment, for which it has done its work. */
  doneFor: integer({ mode: 'timestamp_ms' }),
  /** Nobody else may start it before. */
  claimedUntil: integer({ mode: 'timestamp_ms' }).notNull(),
  firstRunAt: integer({ mode: 'timestamp_ms' }).notNull(),
  lastRunAt: integer({ mode: 'timestamp_ms' }).notNull(),
  /** Why the last run failed; null when it did not. */
  error: text().$type<ErrorCode>(),
});

/** One row for each kind of alarm that was ever raised. */
export const alarms = sqliteTable('alarms', {
  kind: text().$type<AlarmKind>().primaryKey(),
  /** Open since; null once it is over. */
  openSince: integer({ mode: 'timestamp_ms' }),
  /** The kind's own detail: a code or a number, never a word of a visitor. */
  detail: text().notNull(),
  /** The last mail about it. Kept when it is over, so that one that comes and goes does not mail each time. */
  mailedAt: integer({ mode: 'timestamp_ms' }),
});

/** Addresses, as keyed hashes, that have had an acknowledgement on a day. Cleared after two days. */
export const acknowledged = sqliteTable(
  'acknowledged',
  { addressToken: text().notNull(), day: text().notNull() },
  (table) => [primaryKey({ columns: [table.addressToken, table.day] })],
);
