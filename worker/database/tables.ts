import { isNotNull, isNull, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { AlarmKind } from '../../pages/content/alarms.ts';
import type { JobName } from '../../pages/content/schedule.ts';
import type { SourceKey } from '../../pages/content/sources.ts';
import type { Stage } from '../../pages/content/stages.ts';
import type { TakenBy } from '../../pages/desk/by-hand/by-hand-page.tsx';
import type { CopyEnding, CopyKind, RecallReason } from '../../pages/desk/deletions/copies.ts';
import type { Folder } from '../../pages/desk/desk-enquiry.ts';
import type { HistoryKind } from '../../pages/desk/enquiry/history.tsx';
import type { CheckAnswer } from '../../pages/desk/evidence/check-answers.ts';
import type { LeadsFile } from '../../pages/desk/leads/leads-page.tsx';
import type { ErrorCode } from '../log.ts';
import type { Reference } from '../reference.ts';

/** One enquiry. What the visitor typed is only in `sealed`; the readable columns say nothing about a person. */
export const enquiries = sqliteTable(
  'enquiries',
  {
    /** Order of arrival in the database; never reused, so an export can fix where it ends. */
    sequence: integer('row').primaryKey({ autoIncrement: true }),
    /** HMAC of form key and answers, in hex: the same form sent twice has the same id. */
    id: text().notNull().unique(),
    /**
     * What its tombstone would be called; see worker/enquiries/tombstones.ts. Null in a row of an older version, or out of
     * a backup of one, until it was held against the tombstones: nobody sees it before.
     */
    tombstoneId: text(),
    /** Not unique on purpose: a clash of two references must never drop a person. */
    reference: text().$type<Reference>().notNull(),
    receivedAt: integer({ mode: 'timestamp_ms' }).notNull(),
    stage: text().$type<Stage>().notNull().default('new'),
    /** Which visit it was, or why it was closed; see pages/content/stages.ts. */
    outcome: text(),
    /** How often it was changed at the desk: whoever changes it says which version they saw. */
    version: integer().notNull().default(0),
    /** When it first got an answer. */
    repliedAt: integer({ mode: 'timestamp_ms' }),
    /** How the practitioner took it, when it did not come through the form. */
    takenBy: text().$type<TakenBy>(),
    folder: text().$type<Folder>().notNull().default('inbox'),
    /** Names of spam signals with spaces between. They stay when it is moved to the inbox. */
    spamSignals: text('votes').notNull().default(''),
    /** Keyed hashes of a long message and of the name, to spot the same message under other names. */
    messageToken: text(),
    nameToken: text(),
    /** Keyed hashes, under a key of their own, that suggest "same person?". */
    emailToken: text(),
    phoneToken: text(),
    /** When anything was last done with it, at the desk or by its visitor; nothing yet: null. */
    touchedAt: integer({ mode: 'timestamp_ms' }),
    /** When the practice took what it needs into its own records. */
    handedOverAt: integer({ mode: 'timestamp_ms' }),
    /** When the visitor took their consent back. */
    withdrawnAt: integer({ mode: 'timestamp_ms' }),
    /** In how many daily mails about Review it was counted. */
    digests: integer().notNull().default(0),
    /** When the practitioner moved it from Review to the inbox. */
    movedAt: integer({ mode: 'timestamp_ms' }),
    c: text(),
    utm_source: text(),
    utm_medium: text(),
    utm_campaign: text(),
    utm_content: text(),
    /** Hashes of the headline, the privacy notice and the consent that were shown; the words are in `wordings`. */
    headlineVersion: text(),
    noticeVersion: text(),
    /** Since when what its sender was told about storing had counted; null: it counts when it was received. */
    toldAt: integer({ mode: 'timestamp_ms' }),
    /** In enquiries from before consents were there, a key of `formerConsents`. */
    consentVersion: text().notNull(),
    /** Which key of the ring sealed the answers. */
    keyId: text().notNull(),
    /** Base64url of the nonce and the AES-256-GCM ciphertext. */
    sealed: text().notNull(),
    /** When the practitioner was told by mail. A row without one waits in the outbox. */
    notifiedAt: integer({ mode: 'timestamp_ms' }),
    notifyAttempts: integer().notNull().default(0),
    /** Not tried again before; also keeps two runs at once from sending the same mail. */
    notifyAfter: integer({ mode: 'timestamp_ms' }).notNull().default(sql`0`),
    notifyError: text().$type<ErrorCode>(),
    /** When the practitioner was reminded that it waits for an answer. */
    remindedAt: integer({ mode: 'timestamp_ms' }),
  },
  (table) => [
    index('enquiries_newest').on(table.folder, table.receivedAt, table.sequence),
    index('enquiries_reference').on(table.reference),
    index('enquiries_not_held').on(table.tombstoneId).where(isNull(table.tombstoneId)),
    index('enquiries_outbox').on(table.folder, table.notifyAfter).where(isNull(table.notifiedAt)),
    index('enquiries_stage').on(table.folder, table.stage, table.receivedAt),
    // The counts beside the filters are read from it alone.
    index('enquiries_campaign').on(table.folder, campaignOf(table), table.stage, table.receivedAt),
    index('enquiries_handed_over').on(table.handedOverAt).where(isNotNull(table.handedOverAt)),
    index('enquiries_withdrawn').on(table.withdrawnAt).where(isNotNull(table.withdrawnAt)),
    index('enquiries_email').on(table.emailToken).where(isNotNull(table.emailToken)),
    index('enquiries_phone').on(table.phoneToken).where(isNotNull(table.phoneToken)),
    index('enquiries_repeated').on(table.messageToken).where(isNotNull(table.messageToken)),
  ],
);

/** Queue messages that no version of the Worker could read, stored as they came for a person to look at. */
export const setAside = sqliteTable('set_aside', {
  messageId: text().primaryKey(),
  body: text().notNull(),
  sentAt: integer({ mode: 'timestamp_ms' }).notNull(),
});

/** Messages that the queue gave up on and that are still tried every hour. A row goes when its enquiry is stored. */
export const deadLetters = sqliteTable('dead_letters', {
  messageId: text().primaryKey(),
  reference: text(),
  firstSeenAt: integer({ mode: 'timestamp_ms' }).notNull(),
  lastTriedAt: integer({ mode: 'timestamp_ms' }).notNull(),
});

/** What was done with an enquiry at the desk, in order. Rows are only ever added. */
export const changes = sqliteTable(
  'changes',
  {
    enquiryId: text().notNull(),
    /** The enquiry's version after it. */
    version: integer().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    /** The address of who did it. */
    by: text().notNull(),
    kind: text().$type<HistoryKind>().notNull(),
    /** A key: for a stage the move's, for one taken by hand how it came; otherwise ''. */
    detail: text().notNull(),
    /** For a note: its words, sealed like answers. */
    keyId: text(),
    sealed: text(),
  },
  (table) => [primaryKey({ columns: [table.enquiryId, table.version] })],
);

/** Every wording of headline, privacy notice and consent that was ever shown, by its hash. */
export const wordings = sqliteTable('wordings', {
  version: text().primaryKey(),
  kind: text({ enum: ['headline', 'notice', 'consent'] }).notNull(),
  words: text().notNull(),
  firstSeenAt: integer({ mode: 'timestamp_ms' }).notNull(),
});

/** What the site itself notes, by name. */
export const settings = sqliteTable('settings', { name: text().primaryKey(), value: text().notNull() });

/**
 * Everything about the practice that ever counted. Rows are only added: the newest of each kind counts now, and to go
 * back to one is a new row with the same content.
 */
export const practiceVersions = sqliteTable(
  'practice_versions',
  {
    version: integer().primaryKey({ autoIncrement: true }),
    /** Public facts, settings that are not public, or whether the site is open. */
    kind: text({ enum: ['facts', 'settings', 'door'] }).notNull(),
    /** JSON; see worker/practice/versions.ts. */
    content: text().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    /** The address of who did it. */
    by: text().notNull(),
    /** The version whose content it has, when somebody went back to one. */
    backTo: integer(),
  },
  (table) => [index('practice_versions_newest').on(table.kind, table.version)],
);

/** Facts as they are being worked on: one row, until they are published or given up. */
export const practiceDrafts = sqliteTable('practice_drafts', {
  kind: text({ enum: ['facts'] }).primaryKey(),
  content: text().notNull(),
  /** The version it was begun from; 0 for none. */
  basis: integer().notNull(),
  /** How often it was saved: who saves says which they saw. */
  edits: integer().notNull(),
  at: integer({ mode: 'timestamp_ms' }).notNull(),
  by: text().notNull(),
});

/** What a person found who held one statement of the pages against a source that it cites. */
export const sourceChecks = sqliteTable(
  'source_checks',
  {
    source: text().$type<SourceKey>().notNull(),
    /** Hash of the statement's words and numbers and of the citation: other words need another check. */
    fingerprint: text().notNull(),
    answer: text().$type<CheckAnswer>().notNull(),
    note: text().notNull().default(''),
    /** As visitors read it. */
    name: text().notNull(),
    /** The address of who was signed in. */
    by: text().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.source, table.fingerprint] })],
);

/** What a person said was done before the site may open, by name; see pages/content/opening.ts. */
export const openingActs = sqliteTable('opening_acts', {
  name: text().primaryKey(),
  at: integer({ mode: 'timestamp_ms' }).notNull(),
  by: text().notNull(),
  detail: text().notNull().default(''),
});

/** Pictures of the practitioner, as visitors get them. */
export const portraits = sqliteTable('portraits', {
  /** SHA-256 of the bytes, in hex. */
  hash: text().primaryKey(),
  bytes: blob({ mode: 'buffer' }).notNull(),
  at: integer({ mode: 'timestamp_ms' }).notNull(),
  by: text().notNull(),
});

/** Files of enquiries that left the desk. */
export const leadsFiles = sqliteTable(
  'exports',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    by: text().notNull(),
    kind: text().$type<LeadsFile['kind']>().notNull(),
    format: text().$type<LeadsFile['format']>().notNull().default('csv'),
    /** The address of the list that it is, from the question mark on. */
    filter: text().notNull(),
    rows: integer().notNull(),
    highestSequence: integer('highest_row').notNull(),
    schemaVersion: integer('columns').notNull(),
    state: text().$type<LeadsFile['state']>().notNull(),
    /** Of the file's bytes, in hex. */
    sha256: text(),
    /** When the practitioner was told by mail that a program made it; what a person made needs no mail. */
    toldAt: integer({ mode: 'timestamp_ms' }),
    /** Whose answers are in it: bit n of the bytes for row n, lowest bit first. */
    members: blob({ mode: 'buffer' }),
    /** Who is in it or in the files that it goes on from. Only the newest of a list has it: the next goes on from there. */
    seen: blob({ mode: 'buffer' }),
  },
  (table) => [index('exports_by').on(table.by, table.at)],
);

/** What is left of an enquiry that was deleted. One that was received before `at` can never come back under that id. */
export const tombstones = sqliteTable('tombstones', {
  /** HMAC of the enquiry's id under a key of its own; of an older version, until the next run of the cron, the id itself. */
  id: text().primaryKey(),
  /** When it was deleted; when its consent was withdrawn, if that was why. */
  at: integer({ mode: 'timestamp_ms' }).notNull(),
  why: text({
    enum: ['kept long enough', 'consent withdrawn', 'erased at the desk', 'erased by the visitor'],
  }).notNull(),
  /** The address of who did it; 'visitor', or 'schedule'. */
  by: text().notNull(),
  /** Only of an older version: the number its row had. */
  sequence: integer('row'),
});

/** References that the next leads file of what is new has to name, so that copies made of earlier ones are cleaned. */
export const recalledReferences = sqliteTable('recalled_references', {
  /** The number its row had: files that had it are known by that. */
  sequence: integer('row').primaryKey(),
  reference: text().$type<Reference>().notNull(),
  at: integer({ mode: 'timestamp_ms' }).notNull(),
  why: text().$type<(typeof tombstones.$inferSelect)['why']>().notNull(),
});

/** Copies of the database that were made: each is to be gone when its period is over. */
export const backups = sqliteTable('backups', {
  id: integer().primaryKey({ autoIncrement: true }),
  at: integer({ mode: 'timestamp_ms' }).notNull(),
  /** A file of `npm run backup`, or the database that a restore left behind. */
  kind: text({ enum: ['file', 'database'] }).notNull(),
  name: text().notNull(),
});

/** Copies that still hold somebody who was deleted, to be seen to by hand. Who it was is not in here. */
export const recallTodos = sqliteTable(
  'recall_todos',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    kind: text().$type<CopyKind>().notNull(),
    /** A leads file's or a backup's id; of a program what the register calls it. */
    copy: text().notNull(),
    why: text().$type<RecallReason>().notNull(),
    /** It is shown and mailed from then on. */
    dueAt: integer({ mode: 'timestamp_ms' }).notNull(),
    mailedAt: integer({ mode: 'timestamp_ms' }),
    doneAt: integer({ mode: 'timestamp_ms' }),
    /** The address of who said so. */
    doneBy: text(),
    ending: text().$type<CopyEnding>(),
  },
  // However many are deleted, there is one thing to do about a copy.
  (table) => [uniqueIndex('recall_todos_open').on(table.kind, table.copy).where(isNull(table.doneAt))],
);

/** Counts of deleted enquiries by day and campaign, without anything about a person: the figures go on. */
export const goneCounts = sqliteTable(
  'gone_counts',
  {
    /** In London, as 2026-11-23. */
    day: text().notNull(),
    /** '' for none. */
    code: text().notNull(),
    enquiries: integer().notNull(),
    replied: integer().notNull(),
    booked: integer().notNull(),
    attended: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.code] })],
);

export type StoredEnquiry = typeof enquiries.$inferSelect;
export type NewEnquiry = typeof enquiries.$inferInsert;

/**
 * SQL: the code of our own adverts, and otherwise what the advert calls itself. In the index and in queries alike, or
 * SQLite does not take the index; without a comma, because drizzle-kit takes an expression apart at commas.
 */
export function campaignOf({
  c,
  utm_campaign,
}: Record<'c' | 'utm_campaign', SQLWrapper>): SQL<string | null> {
  return sql`case when ${c} is null then ${utm_campaign} else ${c} end`;
}

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
