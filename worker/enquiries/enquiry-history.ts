import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import { type MoveName, moves, stages } from '../../pages/content/stages.ts';
import type { TakenBy } from '../../pages/desk/by-hand/by-hand-page.tsx';
import type { HistoryEntry } from '../../pages/desk/desk-enquiry.ts';
import type { Database } from '../database/client.ts';
import { changes, enquiries, type StoredEnquiry } from '../database/tables.ts';
import { type KeyRing, noteId, seal, unseal } from '../sealing/seal.ts';

/** Which enquiry, as somebody saw it, and who that is. */
export interface Seen {
  id: string;
  /** The version of the enquiry on their screen: if it has another by now, nothing is changed. */
  version: number;
  by: string;
}

/** Each says whether it was made: false when somebody else changed the enquiry first. */

export function moveStage(database: Database, seen: Seen, name: MoveName, now = new Date()) {
  const { stage, outcome = null } = moves[name];
  const repliedAt = {
    'not yet': null,
    yes: sql`coalesce(${enquiries.repliedAt}, ${now.getTime()})`,
    'not needed': enquiries.repliedAt,
  }[stages[stage].answered];
  return change(database, seen, { kind: 'stage', detail: name, at: now }, { stage, outcome, repliedAt });
}

export async function addNote(database: Database, ring: KeyRing, seen: Seen, words: string, at = new Date()) {
  const sealed = await seal(words, noteId(seen.id, seen.version + 1), ring);
  return change(database, seen, { kind: 'note', detail: '', at, ...sealed }, {});
}

/** How an enquiry came that the practitioner wrote down, and that its consent was given aloud. */
export function recordTaken(database: Database, seen: Seen, way: TakenBy, at: Date) {
  return change(database, seen, { kind: 'taken', detail: way, at }, {});
}

/** Out of Review. */
export function moveToInbox(database: Database, seen: Seen, at = new Date()) {
  return change(database, seen, { kind: 'inbox', detail: '', at }, { folder: 'inbox', movedAt: at });
}

/** A reason to store it for longer: the time until it is deleted starts again. */
export async function extendRetention(
  database: Database,
  ring: KeyRing,
  seen: Seen,
  reason: string,
  at = new Date(),
) {
  const sealed = await seal(reason, noteId(seen.id, seen.version + 1), ring);
  return change(database, seen, { kind: 'extended', detail: '', at, ...sealed }, { handedOverAt: null });
}

/** The practice's own records have what they need: it is deleted after a day. */
export function handOver(database: Database, seen: Seen, at = new Date()) {
  return change(database, seen, { kind: 'handed over', detail: '', at }, { handedOverAt: at });
}

/** The visitor takes the consent back: nobody works on it any more, and it is deleted at the next run of the cron. */
export function withdraw(database: Database, seen: Seen, at = new Date()) {
  const end = { stage: 'closed', outcome: 'consent withdrawn', withdrawnAt: at } as const;
  return change(database, seen, { kind: 'withdrawn', detail: '', at }, end);
}

/** The visitor corrects what they sent. */
export function correct(
  database: Database,
  seen: Seen,
  fields: Pick<StoredEnquiry, 'keyId' | 'sealed' | 'emailToken' | 'phoneToken'>,
  at = new Date(),
) {
  return change(database, seen, { kind: 'corrected', detail: '', at }, fields);
}

type Entry = Pick<typeof changes.$inferInsert, 'kind' | 'detail' | 'at' | 'keyId' | 'sealed'>;
type Fields = { [name in keyof StoredEnquiry]?: StoredEnquiry[name] | SQL | (typeof enquiries)[name] };

// One transaction: the history's entry and the change, both or neither, and only for the version that was seen.
async function change(database: Database, seen: Seen, entry: Entry, fields: Fields): Promise<boolean> {
  const { id, version, by } = seen;
  const { kind, detail, at, keyId = null, sealed = null } = entry;
  const asSeen = and(eq(enquiries.id, id), eq(enquiries.version, version));
  const [, changed] = await database.batch([
    database.insert(changes).select(
      database
        .select({
          enquiryId: enquiries.id,
          version: sql`${version + 1}`.as('version'),
          at: sql`${at.getTime()}`.as('at'),
          by: sql`${by}`.as('by'),
          kind: sql`${kind}`.as('kind'),
          detail: sql`${detail}`.as('detail'),
          keyId: sql`${keyId}`.as('key_id'),
          sealed: sql`${sealed}`.as('sealed'),
        })
        .from(enquiries)
        .where(asSeen),
    ),
    database
      .update(enquiries)
      .set({ ...fields, version: version + 1, touchedAt: at })
      .where(asSeen)
      .returning({ id: enquiries.id }),
  ]);
  return changed.length > 0;
}

/** What was done with an enquiry, first things first. A note that no key opens has no words. */
export async function historyOf(database: Database, ring: KeyRing, id: string): Promise<HistoryEntry[]> {
  const rows = await database
    .select()
    .from(changes)
    .where(eq(changes.enquiryId, id))
    .orderBy(asc(changes.version));
  return Promise.all(
    rows.map(async ({ version, at, by, kind, detail, keyId, sealed }) => ({
      version,
      at,
      by,
      kind,
      detail,
      note:
        keyId && sealed ? await unseal<string>({ id: noteId(id, version), keyId, sealed }, ring) : undefined,
    })),
  );
}
