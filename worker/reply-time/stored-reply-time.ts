import { eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import {
  mostWorkingDays,
  type ReplyTime,
  replyTimeWords,
  usualReplyTime,
} from '../../pages/content/reply-time.ts';
import { londonDay } from '../../pages/london-time.ts';
import { type Database, databaseOf } from '../database/client.ts';
import { settings } from '../database/tables.ts';
import { within } from '../deadline.ts';

const name = 'promise';
/** How old what an isolate remembers may be. */
const cacheFor = 30_000;
// A page must not wait for D1 longer than that: without an answer it says what it said last.
const patience = 300;

let cached: { replyTime: ReplyTime; until: number } | undefined;

/** When visitors get a reply, in words. Never rejects, and hardly ever waits. */
export async function replyTimeNow(env: Env, context: Pick<ExecutionContext, 'waitUntil'>): Promise<string> {
  const replyTime = await currentReplyTime(env, context);
  // Asking for the day in London is a quarter of the work of a visit, and nearly always nobody is away.
  return replyTimeWords(replyTime, replyTime.awayUntil && londonDay(new Date()));
}

async function currentReplyTime(env: Env, context: Pick<ExecutionContext, 'waitUntil'>) {
  if (cached && Date.now() < cached.until) return cached.replyTime;
  const reading = within(patience, readReplyTime(databaseOf(env.DB))).then(
    remember,
    () => cached?.replyTime ?? usualReplyTime,
  );
  if (!cached) return reading;
  context.waitUntil(reading);
  return cached.replyTime;
}

const replyTimeSchema = z.object({
  workingDays: z.int().check(z.gte(1), z.lte(mostWorkingDays)),
  awayUntil: z.string(),
});

export async function readReplyTime(database: Database): Promise<ReplyTime> {
  const [row] = await database.select().from(settings).where(eq(settings.name, name));
  return row ? replyTimeSchema.parse(JSON.parse(row.value)) : usualReplyTime;
}

export async function saveReplyTime(database: Database, replyTime: ReplyTime): Promise<void> {
  const value = JSON.stringify(replyTime);
  await database
    .insert(settings)
    .values({ name, value })
    .onConflictDoUpdate({ target: settings.name, set: { value } })
    .run();
  remember(replyTime);
}

function remember(replyTime: ReplyTime): ReplyTime {
  cached = { replyTime: replyTime, until: Date.now() + cacheFor };
  return replyTime;
}
