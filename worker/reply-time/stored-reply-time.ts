import { eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { mostWorkingDays, type ReplyPromise, usualPromise } from '../../pages/content/reply-time.ts';
import { query } from '../database/client.ts';
import { settings } from '../database/tables.ts';
import { within } from '../deadline.ts';

const name = 'promise';
/** How old what an isolate remembers may be. */
const keepFor = 30_000;
// A page must not wait for D1 longer than that: without an answer it says what it said last.
const patience = 300;

let kept: { promise: ReplyPromise; until: number } | undefined;

/** What visitors are promised now. Never rejects, and hardly ever waits. */
export async function currentPromise(env: Env, context: Pick<ExecutionContext, 'waitUntil'>) {
  if (kept && Date.now() < kept.until) return kept.promise;
  const reading = within(patience, readPromise(env.DB)).then(remember, () => kept?.promise ?? usualPromise);
  if (!kept) return reading;
  context.waitUntil(reading);
  return kept.promise;
}

const promiseSchema = z.object({
  workingDays: z.int().check(z.gte(1), z.lte(mostWorkingDays)),
  awayUntil: z.string(),
});

export async function readPromise(database: D1Database): Promise<ReplyPromise> {
  const [row] = await query(database).select().from(settings).where(eq(settings.name, name));
  return row ? promiseSchema.parse(JSON.parse(row.value)) : usualPromise;
}

export async function setPromise(database: D1Database, promise: ReplyPromise): Promise<void> {
  const value = JSON.stringify(promise);
  await query(database)
    .insert(settings)
    .values({ name, value })
    .onConflictDoUpdate({ target: settings.name, set: { value } })
    .run();
  remember(promise);
}

function remember(promise: ReplyPromise): ReplyPromise {
  kept = { promise, until: Date.now() + keepFor };
  return promise;
}
