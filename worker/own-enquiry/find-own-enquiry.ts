import { and, eq, ne } from 'drizzle-orm';
import { timingSafeEqual } from 'hono/utils/buffer';
import { cleanEmail } from '../../pages/content/email.ts';
import { phoneIdentity } from '../../pages/content/phone.ts';
import { readPhone } from '../../pages/content/read-phone.ts';
import { href, paths } from '../../pages/paths.ts';
import type { Database } from '../database/client.ts';
import { enquiries } from '../database/tables.ts';
import { unsealEnquiry } from '../enquiries/enquiry-list.ts';
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
  for (const row of rows) {
    const enquiry = await unsealEnquiry(row, keys.ring);
    const { email, phone } = enquiry.answers ?? {};
    // Both are compared, whichever fits, so that the time says nothing.
    const fits = await Promise.all([
      isSame(email, cleanEmail(contact), (text) => text.toLowerCase()),
      isSame(phone, readPhone(contact).phone, (text) => phoneIdentity(text) || text.toLowerCase()),
    ]);
    if (fits.includes(true)) return enquiry;
  }
  return undefined;
}

async function isSame(held = '', typed: string, identity: (text: string) => string): Promise<boolean> {
  return (await timingSafeEqual(identity(held), identity(typed))) && typed !== '';
}
