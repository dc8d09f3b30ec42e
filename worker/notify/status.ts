import { desc, eq } from 'drizzle-orm';
import type { Status } from '../../pages/practitioner/status.tsx';
import { query } from '../database.ts';
import { deadLetters, enquiries, setAside } from '../enquiry/table.ts';
import { countOutbox } from './outbox.ts';
import { jobs } from './table.ts';

export async function readStatus(binding: D1Database): Promise<Status> {
  const database = query(binding);
  const [[last], outbox, dead, unread, runs] = await Promise.all([
    database
      .select({ at: enquiries.receivedAt })
      .from(enquiries)
      .where(eq(enquiries.folder, 'inbox'))
      .orderBy(desc(enquiries.receivedAt))
      .limit(1),
    countOutbox(binding),
    database.select().from(deadLetters).orderBy(deadLetters.firstSeenAt).limit(100),
    database.$count(setAside),
    database.select().from(jobs),
  ]);
  return {
    lastEnquiryAt: last?.at,
    outbox,
    deadLetters: dead,
    setAside: unread,
    runs: Object.fromEntries(runs.map((run) => [run.name, run])),
  };
}
