import { eq, sql } from 'drizzle-orm';
import { databaseOf } from '../database/client.ts';
import { setAside } from '../database/tables.ts';
import { withTombstoneId } from '../enquiries/tombstones.ts';
import { errorCode, log } from '../log.ts';
import { insertEnquiry } from './insert-enquiry.ts';
import { fromMessage } from './queue-message.ts';

// In any order: those that cannot be read or stored yet must not keep the others from their turn.
const atOnce = 100;

/** Messages that were set aside are stored by the first version that can read and store them. */
export async function recoverSetAside(env: Env): Promise<void> {
  const database = databaseOf(env.DB);
  for (const { messageId, body } of await database
    .select()
    .from(setAside)
    .orderBy(sql`random()`)
    .limit(atOnce)) {
    const enquiry = enquiryAside(body);
    if (!enquiry) continue;
    try {
      const found = await insertEnquiry(database, await withTombstoneId(env, enquiry));
      if (found === 'ended') continue;
    } catch (error) {
      if (errorCode(error) === 'not_storable') continue;
      throw error;
    }
    await database.delete(setAside).where(eq(setAside.messageId, messageId)).run();
    log({ event: 'enquiry_stored', reference: enquiry.reference });
  }
}

/** The enquiry in a message that was set aside; undefined when this Worker cannot read it. */
export function enquiryAside(body: string) {
  return fromMessage(parsed(body));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
