import type { Held } from '../../../pages/desk/people/person-page.tsx';
import type { Database } from '../../database/client.ts';
import { enquiries } from '../../database/tables.ts';
import { unsealEnquiry } from '../../enquiries/enquiry-list.ts';
import { isOneOf } from '../../enquiries/is-one-of.ts';
import type { LinkedEnquiry } from '../../enquiries/linked-enquiries.ts';
import { historiesOf } from '../../enquiries/read-history.ts';
import { readWordings } from '../../enquiries/wordings.tsx';
import type { KeyRing } from '../../sealing/seal.ts';

const atOnce = 500;

/** What is held of linked enquiries, opened, in the order given. */
export async function heldOf(database: Database, ring: KeyRing, linked: readonly LinkedEnquiry[]) {
  const held = [];
  for (let start = 0; start < linked.length; start += atOnce) {
    const some = linked.slice(start, start + atOnce);
    const rows = await database.select().from(enquiries).where(isOneOf(enquiries.id, some));
    const histories = await historiesOf(database, ring, some);
    const opened = await Promise.all(rows.map((row) => unsealEnquiry(row, ring)));
    const words = await readWordings(
      database,
      opened.map(({ consentVersion }) => consentVersion),
    );
    const byId = new Map(opened.map((enquiry) => [enquiry.id, enquiry]));
    for (const { id, link } of some) {
      const enquiry = byId.get(id);
      if (!enquiry) continue;
      const agreedTo = words.get(enquiry.consentVersion) ?? enquiry.consentVersion;
      held.push({ enquiry, history: histories.get(id) ?? [], link, agreedTo } satisfies Held);
    }
  }
  return held;
}
