import * as z from 'zod/mini';
import { factsSchema } from '../../pages/content/facts.ts';
import { settingsSchema, usualSettings } from '../../pages/content/settings.ts';
import type { Practice } from '../../pages/practice.ts';
import { type Database, databaseOf } from '../database/client.ts';
import { within } from '../deadline.ts';
import { checksQuery, comparisonsOf } from './comparisons.ts';
import { latestQuery, parseLatest } from './versions.ts';

/** The practice as visitors get it. */
export interface Published {
  practice: Practice;
  open: boolean;
  /** In milliseconds since 1970: when it was shut, if it has ever been open. */
  shutAt?: number | undefined;
}

/** How old what an isolate remembers may be, in milliseconds, with the time that asking takes. */
const freshFor = 29_000;
/** A page waits for D1 no longer than that. */
const patience = 300;
/** When D1 did not answer, the next visit that asks comes so much later. */
const pause = 2000;

const known = new WeakMap<D1Database, { published: Published; until: number }>();

/**
 * The published practice, at most 30 seconds old while D1 answers. When it does not: what the isolate knew last, and
 * otherwise the copy that the deploy took along. Undefined when there is neither. Never rejects.
 */
export async function publishedNow(
  env: Env,
  context: Pick<ExecutionContext, 'waitUntil'>,
): Promise<Published | undefined> {
  const cached = known.get(env.DB);
  if (cached && Date.now() < cached.until) return cached.published;
  // Others who come while this one asks do not ask as well.
  if (cached) cached.until = Date.now() + patience;
  const reading = readPublished(databaseOf(env.DB)).then((published) => remember(env, published, freshFor));
  // Late is better than never: the next visit has it.
  context.waitUntil(reading.catch(() => {}));
  try {
    return await within(patience, reading);
  } catch {
    const last = cached?.published ?? copyTaken(env);
    return last && remember(env, last, pause);
  }
}

export async function readPublished(database: Database): Promise<Published> {
  const [rows, checks] = await database.batch([latestQuery(database), checksQuery(database)]);
  const { facts, settings, door } = parseLatest(rows);
  const comparisons = await comparisonsOf(checks);
  const newestCheck = Math.max(0, ...checks.map(({ at }) => at.getTime()));
  return {
    practice: {
      facts: facts?.content ?? {},
      settings: settings?.content ?? usualSettings,
      comparisons,
      settingsSince: settings?.at.getTime() ?? 0,
      version:
        [facts, settings, door].map((one) => one && `${one.version}@${one.at.getTime()}`).join(' ') +
        // A comparison lapses by itself, and none comes without a check.
        ` ${newestCheck} ${Object.keys(comparisons).length}`,
    },
    open: door?.content.open ?? false,
    shutAt: door && !door.content.open ? door.at.getTime() : undefined,
  };
}

/** What was just published is seen at once, in this isolate. */
export async function refreshPublished(env: Env): Promise<Published> {
  return remember(env, await readPublished(databaseOf(env.DB)), freshFor);
}

function remember({ DB }: Env, published: Published, fresh: number): Published {
  known.set(DB, { published, until: Date.now() + fresh });
  return published;
}

/** What a deploy takes along in the variable PRACTICE_COPY, as JSON of at most 5 KB, which is what a variable holds. */
export const copySchema = z.object({
  facts: factsSchema,
  settings: settingsSchema,
  settingsSince: z._default(z.number(), 0),
  open: z.boolean(),
  version: z.string(),
});

let copied: { text: string; published: Published | undefined } | undefined;

function copyTaken({ PRACTICE_COPY: text }: Env): Published | undefined {
  if (copied?.text !== text) copied = { text, published: parseCopy(text) };
  return copied.published;
}

function parseCopy(text: string): Published | undefined {
  try {
    const { facts, settings, settingsSince, version, open } = copySchema.parse(JSON.parse(text));
    // Shut when it was deployed, it may have been opened since: a failure is never "shut".
    if (!open) return undefined;
    return {
      practice: { facts, settings, settingsSince, comparisons: {}, version: `copy ${version}` },
      open,
    };
  } catch {
    return undefined;
  }
}
