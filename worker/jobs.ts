import { eq, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { type JobName, jobs as plan } from '../pages/content/schedule.ts';
import { lastMorning } from '../pages/london-time.ts';
import { sendCanary } from './canary.ts';
import { type Database, databaseOf } from './database/client.ts';
import { jobs } from './database/tables.ts';
import { within } from './deadline.ts';
import { thinRegister } from './desk/leads/thin-register.ts';
import { deleteExpired } from './enquiries/delete-expired.ts';
import { forgetTombstones } from './enquiries/forget-tombstones.ts';
import { holdAgainstTombstones } from './enquiries/hold-against-tombstones.ts';
import { recoverSetAside } from './intake/recovery.ts';
import { type ErrorCode, errorCode, log } from './log.ts';
import { mailAboutCopies } from './notify/copy-mails.ts';
import { mailAboutLeadsFiles } from './notify/leads-file-mails.ts';
import { emptyOutbox } from './notify/outbox.ts';
import { mailAlarms } from './notify/raise-alarm.ts';
import { sendReminders } from './notify/reminders.ts';
import { sendDigest, sendWeekly } from './notify/summaries.ts';
import { watch } from './notify/watch.ts';
import { thinPortraits } from './practice/portraits.ts';
import { resealSome } from './sealing/reseal.ts';

const work = {
  tombstones: holdAgainstTombstones,
  outbox: emptyOutbox,
  reminders: sendReminders,
  exportMails: mailAboutLeadsFiles,
  recovery: recoverSetAside,
  watch,
  reseal: resealSome,
  canary: sendCanary,
  retention: deleteExpired,
  copies: mailAboutCopies,
  forget: forgetTombstones,
  register: thinRegister,
  portraits: thinPortraits,
  digest: sendDigest,
  weekly: sendWeekly,
  alarms: mailAlarms,
} satisfies Record<JobName, (env: Env, now: Date, context: ExecutionContext) => Promise<void>>;

/**
 * Does what is due, one job after the other; one that fails keeps no other from its turn, and is tried again at the
 * next run. Two runs at once share the work and never do the same.
 */
export async function runJobs(env: Env, context: ExecutionContext, now = new Date()): Promise<void> {
  const database = databaseOf(env.DB);
  // Object.keys of an object whose keys are the names.
  for (const name of Object.keys(plan) as JobName[]) {
    try {
      if (!(await claim(database, name, now))) continue;
      const error = await within(jobDeadline, work[name](env, now, context)).then(() => null, errorCode);
      if (error) log({ event: 'job_failed', job: name, code: error });
      await finish(database, name, now, error);
    } catch (error) {
      log({ event: 'job_failed', job: name, code: errorCode(error) });
    }
  }
}

const databaseDeadline = 2500;
const jobDeadline = 60_000;
/** A run that died may be followed by another after that. */
const claimLasts = 10 * 60_000;

/** The first moment of the stretch of time that the job is now to be done for. */
function stretch(name: JobName, now: Date): Date {
  const { every } = plan[name];
  return every === 'run' ? now : lastMorning(now, every);
}

async function claim(database: Database, name: JobName, now: Date): Promise<boolean> {
  const claimedUntil = new Date(now.getTime() + claimLasts);
  const notDone = or(isNull(jobs.doneFor), lt(jobs.doneFor, stretch(name, now)));
  const claiming = database
    .insert(jobs)
    .values({ name, claimedUntil, firstRunAt: now, lastRunAt: now })
    .onConflictDoUpdate({
      target: jobs.name,
      set: { claimedUntil, lastRunAt: now },
      setWhere: sql`${notDone} and ${lte(jobs.claimedUntil, now)}`,
    })
    .returning();
  return (await within(databaseDeadline, claiming)).length > 0;
}

async function finish(database: Database, name: JobName, now: Date, error: ErrorCode | null) {
  const finishing = database
    .update(jobs)
    .set({ claimedUntil: now, error, ...(error ? {} : { doneFor: stretch(name, now) }) })
    .where(eq(jobs.name, name));
  await within(databaseDeadline, finishing.run());
}
