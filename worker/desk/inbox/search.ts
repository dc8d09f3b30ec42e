import { matcher } from '../../../pages/desk/inbox/matcher.ts';
import type { Database } from '../../database/client.ts';
import { type ListedEnquiry, type Place, pageOfEnquiries } from '../../enquiries/enquiry-list.ts';
import type { Selection } from '../../enquiries/selection.ts';
import type { KeyRing } from '../../sealing/seal.ts';

// As many as are opened in well under a second; the page says how far it got, and goes on from there.
const mostSearched = 20_000;
const pageSize = 2000;
const mostMilliseconds = 700;

interface Found {
  enquiries: ListedEnquiry[];
  searched: number;
  /** Where to go on; undefined when everything was searched. */
  next: Place | undefined;
}

/** Opens enquiries, newest first, and keeps those that match, until there are enough or it has taken long enough. */
export async function searchEnquiries(
  database: Database,
  ring: KeyRing,
  selection: Selection,
  { q, wanted, before }: { q: string; wanted: number; before: Place | undefined },
): Promise<Found> {
  const matches = matcher(q);
  const started = Date.now();
  const enquiries: ListedEnquiry[] = [];
  let searched = 0;
  for (let place = before; ; ) {
    const page = await pageOfEnquiries(database, ring, selection, pageSize, place);
    for (const enquiry of page) {
      searched += 1;
      if (matches(enquiry)) enquiries.push(enquiry);
      if (enquiries.length === wanted) return { enquiries, searched, next: enquiry };
    }
    place = page.at(-1);
    if (!place || page.length < pageSize) return { enquiries, searched, next: undefined };
    if (searched >= mostSearched || Date.now() - started > mostMilliseconds)
      return { enquiries, searched, next: place };
  }
}
