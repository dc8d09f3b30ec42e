import { and, eq, gt, ne, sql } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { enquiries, type NewEnquiry } from '../database/tables.ts';

const thirtyDays = 30 * 86_400_000;

/**
 * Stores the enquiry unless its id is there already. Whether its message is another's is asked in the same statement,
 * so that the question can neither delay the enquiry nor fail apart from it.
 */
export async function insertEnquiry(database: Database, enquiry: NewEnquiry): Promise<void> {
  const { folder = 'inbox', spamSignals = '' } = enquiry;
  const repeated = isRepeated(enquiry);
  await database
    .insert(enquiries)
    .values({
      ...enquiry,
      spamSignals: sql`trim(${spamSignals} || iif(${repeated}, ' repeated', ''))`,
      folder: sql`iif(${folder} = 'inbox' and (${spamSignals} <> '' or ${repeated}), 'review', ${folder})`,
    })
    .onConflictDoNothing({ target: enquiries.id })
    .run();
}

/** SQL: whether the same long message has come under another name. */
function isRepeated({ messageToken, nameToken, receivedAt }: NewEnquiry) {
  if (!messageToken || !nameToken) return sql`false`;
  const since = new Date(receivedAt.getTime() - thirtyDays);
  const others = and(
    eq(enquiries.messageToken, messageToken),
    ne(enquiries.nameToken, nameToken),
    gt(enquiries.receivedAt, since),
  );
  return sql`exists (select 1 from ${enquiries} where ${others})`;
}
