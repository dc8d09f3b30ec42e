import { desc, eq } from 'drizzle-orm';
import type { Status } from '../../../pages/desk/status/status-page.tsx';
import type { Database } from '../../database/client.ts';
import { deadLetters, enquiries, jobs, setAside } from '../../database/tables.ts';
import { enquiryAside } from '../../intake/recovery.ts';
import { countOutbox } from '../../notify/untold.ts';
import { countByKey } from '../../sealing/reseal.ts';
import { type KeyRing, unseal } from '../../sealing/seal.ts';

export async function readStatus(database: Database, ring: KeyRing): Promise<Status> {
  const [[last], outbox, dead, aside, messages, runs, sealed] = await Promise.all([
    database
      .select({ at: enquiries.receivedAt })
      .from(enquiries)
      .where(eq(enquiries.folder, 'inbox'))
      .orderBy(desc(enquiries.receivedAt))
      .limit(1),
    countOutbox(database),
    database.select().from(deadLetters).orderBy(deadLetters.firstSeenAt).limit(100),
    database.$count(setAside),
    database.select().from(setAside).orderBy(setAside.sentAt).limit(100),
    database.select().from(jobs),
    countByKey(database),
  ]);
  return {
    lastEnquiryAt: last?.at,
    outbox,
    deadLetters: dead,
    setAside: aside,
    messages: await Promise.all(
      messages.map(async ({ messageId, sentAt, body }) => {
        const enquiry = enquiryAside(body);
        const answers = enquiry && (await unseal(enquiry, ring));
        return { messageId, sentAt, reference: enquiry?.reference, answers };
      }),
    ),
    keys: [...new Set([...ring.keys(), ...sealed.keys()])].map((id) => ({
      id,
      rows: sealed.get(id) ?? 0,
      known: ring.has(id),
    })),
    runs: Object.fromEntries(runs.map((run) => [run.name, run])),
  };
}
