import type { Context } from 'hono';
import { type Place, pageOfEnquiries } from '../enquiries/enquiry-list.ts';
import type { Selection } from '../enquiries/selection.ts';
import type { AppEnv } from '../http/app-env.ts';

export const pageSize = 25;

/** A page of enquiries, newest first, and where the next one starts; undefined when there is none. */
export async function newest(c: Context<AppEnv>, selection: Selection, before: Place | undefined) {
  const { database, keys } = c.var;
  const found = await pageOfEnquiries(database, keys.ring, selection, pageSize + 1, before);
  const { items: enquiries, next } = pageOf(found);
  return { enquiries, next };
}

/** A page of what was found, and its last item where there is more: one more than fits was asked for. */
export function pageOf<Item>(found: readonly Item[]): { items: Item[]; next: Item | undefined } {
  const items = found.slice(0, pageSize);
  return { items, next: found.length > pageSize ? items.at(-1) : undefined };
}

/** "1763906400000-42": the moment and sequence number a page ended at. Anything else starts the list from the top. */
export function readPlace(text = ''): Place | undefined {
  const [, moment, sequence] = /^(\d{1,15})-(\d{1,15})$/.exec(text) ?? [];
  return moment && sequence
    ? { receivedAt: new Date(Number(moment)), sequence: Number(sequence) }
    : undefined;
}

export function writePlace({ receivedAt, sequence }: Place): string {
  return `${receivedAt.getTime()}-${sequence}`;
}
