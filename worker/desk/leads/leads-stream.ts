import type { Database } from '../../database/client.ts';
import { addRow, hasRow, rowSet } from '../../database/row-set.ts';
import type { ListedEnquiry } from '../../enquiries/enquiry-list.ts';
import { errorCode, log } from '../../log.ts';
import type { KeyRing } from '../../sealing/seal.ts';
import { csvLine } from './csv.ts';
import { finishLeadsFile } from './last-leads-file.ts';
import { type Change, cellsOf, cellsOfGone, headings } from './leads-cells.ts';
import { failLeadsFile, type LeadsFormat, type LeadsKind } from './leads-register.ts';
import { type LeadsPlan, matchingPages } from './plan-leads-file.ts';
import { xlsx } from './xlsx.ts';

/** What a file is to have in it, and its entry in the register. */
export interface Leads extends LeadsPlan {
  id: number;
  by: string;
  kind: LeadsKind;
  format: LeadsFormat;
  filter: string;
}

/**
 * The leads file as a stream, in pages, so that memory stays flat. It ends in an error, never early, when it cannot
 * give as many rows as its name says, and the register then says that it failed.
 */
export function leadsFile(database: Database, ring: KeyRing, leads: Leads): ReadableStream<Uint8Array> {
  const members = rowSet(leads.highestSequence);
  const parts = formats[leads.format](leads.kind, pages(database, ring, leads, members));
  const hash = new crypto.DigestStream('SHA-256');
  const hashing = hash.getWriter();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await parts.next();
        if (!done) {
          await hashing.write(value);
          controller.enqueue(value);
          return;
        }
        await hashing.close();
        const seen = rowSet(leads.highestSequence, leads.last?.seen);
        for (const [place, byte] of members.entries()) seen[place] = (seen[place] ?? 0) | byte;
        await finishLeadsFile(database, leads, {
          sha256: Buffer.from(await hash.digest).toString('hex'),
          members,
          seen,
        });
        log({ event: 'leads_sent', rows: leads.rows });
        controller.close();
      } catch (error) {
        const code = errorCode(error);
        log({ event: 'leads_failed', rows: leads.rows, code });
        // Should that fail as well, the register goes on saying that the file was never finished.
        await failLeadsFile(database, leads.id, members).catch(() => {});
        // Not the error itself: what ends a stream is logged by the platform, message and all.
        throw new Error(`the leads file could not be finished: ${code}`);
      }
    },
    async cancel() {
      await parts.return?.();
      await failLeadsFile(database, leads.id, members);
    },
  });
}

type Pages = AsyncGenerator<string[][], void>;

const formats: Record<LeadsFormat, (kind: LeadsKind, pages: Pages) => AsyncIterator<Uint8Array>> = {
  csv,
  xlsx,
};

/** With the byte order mark without which Excel reads UTF-8 as something else. */
async function* csv(kind: LeadsKind, pages: Pages): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder();
  yield encoder.encode(`\uFEFF${csvLine(headings(kind))}`);
  for await (const page of pages) yield encoder.encode(page.map(csvLine).join(''));
}

/** The rows, as cells. */
async function* pages(database: Database, ring: KeyRing, leads: Leads, members: Uint8Array): Pages {
  const { kind, gone, rows } = leads;
  let sent = gone.length;
  if (sent > 0) yield gone.map((one) => cellsOfGone(kind, one));
  for await (const page of matchingPages(database, ring, leads)) {
    for (const { sequence } of page) addRow(members, sequence);
    if (page.length > 0) yield page.map((enquiry) => cellsOf(kind, enquiry, changeOf(enquiry, leads)));
    sent += page.length;
  }
  if (sent !== rows) throw new Error('the file has not as many rows as its name says');
}

function changeOf({ sequence, movedAt }: ListedEnquiry, { onlyNew, last }: Leads): Change {
  if (!onlyNew) return '';
  if (last && hasRow(last.seen, sequence)) return 'corrected';
  return last && movedAt && sequence <= last.highestSequence ? 'moved from Review' : 'new';
}
