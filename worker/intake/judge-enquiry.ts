import { and, eq, gt, ne, type SQL, sql } from 'drizzle-orm';
import {
  enoughForReview,
  readSpamSignals,
  type SpamSignal,
  spamSignals,
  weightOf,
  weights,
} from '../../pages/content/spam-signals.ts';
import { enquiries, type NewEnquiry } from '../database/tables.ts';

const hour = 3_600_000;
const thirtyDays = 30 * 24 * hour;
/** So many with one message, email address or phone number within an hour, and one more is a flood. */
const mostInHour = 5;

type Judged = Pick<
  NewEnquiry,
  'id' | 'spamSignals' | 'messageToken' | 'nameToken' | 'emailToken' | 'phoneToken'
>;

/**
 * SQL: all signals of an enquiry, those included that only other enquiries can tell, and whether they are enough for
 * Review. Asked within the statement that stores it, so that the question can neither delay it nor fail apart from it.
 */
export function judged(enquiry: Judged, now: Date): { spamSignals: SQL<string>; isSuspect: SQL } {
  const { spamSignals: stored = '' } = enquiry;
  const known = readSpamSignals(stored);
  const asked = [
    { name: 'repeated', is: isRepeated(enquiry, now) },
    { name: 'flood', is: isFlood(enquiry, now) },
  ] as const satisfies { name: SpamSignal; is: SQL }[];
  const more = asked.filter(({ name }) => !known.includes(name));
  const names = more.map(({ name, is }) => sql`iif(${is}, ${` ${name}`}, '')`);
  const points = more.map(({ name, is }) => sql`iif(${is}, ${weights[spamSignals[name].strength]}, 0)`);
  return {
    spamSignals: sql`trim(${sql.join([sql`${stored}`, ...names], sql` || `)})`,
    isSuspect: sql`${sql.join([sql`${weightOf(known)}`, ...points], sql` + `)} >= ${enoughForReview}`,
  };
}

/** SQL: whether the same long message has come under another name. */
function isRepeated({ id, messageToken, nameToken }: Judged, now: Date): SQL {
  if (!messageToken || !nameToken) return sql`false`;
  const others = and(
    eq(enquiries.messageToken, messageToken),
    ne(enquiries.nameToken, nameToken),
    ne(enquiries.id, id),
    gt(enquiries.receivedAt, new Date(now.getTime() - thirtyDays)),
  );
  return sql`exists (select 1 from ${enquiries} where ${others})`;
}

/** SQL: whether very many have come within an hour with the same long message, email address or phone number. */
function isFlood({ id, messageToken, emailToken, phoneToken }: Judged, now: Date): SQL {
  const same = [
    messageToken && eq(enquiries.messageToken, messageToken),
    emailToken && eq(enquiries.emailToken, emailToken),
    phoneToken && eq(enquiries.phoneToken, phoneToken),
  ].flatMap((one) => one || []);
  const since = now.getTime() - hour;
  // The fifth newest by its index: as fast in a flood of thousands as for one.
  const manySince = same.map(
    (one) => sql`coalesce((select ${enquiries.receivedAt} from ${enquiries}
      where ${one} and ${ne(enquiries.id, id)} order by ${enquiries.sequence} desc limit 1 offset ${mostInHour - 1}), 0) > ${since}`,
  );
  return manySince.length === 0 ? sql`false` : sql`(${sql.join(manySince, sql` or `)})`;
}
