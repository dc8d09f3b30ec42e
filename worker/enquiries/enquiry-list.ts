import { and, count, desc, eq, getTableColumns, max, ne, type SQL, sql } from 'drizzle-orm';
import type { StoredAnswers } from '../../pages/content/questions.ts';
import { readSpamSignals, type SpamSignal } from '../../pages/content/spam-signals.ts';
import type { Database } from '../database/client.ts';
import { enquiries, type StoredEnquiry } from '../database/tables.ts';
import { type KeyRing, unseal } from '../sealing/seal.ts';
import { type Selection, selected } from './selection.ts';

/** A stored enquiry with its answers; undefined where the ring cannot open them. */
export type UnsealedEnquiry = Unsealed<StoredEnquiry>;

type Unsealed<Row> = Omit<Row, 'sealed' | 'spamSignals'> & {
  spamSignals: SpamSignal[];
  answers: StoredAnswers | undefined;
};

// What no list and no file has is not read: half of the time of an export went into it.
const {
  messageToken: _message,
  nameToken: _name,
  emailToken: _email,
  phoneToken: _phone,
  headlineVersion: _headline,
  noticeVersion: _notice,
  touchedAt: _touched,
  handedOverAt: _handedOver,
  withdrawnAt: _withdrawn,
  digests: _digests,
  notifiedAt: _notified,
  notifyAttempts: _attempts,
  notifyAfter: _after,
  notifyError: _error,
  remindedAt: _reminded,
  ...listed
} = getTableColumns(enquiries);

/** What a list or a file shows of an enquiry. */
export type ListedEnquiry = Unsealed<Pick<StoredEnquiry, keyof typeof listed>>;

/** Where a page of the list ended: the next one starts before it. */
export interface Place {
  receivedAt: Date;
  sequence: number;
}

export async function countEnquiries(database: Database, selection: Selection) {
  const [found] = await database
    .select({ rows: count(), highestSequence: max(enquiries.sequence) })
    .from(enquiries)
    .where(selected(selection));
  return { rows: found?.rows ?? 0, highestSequence: found?.highestSequence ?? 0 };
}

/** One page, newest first, by keyset: as fast at the end of a long list as at its start. */
export async function pageOfEnquiries(
  database: Database,
  ring: KeyRing,
  selection: Selection,
  size: number,
  before?: Place,
): Promise<ListedEnquiry[]> {
  const rows = await database
    .select(listed)
    .from(enquiries)
    .where(and(selected(selection), before && olderThan(before)))
    .orderBy(desc(enquiries.receivedAt), desc(enquiries.sequence))
    .limit(size);
  return Promise.all(rows.map((row) => unsealEnquiry(row, ring)));
}

export async function findEnquiry(database: Database, ring: KeyRing, id: string) {
  const [row] = await database
    .select()
    .from(enquiries)
    .where(and(eq(enquiries.id, id), ne(enquiries.folder, 'canary')));
  return row && unsealEnquiry(row, ring);
}

export async function unsealEnquiry<
  Row extends Pick<StoredEnquiry, 'id' | 'keyId' | 'sealed' | 'spamSignals'>,
>(row: Row, ring: KeyRing): Promise<Unsealed<Row>> {
  const answers = await unseal(row, ring);
  const { sealed: _sealed, spamSignals, ...rest } = row;
  return { ...rest, spamSignals: readSpamSignals(spamSignals), answers };
}

function olderThan({ receivedAt, sequence }: Place): SQL {
  return sql`(${enquiries.receivedAt}, ${enquiries.sequence}) < (${receivedAt.getTime()}, ${sequence})`;
}
