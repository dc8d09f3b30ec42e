import { and, eq, gt, gte, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { noCampaign } from '../../pages/attribution.ts';
import { waitingStages } from '../../pages/content/stages.ts';
import type { Filter } from '../../pages/desk/inbox/filter.ts';
import { nextLondonDay, startOfLondonDay } from '../../pages/london-time.ts';
import { workingHoursAgo } from '../../pages/working-hours.ts';
import { remindAfter, workingTimes } from '../config.ts';
import { campaignOf, enquiries } from '../database/tables.ts';
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
export function lateBefore(env: Env, now: Date): Date {
  return workingHoursAgo(remindAfter(env), now, workingTimes(env));
}
