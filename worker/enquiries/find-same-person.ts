import { and, desc, eq, inArray, ne, or, sql } from 'drizzle-orm';
import type { SamePerson } from '../../pages/desk/desk-enquiry.ts';
import type { Database } from '../database/client.ts';
import { enquiries, type StoredEnquiry } from '../database/tables.ts';
import { sameness } from './linked-enquiries.ts';
import { lookedAt } from './selection.ts';

const most = 50;

/**
 * Other enquiries with the same email address or phone number, the newest with the address first: a hint, never a merger.
 * All there are stand on the page about the person.
 */
export async function samePersonAs(
  database: Database,
  { id, emailToken, phoneToken }: Pick<StoredEnquiry, 'id' | 'emailToken' | 'phoneToken'>,
): Promise<SamePerson[]> {
  if (!emailToken && !phoneToken) return [];
  const same = or(
    emailToken ? eq(enquiries.emailToken, emailToken) : undefined,
    phoneToken ? eq(enquiries.phoneToken, phoneToken) : undefined,
  );
  const rows = await database
    .select()
    .from(enquiries)
    .where(and(same, ne(enquiries.id, id), inArray(enquiries.folder, lookedAt)))
    .orderBy(desc(sql`${enquiries.emailToken} is ${emailToken}`), desc(enquiries.receivedAt))
    .limit(most);
  return rows.map(({ id, reference, receivedAt, stage, outcome, ...row }) => {
    return { id, reference, receivedAt, stage, outcome, same: sameness({ emailToken, phoneToken }, row) };
  });
}
