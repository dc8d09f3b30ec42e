import {
  and,
  count,
  desc,
  eq,
  getTableColumns,
  gt,
  gte,
  isNull,
  lt,
  lte,
  max,
  ne,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { StoredAnswers } from '../../pages/content/questions.ts';
import { readSpamSignals, type SpamSignal } from '../../pages/content/spam-signals.ts';
import type { Filter } from '../../pages/desk/inbox/filter.ts';
import { nextLondonDay, startOfLondonDay } from '../../pages/london-time.ts';
import type { Database } from '../database/client.ts';
import { campaignOf, enquiries, type StoredEnquiry } from '../database/tables.ts';
import { type KeyRing, unseal } from '../sealing/seal.ts';

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

/** Which enquiries. The search's words are not in here: they are sealed, and found by opening. */
export interface Selection {
  folder: 'inbox' | 'review';
  filter?: Omit<Filter, 'q'>;
  /** Enquiries received before that have waited too long; needed for the filter `late`. */
  lateBefore?: Date;
  /** Stored no later than that row. */
  highestSequence?: number;
  /** Only what came into the folder after an export: stored after its last row, or moved there since. */
  since?: { highestSequence: number; at: Date } | undefined;
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

/** SQL for a selection. */
export function selected({ folder, filter, lateBefore, highestSequence, since }: Selection): SQL | undefined {
  return and(
    eq(enquiries.folder, folder),
    highestSequence === undefined ? undefined : lte(enquiries.sequence, highestSequence),
    since && or(gt(enquiries.sequence, since.highestSequence), gte(enquiries.movedAt, since.at)),
    filter && stageIs(filter.stage, lateBefore),
    filter && campaignIs(filter.campaign),
    filter && receivedIn(filter),
  );
}

function stageIs(stage: Filter['stage'], lateBefore = new Date(0)): SQL | undefined {
  if (stage === '') return undefined;
  if (stage !== 'late') return eq(enquiries.stage, stage);
  const since = sql`coalesce(${enquiries.movedAt}, ${enquiries.receivedAt})`;
  return and(eq(enquiries.stage, 'new'), sql`${since} <= ${lateBefore.getTime()}`);
}

export const campaign = campaignOf(enquiries);

function campaignIs(code: string): SQL | undefined {
  if (code === '') return undefined;
  return code === 'none' ? isNull(sql`(${campaign})`) : sql`(${campaign}) = ${code}`;
}

function receivedIn({ from, to }: Pick<Filter, 'from' | 'to'>): SQL | undefined {
  const first = startOfLondonDay(from);
  const next = nextLondonDay(to);
  return and(first && gte(enquiries.receivedAt, first), next && lt(enquiries.receivedAt, next));
}

function olderThan({ receivedAt, sequence: row }: Place): SQL {
  return sql`(${enquiries.receivedAt}, ${enquiries.sequence}) < (${receivedAt.getTime()}, ${row})`;
}
