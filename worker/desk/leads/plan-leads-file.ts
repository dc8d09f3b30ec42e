import { and, gte } from 'drizzle-orm';
import type { Filter } from '../../../pages/desk/inbox/filter.ts';
import { matcher } from '../../../pages/desk/inbox/matcher.ts';
import type { Database } from '../../database/client.ts';
import { enquiries, recalledReferences } from '../../database/tables.ts';
import {
  countEnquiries,
  type ListedEnquiry,
  type Place,
  pageOfEnquiries,
} from '../../enquiries/enquiry-list.ts';
import { isSeen, type Selection, type Since } from '../../enquiries/selection.ts';
import type { KeyRing } from '../../sealing/seal.ts';
import type { Gone } from './leads-cells.ts';

/** What is to be in a file, fixed before it begins: what comes in while it is made is not in it. */
export interface LeadsPlan {
  selection: Selection;
  /** The search's words, '' for none. */
  q: string;
  /** The newest row of the whole inbox. */
  highestSequence: number;
  /** Only what is new since the last file, and that file; undefined when there was none. */
  onlyNew: boolean;
  last: (Since & { highestSequence: number }) | undefined;
  /** Who is in an earlier file and may no longer be in any. */
  gone: Gone[];
  rows: number;
}

export async function planLeadsFile(
  database: Database,
  ring: KeyRing,
  { q, ...filter }: Filter,
  { lateBefore, onlyNew, last }: Pick<LeadsPlan, 'onlyNew' | 'last'> & { lateBefore: Date },
): Promise<LeadsPlan> {
  const list: Selection = { folder: 'inbox', filter, lateBefore, consented: true, since: last };
  const { highestSequence } = await countEnquiries(database, { folder: 'inbox' });
  const selection = { ...list, highestSequence };
  const [listed, gone] = await Promise.all([
    q === ''
      ? countEnquiries(database, selection).then(({ rows }) => rows)
      : countMatches(database, ring, { selection, q }),
    last ? goneSince(database, last) : [],
  ]);
  return { selection, q, highestSequence, onlyNew, last, gone, rows: listed + gone.length };
}

/** Whose consent was withdrawn or who was erased since a file, of those who are in it or in one that it goes on from. */
async function goneSince(database: Database, last: Since): Promise<Gone[]> {
  const [withdrawn, deleted] = await database.batch([
    database
      .select({ reference: enquiries.reference })
      .from(enquiries)
      .where(and(gte(enquiries.withdrawnAt, last.at), isSeen(last, enquiries.sequence))),
    database
      .select({ reference: recalledReferences.reference, why: recalledReferences.why })
      .from(recalledReferences)
      .where(and(gte(recalledReferences.at, last.at), isSeen(last, recalledReferences.sequence))),
  ]);
  return [
    ...withdrawn.map(({ reference }) => ({ reference, change: goneWords.withdrawn })),
    ...deleted.map(({ reference, why }) => ({
      reference,
      change: why === 'consent withdrawn' ? goneWords.withdrawn : goneWords.erased,
    })),
  ];
}

const goneWords = {
  withdrawn: 'withdrawn: delete it from your copies',
  erased: 'erased: delete it from your copies',
} as const;

/** How many enquiries a search finds, which only opening all of them can tell. */
async function countMatches(database: Database, ring: KeyRing, search: Pick<LeadsPlan, 'selection' | 'q'>) {
  let found = 0;
  for await (const page of matchingPages(database, ring, search)) found += page.length;
  return found;
}

const pageSize = 500;

export async function* matchingPages(
  database: Database,
  ring: KeyRing,
  { selection, q }: Pick<LeadsPlan, 'selection' | 'q'>,
): AsyncGenerator<ListedEnquiry[], void> {
  const matches = q === '' ? undefined : matcher(q);
  for (let last: Place | undefined; ; ) {
    const page = await pageOfEnquiries(database, ring, selection, pageSize, last);
    yield matches ? page.filter(matches) : page;
    last = page.at(-1);
    if (page.length < pageSize) return;
  }
}
