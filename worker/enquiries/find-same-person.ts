import { and, desc, eq, inArray, ne, or } from 'drizzle-orm';
import type { SamePerson } from '../../pages/desk/desk-enquiry.ts';
import type { Database } from '../database/client.ts';
import { enquiries, type StoredEnquiry } from '../database/tables.ts';

const most = 50;

/** Other enquiries with the same email address or phone number: a hint, never a merger. */
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
    .where(and(same, ne(enquiries.id, id), inArray(enquiries.folder, ['inbox', 'review'])))
    .orderBy(desc(enquiries.receivedAt))
    .limit(most);
  return rows.map((row) => {
    const byEmail = emailToken !== null && row.emailToken === emailToken;
    const byPhone = phoneToken !== null && row.phoneToken === phoneToken;
    const { id, reference, receivedAt, stage, outcome } = row;
    const both = byEmail && byPhone ? 'email and phone' : undefined;
    return { id, reference, receivedAt, stage, outcome, same: both ?? (byEmail ? 'email' : 'phone') };
  });
}
