import { and, asc, eq, gte, isNull, lt, type SQL } from 'drizzle-orm';
import { leadsFileMail } from '../../pages/content/mails.ts';
import { londonDay, startOfLondonDay } from '../../pages/london-time.ts';
import { paths } from '../../pages/paths.ts';
import { isMailSetUp } from '../config.ts';
import { type Database, databaseOf } from '../database/client.ts';
import { byProgram } from '../database/leads-file-members.ts';
import { leadsFiles } from '../database/tables.ts';
import { deskLink, mailPractitioner } from './mail.ts';

/** Tells the practitioner of each service token's first leads file of a day in London; the later ones are in the register. */
export async function mailAboutLeadsFiles(env: Env, now = new Date()): Promise<void> {
  const database = databaseOf(env.DB);
  if (!isMailSetUp(env)) return;
  const untold = await database
    .select({
      id: leadsFiles.id,
      at: leadsFiles.at,
      by: leadsFiles.by,
      kind: leadsFiles.kind,
      rows: leadsFiles.rows,
    })
    .from(leadsFiles)
    .where(and(byProgram, isNull(leadsFiles.toldAt)))
    .orderBy(asc(leadsFiles.id))
    .limit(atOnce);
  for (const one of untold) {
    // Claimed first, so that two runs at once do not mail twice.
    if (!(await claimMail(database, and(eq(leadsFiles.id, one.id), isNull(leadsFiles.toldAt)), now)))
      continue;
    if (!(await isFirstOfDay(database, one))) continue;
    try {
      await mailPractitioner(env, leadsFileMail(one, deskLink(env, paths.leads)));
    } catch (error) {
      await claimMail(database, eq(leadsFiles.id, one.id), null);
      throw error;
    }
  }
}

const atOnce = 50;

async function claimMail(database: Database, which: SQL | undefined, toldAt: Date | null): Promise<boolean> {
  const claimed = await database
    .update(leadsFiles)
    .set({ toldAt })
    .where(which)
    .returning({ id: leadsFiles.id });
  return claimed.length > 0;
}

async function isFirstOfDay(
  database: Database,
  one: Pick<typeof leadsFiles.$inferSelect, 'id' | 'at' | 'by'>,
) {
  const day = startOfLondonDay(londonDay(one.at)) ?? one.at;
  const earlier = and(eq(leadsFiles.by, one.by), gte(leadsFiles.at, day), lt(leadsFiles.id, one.id));
  return (await database.$count(leadsFiles, earlier)) === 0;
}
