import { sql } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { enquiries, type NewEnquiry } from '../database/tables.ts';
import { judged } from './judge-enquiry.ts';

/** Stores the enquiry unless its id is there already, in the inbox or, with enough signals of a robot, in Review. */
export async function insertEnquiry(database: Database, enquiry: NewEnquiry): Promise<void> {
  await database
    .insert(enquiries)
    .values({ ...enquiry, ...placeOf(enquiry) })
    .onConflictDoNothing({ target: enquiries.id })
    .run();
}

// Strangers must not be able to make our own test fail, and what somebody took by hand is no robot's.
function placeOf(enquiry: NewEnquiry) {
  const { folder = 'inbox', takenBy, receivedAt } = enquiry;
  if (folder === 'canary' || takenBy) return {};
  const { spamSignals, isSuspect } = judged(enquiry, receivedAt);
  return { spamSignals, folder: sql`iif(${isSuspect}, 'review', ${folder})` };
}
