import { eq } from 'drizzle-orm';
import type { HistoryEntry } from '../../../pages/desk/desk-enquiry.ts';
import type { LeadsFile } from '../../../pages/desk/leads/leads-page.tsx';
import type { Database } from '../../database/client.ts';
import { enquiries } from '../../database/tables.ts';
import { historyOf } from '../../enquiries/enquiry-history.ts';
import { findEnquiry, type UnsealedEnquiry } from '../../enquiries/enquiry-list.ts';
import { samePersonAs } from '../../enquiries/find-same-person.ts';
import type { KeyRing } from '../../sealing/seal.ts';
import { leadsFilesWith } from '../leads/leads-register.ts';

/** Everything that is held about a person, as far as email address and phone number tell who that is. */
export interface Person {
  held: { enquiry: UnsealedEnquiry; history: HistoryEntry[] }[];
  files: LeadsFile[];
}

/** Starts from one enquiry, and takes in those with the same email address or phone number. */
export async function personOf(database: Database, ring: KeyRing, id: string): Promise<Person | undefined> {
  const [first] = await database.select().from(enquiries).where(eq(enquiries.id, id));
  if (!first) return undefined;
  const samePerson = await samePersonAs(database, first);
  const found = await Promise.all(
    [id, ...samePerson.map((other) => other.id)].map(async (one) => {
      const enquiry = await findEnquiry(database, ring, one);
      return enquiry ? [{ enquiry, history: await historyOf(database, ring, one) }] : [];
    }),
  );
  const held = found.flat();
  const exports = await leadsFilesWith(
    database,
    held.map(({ enquiry }) => enquiry.sequence),
  );
  return { held, files: exports };
}
