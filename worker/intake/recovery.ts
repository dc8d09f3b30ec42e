import { eq, sql } from 'drizzle-orm';
import { databaseOf } from '../database/client.ts';
import { setAside } from '../database/tables.ts';
import { log } from '../log.ts';
import { insertEnquiry } from './insert-enquiry.ts';
import { fromMessage } from './queue-message.ts';

// In any order: those that cannot be read yet must not keep the others from their turn.
const atOnce = 100;

/** Messages that an older version set aside are stored by the first version that can read them. */
export async function recoverSetAside(env: Env): Promise<void> {
  const database = databaseOf(env.DB);
  for (const { messageId, body } of await database
    .select()
    .from(setAside)
    .orderBy(sql`random()`)
    .limit(atOnce)) {
    const enquiry = fromMessage(parsed(body));
    if (!enquiry) continue;
    await insertEnquiry(database, enquiry);
    await database.delete(setAside).where(eq(setAside.messageId, messageId)).run();
    log({ event: 'enquiry_stored', reference: enquiry.reference });
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
