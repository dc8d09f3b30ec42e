import { and, eq, ne } from 'drizzle-orm';
import { timingSafeEqual } from 'hono/utils/buffer';
import { parsePhone, standardPhone } from '../../pages/content/phone.ts';
import { href, paths } from '../../pages/paths.ts';
import type { Database } from '../database/client.ts';
import { enquiries } from '../database/tables.ts';
import { unsealEnquiry } from '../enquiries/enquiry-list.ts';
import { personToken } from '../enquiries/person-tokens.ts';
import { readReference } from '../reference.ts';
import { keyedToken } from '../sealing/keyed-token.ts';
import type { Keys } from '../sealing/secret-keys.ts';

/** The address at which a visitor finds their own enquiry. It lives as long as the enquiry does; nothing is stored for it. */
export async function ownAddress(keys: Keys, reference: string): Promise<string> {
  return href(paths.ownEnquiry, { reference, tag: await keyedToken(keys.link, reference) });
}

/** The enquiry with that reference that was sent with that email address or phone number. */
export async function findOwn(database: Database, keys: Keys, text: string, contact: string) {
  const reference = readReference(text);
  if (!reference) return undefined;
  const rows = await database
    .select()
    .from(enquiries)
    .where(and(eq(enquiries.reference, reference), ne(enquiries.folder, 'canary')));
  const typed = contact.trim();
  const phone = parsePhone(typed);
  const [byEmail, byPhone] = await Promise.all([
    personToken(keys.person, 'email', typed.toLowerCase()),
    personToken(keys.person, 'phone', phone ? standardPhone(phone) : typed),
  ]);
  for (const row of rows) {
    // Both are compared, whichever fits, so that the time says nothing.
    const [email, number] = await Promise.all([
      timingSafeEqual(row.emailToken ?? '', byEmail),
      timingSafeEqual(row.phoneToken ?? '', byPhone),
    ]);
    if (email || number) return unsealEnquiry(row, keys.ring);
  }
  return undefined;
}
