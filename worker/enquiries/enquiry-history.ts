import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { type MoveName, moves, stages } from '../../pages/content/stages.ts';
import type { TakenBy } from '../../pages/desk/by-hand/by-hand-page.tsx';
import type { Database } from '../database/client.ts';
import { changes, enquiries, type StoredEnquiry } from '../database/tables.ts';
import { type KeyRing, noteId, seal } from '../sealing/seal.ts';

/** Which enquiry, as somebody saw it, and who that is. */
export interface Seen {
  id: string;
  /** The version of the enquiry on their screen: if it has another by now, nothing is changed. */
  version: number;
  by: string;
}

/** Each says whether it was made: false when somebody else changed the enquiry first, if it does not say otherwise. */

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

/** How an enquiry came that the practitioner wrote down, and that its consent was given aloud. Once, whatever came since. */
export function recordTaken(database: Database, { id, by }: Pick<Seen, 'id' | 'by'>, way: TakenBy, at: Date) {
  const recorded = and(eq(changes.enquiryId, id), eq(changes.kind, 'taken'));
  const once = sql`not exists (select 1 from ${changes} where ${recorded})`;
  return changeWhere(database, id, once, { by, kind: 'taken', detail: way, at }, {});
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

/**
 * The visitor takes the consent back, whatever was done with the enquiry in the meantime: nobody works on it any more,
 * and it is deleted at the next run of the cron. True when it is taken back now, whoever did it; false when it is gone.
 */
export async function withdraw(database: Database, id: string, at = new Date()) {
  const end = { stage: 'closed', outcome: 'consent withdrawn', withdrawnAt: at } as const;
  const once = isNull(enquiries.withdrawnAt);
  const entry = { by: 'visitor', kind: 'withdrawn', detail: '', at } as const;
  if (await changeWhere(database, id, once, entry, end)) return true;
  return (await database.$count(enquiries, and(eq(enquiries.id, id), isNotNull(enquiries.withdrawnAt)))) > 0;
}

/** In the history, of a correction: the practitioner had been told of the enquiry, and is told again. */
export const toldAgain = 'told again';

/** The visitor corrects what they sent. Whoever was told of it by mail is told again. */
export function correct(
  database: Database,
  { id, version, notifiedAt }: Pick<StoredEnquiry, 'id' | 'version' | 'notifiedAt'>,
  fields: Fields,
  at = new Date(),
) {
  const untold = { notifiedAt: null, notifyAttempts: 0, notifyAfter: new Date(0), notifyError: null };
  return change(
    database,
    { id, version, by: 'visitor' },
    { kind: 'corrected', detail: notifiedAt ? toldAgain : '', at },
    notifiedAt ? { ...fields, ...untold } : fields,
  );
}

type Entry = Pick<typeof changes.$inferInsert, 'by' | 'kind' | 'detail' | 'at' | 'keyId' | 'sealed'>;
type Fields = { [name in keyof StoredEnquiry]?: StoredEnquiry[name] | SQL | (typeof enquiries)[name] };

/** Only for the version that was seen; and nobody works on what the visitor has taken back, but for a note. */
function change(database: Database, { id, version, by }: Seen, entry: Omit<Entry, 'by'>, fields: Fields) {
  const seen = eq(enquiries.version, version);
  const allowed = entry.kind === 'note' ? seen : and(seen, isNull(enquiries.withdrawnAt));
  return changeWhere(database, id, allowed, { ...entry, by }, fields);
}

// One transaction: the history's entry and the change, both or neither.
async function changeWhere(
  database: Database,
  id: string,
  when: SQL | undefined,
  entry: Entry,
  fields: Fields,
) {
  const { by, kind, detail, at, keyId = null, sealed = null } = entry;
  const next = sql`${enquiries.version} + 1`;
  const noted = and(eq(changes.enquiryId, enquiries.id), eq(changes.version, next));
  const [, changed] = await database.batch([
    database.insert(changes).select(
      database
        .select({
          enquiryId: enquiries.id,
          version: next.as('version'),
          at: sql`${at.getTime()}`.as('at'),
          by: sql`${by}`.as('by'),
          kind: sql`${kind}`.as('kind'),
          detail: sql`${detail}`.as('detail'),
          keyId: sql`${keyId}`.as('key_id'),
          sealed: sql`${sealed}`.as('sealed'),
        })
        .from(enquiries)
        .where(and(eq(enquiries.id, id), when)),
    ),
    database
      .update(enquiries)
      .set({ ...fields, version: next, touchedAt: at })
      // Not by the condition again: the entry may have made it false.
      .where(and(eq(enquiries.id, id), sql`exists (select 1 from ${changes} where ${noted})`))
      .returning({ id: enquiries.id }),
  ]);
  return changed.length > 0;
}
