import { and, asc, eq, gt, gte, inArray, lt, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { type Retention, retentionEras, type Told } from '../../pages/content/retention.ts';
import { stagesWhere } from '../../pages/content/stages.ts';
import { monthsBefore } from '../../pages/london-time.ts';
import type { Database } from '../database/client.ts';
import { enquiries } from '../database/tables.ts';

const day = 86_400_000;

export const lastDone = sql<number>`coalesce(${enquiries.touchedAt}, ${enquiries.receivedAt})`;
const attendedStages = stagesWhere(({ attended }) => attended);
const storedLonger = stagesWhere(({ stored }) => stored === 'attendedMonths');
/** Nothing leaves Review before it was in so many daily mails. */
const fewestDigests = 2;

/** SQL: whether an enquiry has been stored long enough by a moment, and after so many more daily mails. */
export function isStoredLongEnough(told: readonly Told[], moment: Date, digestsToCome = 0): SQL | undefined {
  const lastDoneBefore = lastDoneIn(retentionEras(told, moment));
  const inInbox = eq(enquiries.folder, 'inbox');
  return or(
    and(
      inInbox,
      notInArray(enquiries.stage, storedLonger),
      lastDoneBefore(({ months }) => monthsBefore(moment, months)),
    ),
    and(
      inInbox,
      inArray(enquiries.stage, storedLonger),
      lastDoneBefore(({ attendedMonths }) => monthsBefore(moment, attendedMonths)),
    ),
    // A day in which a slip of the finger can be taken back.
    and(
      lt(enquiries.handedOverAt, new Date(moment.getTime() - day)),
      unindexed(inInbox),
      unindexed(inArray(enquiries.stage, attendedStages)),
    ),
    and(
      eq(enquiries.folder, 'review'),
      lastDoneBefore(({ reviewDays }) => new Date(moment.getTime() - reviewDays * day)),
      gte(enquiries.digests, fewestDigests - digestsToCome),
    ),
    gt(enquiries.withdrawnAt, new Date(0)),
  );
}

/** SQL: whether anything was last done with it before a moment that depends on when the enquiry was received. */
function lastDoneIn(eras: readonly Told[]) {
  return (before: (retention: Retention) => Date) => {
    const moments = eras.map(({ since, retention }) => ({ since: +since, before: +before(retention) }));
    const latest = new Date(Math.max(...moments.map((one) => one.before)));
    // Nothing was done with it before it came; saying so lets D1 look at the oldest alone.
    return and(lt(enquiries.receivedAt, latest), sql`${lastDone} < ${caseOf(moments)}`);
  };
}

function caseOf(moments: readonly { since: number; before: number }[]): SQL {
  // As they stand: years of changes would be more parameters than D1 takes.
  const raw = (moment: number) => sql.raw(String(moment));
  const cases = moments.map(
    ({ since, before }) =>
      sql`when coalesce(${enquiries.toldAt}, ${enquiries.receivedAt}) >= ${raw(since)} then ${raw(before)}`,
  );
  return sql`case ${sql.join(cases.toReversed(), sql` `)} end`;
}

/** SQL: a condition for which SQLite takes no index, so that the one of the condition beside it is taken. */
function unindexed(condition: SQL): SQL {
  return sql`+(${condition})`;
}

/** When the oldest enquiry that is still there was received. */
export async function oldestReceived(database: Database): Promise<Date | undefined> {
  const [oldest] = await database
    .select({ receivedAt: enquiries.receivedAt })
    .from(enquiries)
    .orderBy(asc(enquiries.receivedAt))
    .limit(1);
  return oldest?.receivedAt;
}
