import { and, eq, gte, inArray, isNull, lt, lte, not, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { noCampaign } from '../../pages/attribution.ts';
import type { Settings } from '../../pages/content/settings.ts';
import { waitingStages } from '../../pages/content/stages.ts';
import type { Filter } from '../../pages/desk/inbox/filter.ts';
import { nextLondonDay, startOfLondonDay } from '../../pages/london-time.ts';
import { workingHoursAgo, workingTimes } from '../../pages/working-hours.ts';
import { isInRows } from '../database/row-set.ts';
import { campaignOf, changes, enquiries, type StoredEnquiry } from '../database/tables.ts';

/** Every folder but that of the daily test enquiry, which no list, count or mail reads. */
export const lookedAt: StoredEnquiry['folder'][] = ['inbox', 'review'];

/** Which enquiries. The search's words are not in here: they are sealed, and found by opening. */
export interface Selection {
  folder: 'inbox' | 'review';
  filter?: Omit<Filter, 'q'>;
  /** Enquiries received before that have waited too long; needed for the filter `late`. */
  lateBefore?: Date;
  /** Stored no later than that row. */
  highestSequence?: number;
  /** Without those whose consent was withdrawn, until they are deleted. */
  consented?: true;
  /** Only who was not seen by then, or was corrected since. */
  since?: Since | undefined;
}

/** Which rows somebody had seen, and when. */
export interface Since {
  seen: Uint8Array;
  at: Date;
}

/** SQL for a selection. */
export function selected(selection: Selection): SQL | undefined {
  const { folder, filter, lateBefore, highestSequence, consented, since } = selection;
  return and(
    eq(enquiries.folder, folder),
    highestSequence === undefined ? undefined : lte(enquiries.sequence, highestSequence),
    consented && isNull(enquiries.withdrawnAt),
    since && or(not(isSeen(since, enquiries.sequence)), correctedSince(since.at)),
    filter && stageIs(filter.stage, lateBefore),
    filter && campaignIs(filter.campaign),
    filter && receivedIn(filter),
  );
}

export function isSeen({ seen }: Since, row: SQLWrapper): SQL {
  return isInRows(sql`${seen}`, row);
}

function correctedSince(at: Date): SQL | undefined {
  const correction = and(
    eq(changes.enquiryId, enquiries.id),
    eq(changes.kind, 'corrected'),
    gte(changes.at, at),
  );
  return and(gte(enquiries.touchedAt, at), sql`exists (select 1 from ${changes} where ${correction})`);
}

function stageIs(stage: Filter['stage'], lateBefore = new Date(0)): SQL | undefined {
  if (stage === '') return undefined;
  if (stage !== 'late') return eq(enquiries.stage, stage);
  const since = sql`coalesce(${enquiries.movedAt}, ${enquiries.receivedAt})`;
  return and(inArray(enquiries.stage, waitingStages), sql`${since} <= ${lateBefore.getTime()}`);
}

export const campaign = campaignOf(enquiries);

function campaignIs(code: string): SQL | undefined {
  if (code === '') return undefined;
  return code === noCampaign ? isNull(sql`(${campaign})`) : sql`(${campaign}) = ${code}`;
}

function receivedIn({ from, to }: Pick<Filter, 'from' | 'to'>): SQL | undefined {
  const first = startOfLondonDay(from);
  const next = nextLondonDay(to);
  return and(first && gte(enquiries.receivedAt, first), next && lt(enquiries.receivedAt, next));
}

/** The moment before which an enquiry must have come to have waited too long. */
export function lateBefore(settings: Settings, now: Date): Date {
  return workingHoursAgo(settings.remindAfter, now, workingTimes(settings));
}
