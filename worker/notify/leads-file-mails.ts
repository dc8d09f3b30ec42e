import { and, asc, eq, gte, isNull, like, lt, type SQL } from 'drizzle-orm';
import { exportMail } from '../../pages/content/mails.ts';
import { londonDay, startOfLondonDay } from '../../pages/london-time.ts';
import { isMailSetUp } from '../config.ts';
import { query } from '../database/client.ts';
import { exports } from '../database/tables.ts';
import { deskLink, mailPractitioner } from './mail.ts';

/** The register's name for a service token begins so. */
const byProgram = like(exports.by, 'token %');

/** Tells the practitioner of each service token's first leads file of a day in London; the later ones are in the register. */
export async function mailAboutExports(env: Env, now = new Date()): Promise<void> {
  if (!isMailSetUp(env)) return;
  const database = query(env.DB);
  const untold = await database
    .select({ id: exports.id, at: exports.at, by: exports.by, kind: exports.kind, rows: exports.rows })
    .from(exports)
    .where(and(byProgram, isNull(exports.toldAt)))
    .orderBy(asc(exports.id))
    .limit(atOnce);
  for (const one of untold) {
    // Claimed first, so that two runs at once do not mail twice.
    if (!(await mark(env.DB, and(eq(exports.id, one.id), isNull(exports.toldAt)), now))) continue;
    if (!(await isFirstOfDay(env.DB, one))) continue;
    try {
      await mailPractitioner(env, exportMail(one, deskLink(env, '/desk/exports')));
    } catch (error) {
      await mark(env.DB, eq(exports.id, one.id), null);
      throw error;
    }
  }
}

const atOnce = 50;

async function mark(binding: D1Database, which: SQL | undefined, toldAt: Date | null): Promise<boolean> {
  const marked = await query(binding)
    .update(exports)
    .set({ toldAt })
    .where(which)
    .returning({ id: exports.id });
  return marked.length > 0;
}

async function isFirstOfDay(binding: D1Database, one: Pick<typeof exports.$inferSelect, 'id' | 'at' | 'by'>) {
  const day = startOfLondonDay(londonDay(one.at)) ?? one.at;
  const earlier = and(eq(exports.by, one.by), gte(exports.at, day), lt(exports.id, one.id));
  return (await query(binding).$count(exports, earlier)) === 0;
}
