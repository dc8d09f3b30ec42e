import { and, eq, isNotNull, ne, or, sql } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { changes, enquiries, type NewEnquiry } from '../database/tables.ts';
import type { NamedEnquiry } from '../enquiries/tombstones.ts';
import { judged } from './judge-enquiry.ts';

/**
 * Stores the enquiry unless its id is there already, in the inbox or, with enough signals of a robot, in Review. `ended`
 * when what is there was sent before, and nobody works on it as it was typed: closed, withdrawn, or corrected into
 * something else. The same sending has the same time, however often it arrives.
 */
export async function insertEnquiry(database: Database, enquiry: NamedEnquiry): Promise<'there' | 'ended'> {
  const { meta } = await database
    .insert(enquiries)
    .values({ ...enquiry, ...placeOf(enquiry) })
    .onConflictDoNothing({ target: enquiries.id })
    .run();
  if (meta.changes > 0) return 'there';
  const corrections = and(eq(changes.enquiryId, enquiries.id), eq(changes.kind, 'corrected'));
  const isEnded = or(
    eq(enquiries.stage, 'closed'),
    isNotNull(enquiries.withdrawnAt),
    sql`exists (select 1 from ${changes} where ${corrections})`,
  );
  const { id, receivedAt } = enquiry;
  const sentBefore = and(eq(enquiries.id, id), ne(enquiries.receivedAt, receivedAt));
  const ended = await database.$count(enquiries, and(sentBefore, isEnded));
  return ended > 0 ? 'ended' : 'there';
}

// Strangers must not be able to make our own test fail, and what somebody took by hand is no robot's.
function placeOf(enquiry: NewEnquiry) {
  const { folder = 'inbox', takenBy, receivedAt } = enquiry;
  if (folder === 'canary' || takenBy) return {};
  const { spamSignals, isSuspect } = judged(enquiry, receivedAt);
  return { spamSignals, folder: sql`iif(${isSuspect}, 'review', ${folder})` };
}
