import { asc } from 'drizzle-orm';
import type { HistoryEntry } from '../../pages/desk/desk-enquiry.ts';
import type { Database } from '../database/client.ts';
import { changes } from '../database/tables.ts';
import { type KeyRing, noteId, unseal } from '../sealing/seal.ts';
import { isOneOf } from './is-one-of.ts';

/** What was done with an enquiry, first things first. A note that no key opens has no words. */
export async function historyOf(database: Database, ring: KeyRing, id: string): Promise<HistoryEntry[]> {
  return (await historiesOf(database, ring, [{ id }])).get(id) ?? [];
}

/** The histories of some enquiries, by id. */
export async function historiesOf(database: Database, ring: KeyRing, some: readonly { id: string }[]) {
  const rows = await database
    .select()
    .from(changes)
    .where(isOneOf(changes.enquiryId, some))
    .orderBy(asc(changes.version));
  const entries = await Promise.all(
    rows.map(async ({ enquiryId: id, version, at, by, kind, detail, keyId, sealed }) => {
      const note =
        keyId && sealed ? await unseal<string>({ id: noteId(id, version), keyId, sealed }, ring) : undefined;
      return { id, entry: { version, at, by, kind, detail, note } };
    }),
  );
  const histories = new Map<string, HistoryEntry[]>();
  for (const { id, entry } of entries) histories.set(id, [...(histories.get(id) ?? []), entry]);
  return histories;
}
