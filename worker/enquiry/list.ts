import { and, count, desc, eq, gte, lte, max, ne, type SQL, sql } from 'drizzle-orm';
import type { KeptAnswers } from '../../pages/content/questions.ts';
import { readVotes, type Vote } from '../../pages/content/votes.ts';
import { query } from '../database.ts';
import { type KeyRing, unseal } from './seal.ts';
import { enquiries, type StoredEnquiry } from './table.ts';

/** A stored enquiry with its answers; undefined where the ring cannot open them. */
export interface OpenedEnquiry extends Omit<StoredEnquiry, 'sealed' | 'votes'> {
  votes: Vote[];
  answers: KeptAnswers | undefined;
}

/** Where a page of the list ended: the next one starts before it. */
export interface Place {
  receivedAt: Date;
  row: number;
}

/** Which enquiries: of a folder, received since a moment, and stored no later than a row. */
export interface Selection {
  folder: 'inbox' | 'review';
  since?: Date | undefined;
  highestRow?: number | undefined;
}

export async function countEnquiries(database: D1Database, selection: Selection) {
  const [found] = await query(database)
    .select({ rows: count(), highestRow: max(enquiries.row) })
    .from(enquiries)
    .where(selected(selection));
  return { rows: found?.rows ?? 0, highestRow: found?.highestRow ?? 0 };
}

/** One page, newest first, by keyset: as fast at the end of a long list as at its start. */
export async function pageOfEnquiries(
  database: D1Database,
  ring: KeyRing,
  selection: Selection,
  size: number,
  before?: Place,
): Promise<OpenedEnquiry[]> {
  const rows = await query(database)
    .select()
    .from(enquiries)
    .where(and(selected(selection), before && olderThan(before)))
    .orderBy(desc(enquiries.receivedAt), desc(enquiries.row))
    .limit(size);
  return Promise.all(rows.map((row) => open(row, ring)));
}

export async function findEnquiry(database: D1Database, ring: KeyRing, id: string) {
  const [row] = await query(database)
    .select()
    .from(enquiries)
    .where(and(eq(enquiries.id, id), ne(enquiries.folder, 'canary')));
  return row && open(row, ring);
}

async function open({ sealed, votes, ...row }: StoredEnquiry, ring: KeyRing): Promise<OpenedEnquiry> {
  return { ...row, votes: readVotes(votes), answers: await unseal({ ...row, sealed }, ring) };
}

function selected({ folder, since, highestRow }: Selection): SQL | undefined {
  return and(
    eq(enquiries.folder, folder),
    since && gte(enquiries.receivedAt, since),
    highestRow === undefined ? undefined : lte(enquiries.row, highestRow),
  );
}

function olderThan({ receivedAt, row }: Place): SQL {
  return sql`(${enquiries.receivedAt}, ${enquiries.row}) < (${receivedAt.getTime()}, ${row})`;
}
