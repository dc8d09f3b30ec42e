import { type SQL, sql } from 'drizzle-orm';
import { enquiries, type NewEnquiry, tombstones } from '../database/tables.ts';
import { keyedToken } from '../sealing/keyed-token.ts';
import { type Keys, keysOf } from '../sealing/secret-keys.ts';

export type DeletionReason = (typeof tombstones.$inferSelect)['why'];

/**
 * What the tombstone of an enquiry is called: with the key it can be computed from the enquiry, and from it nothing can.
 * The enquiry's row has it too, so that a database alone can refuse a row that is under a tombstone.
 */
export function tombstoneIdOf(keys: Pick<Keys, 'tombstone'>, id: string): Promise<string> {
  return keyedToken(keys.tombstone, id);
}

/** One that a tombstone can keep out. */
export type NamedEnquiry = NewEnquiry & { tombstoneId: string };

/** An enquiry out of a message. */
export async function withTombstoneId(env: Env, enquiry: NewEnquiry): Promise<NamedEnquiry> {
  return { ...enquiry, tombstoneId: await tombstoneIdOf(await keysOf(env), enquiry.id) };
}

/** SQL: an enquiry that was deleted is here again. The trigger `refuse_deleted` draws the same line. */
export const isUnderTombstone: SQL = sql`exists (select 1 from ${tombstones}
  where ${tombstones.id} in (${enquiries.id}, ${enquiries.tombstoneId}) and ${tombstones.at} >= ${enquiries.receivedAt})`;

/** Somebody wished it, so that copies elsewhere are to follow. What only its time deleted is not wrong there. */
export const wished: readonly DeletionReason[] = [
  'consent withdrawn',
  'erased at the desk',
  'erased by the visitor',
];
