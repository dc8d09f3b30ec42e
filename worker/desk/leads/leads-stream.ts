import { matcher } from '../../../pages/desk/inbox/matcher.ts';
import type { Database } from '../../database/client.ts';
import { type ListedEnquiry, type Place, pageOfEnquiries } from '../../enquiries/enquiry-list.ts';
import type { Selection } from '../../enquiries/selection.ts';
import { errorCode, log } from '../../log.ts';
import type { KeyRing } from '../../sealing/seal.ts';
import { csvHead, csvRow } from './leads-columns.ts';
import { addMember, emptyMembers, endLeadsFile, type LeadsKind } from './leads-register.ts';

const pageSize = 500;

/** What a file is to have in it. */
export interface Leads {
  /** Its number in the register. */
  id: number;
  kind: LeadsKind;
  selection: Selection & { highestSequence: number };
  /** The search's words, '' for none. */
  q: string;
  rows: number;
}

/**
 * The leads file as a stream, in pages, so that memory stays flat. It ends in an error, never early, when it cannot
 * give as many rows as its name says, and the register then says that it failed.
 */
export function leadsCsv(database: Database, ring: KeyRing, leads: Leads): ReadableStream<Uint8Array> {
  const members = emptyMembers(leads.selection.highestSequence);
  const parts = pages(database, ring, leads, members);
  const encoder = new TextEncoder();
  const hash = new crypto.DigestStream('SHA-256');
  const hashing = hash.getWriter();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await parts.next();
        if (!done) {
          const bytes = encoder.encode(value);
          await hashing.write(bytes);
          controller.enqueue(bytes);
          return;
        }
        await hashing.close();
        await endLeadsFile(database, leads.id, {
          state: 'finished',
          sha256: hex(await hash.digest),
          members,
        });
        log({ event: 'leads_sent', rows: leads.rows });
        controller.close();
      } catch (error) {
        const code = errorCode(error);
        log({ event: 'leads_failed', rows: leads.rows, code });
        // Should that fail as well, the register goes on saying that the file was never finished.
        await endLeadsFile(database, leads.id, { state: 'failed', members }).catch(() => {});
        // Not the error itself: what ends a stream is logged by the platform, message and all.
        throw new Error(`the leads file could not be finished: ${code}`);
      }
    },
    async cancel() {
      await parts.return();
      await endLeadsFile(database, leads.id, { state: 'failed', members });
    },
  });
}

async function* pages(
  database: Database,
  ring: KeyRing,
  { kind, selection, q, rows }: Leads,
  members: Uint8Array,
): AsyncGenerator<string, void> {
  yield csvHead(kind);
  let sent = 0;
  for await (const page of matchingPages(database, ring, selection, q)) {
    for (const { sequence } of page) addMember(members, sequence);
    if (page.length > 0) yield page.map((enquiry) => csvRow(kind, enquiry)).join('');
    sent += page.length;
  }
  if (sent !== rows) throw new Error('the file has not as many rows as its name says');
}

/** How many enquiries a search finds, which only opening all of them can tell. */
export async function countMatches(database: Database, ring: KeyRing, selection: Selection, q: string) {
  let found = 0;
  for await (const page of matchingPages(database, ring, selection, q)) found += page.length;
  return found;
}

async function* matchingPages(
  database: Database,
  ring: KeyRing,
  selection: Selection,
  q: string,
): AsyncGenerator<ListedEnquiry[], void> {
  const matches = q === '' ? undefined : matcher(q);
  for (let last: Place | undefined; ; ) {
    const page = await pageOfEnquiries(database, ring, selection, pageSize, last);
    yield matches ? page.filter(matches) : page;
    last = page.at(-1);
    if (page.length < pageSize) return;
  }
}

function hex(digest: ArrayBuffer): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
