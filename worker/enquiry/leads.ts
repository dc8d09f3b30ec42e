import { errorCode, log } from '../log.ts';
import { csvHead, csvRow } from './csv.ts';
import { type Place, pageOfEnquiries, type Selection } from './list.ts';
import type { KeyRing } from './seal.ts';

const pageSize = 500;

/**
 * The leads file as a stream, in pages, so that memory stays flat. It ends in an error, never early, when it cannot
 * give as many rows as its name says.
 */
export function leadsCsv(
  database: D1Database,
  ring: KeyRing,
  selection: Selection,
  rows: number,
): ReadableStream<Uint8Array> {
  const parts = pages(database, ring, selection, rows);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return();
    },
  });
}

async function* pages(
  database: D1Database,
  ring: KeyRing,
  selection: Selection,
  rows: number,
): AsyncGenerator<string, void> {
  try {
    yield csvHead;
    let sent = 0;
    for (let last: Place | undefined; ; ) {
      const page = await pageOfEnquiries(database, ring, selection, pageSize, last);
      if (page.length > 0) yield page.map(csvRow).join('');
      sent += page.length;
      last = page.at(-1);
      if (page.length < pageSize) break;
    }
    if (sent !== rows) throw new Error('the file has fewer rows than its name says');
    log({ event: 'leads_sent', rows });
  } catch (error) {
    const code = errorCode(error);
    log({ event: 'leads_failed', rows, code });
    // Not the error itself: what ends a stream is logged by the platform, message and all.
    throw new Error(`the leads file could not be finished: ${code}`);
  }
}
