import { and, eq, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import { type AlarmKind, isAlarmKind, alarms as kinds, type OpenAlarm } from '../../pages/content/alarms.ts';
import { alarmMail } from '../../pages/content/mails.ts';
import { paths } from '../../pages/paths.ts';
import { isMailSetUp } from '../config.ts';
import { type Database, databaseOf } from '../database/client.ts';
import { alarms } from '../database/tables.ts';
import { within } from '../deadline.ts';
import { errorCode, log } from '../log.ts';
import { deskLink, mailPractitioner } from './mail.ts';

const databaseDeadline = 2500;
const day = 86_400_000;

/** Opens an alarm: it shows at the desk until it is over, and goes out by mail unless it did so lately. Never rejects. */
export async function raiseAlarm(env: Env, kind: AlarmKind, detail = '', now = new Date()): Promise<void> {
  log({ event: 'alarm_raised', alarm: kind });
  try {
    const opening = databaseOf(env.DB)
      .insert(alarms)
      .values({ kind, detail, openSince: now })
      .onConflictDoUpdate({
        target: alarms.kind,
        set: { detail, openSince: sql`coalesce(${alarms.openSince}, ${now.getTime()})` },
      });
    await within(databaseDeadline, opening.run());
    await mailAlarm(env, { kind, detail, openSince: now }, now);
  } catch {
    await mailWithoutDatabase(env, { kind, detail, openSince: now });
  }
}

export async function clearAlarm(database: Database, kind: AlarmKind): Promise<void> {
  await database
    .update(alarms)
    .set({ openSince: null })
    .where(and(eq(alarms.kind, kind), isNotNull(alarms.openSince)))
    .run();
}

export async function openAlarms(database: Database): Promise<OpenAlarm[]> {
  const rows = await database
    .select()
    .from(alarms)
    .where(isNotNull(alarms.openSince))
    .orderBy(alarms.openSince);
  return rows.flatMap(({ openSince, kind, detail }) =>
    openSince && isAlarmKind(kind) ? [{ kind, detail, openSince }] : [],
  );
}

/** Mails about every open alarm whose cool-down is over: one that goes on is mailed again. */
export async function mailAlarms(env: Env, now: Date): Promise<void> {
  for (const alarm of await openAlarms(databaseOf(env.DB))) await mailAlarm(env, alarm, now);
}

async function mailAlarm(env: Env, alarm: OpenAlarm, now: Date): Promise<void> {
  const database = databaseOf(env.DB);
  if (!isMailSetUp(env)) return;
  const mine = eq(alarms.kind, alarm.kind);
  const cooled = lte(alarms.mailedAt, new Date(now.getTime() - kinds[alarm.kind].coolDown * day));
  const claiming = database
    .update(alarms)
    .set({ mailedAt: now })
    .where(and(mine, or(isNull(alarms.mailedAt), cooled)))
    .returning();
  const [claimed] = await within(databaseDeadline, claiming);
  if (!claimed) return;
  try {
    await mailPractitioner(env, alarmMail(alarm, deskLink(env, paths.status)));
  } catch (error) {
    log({ event: 'alarm_mail_failed', alarm: alarm.kind, code: errorCode(error) });
    // The next run of the cron tries again.
    await within(databaseDeadline, database.update(alarms).set({ mailedAt: null }).where(mine).run());
  }
}

// The cool-down of alarms that D1 cannot keep, because D1 is what is wrong. It lasts as long as the isolate.
const mailedWithoutDatabase = new Map<AlarmKind, number>();

async function mailWithoutDatabase(env: Env, alarm: OpenAlarm): Promise<void> {
  const now = alarm.openSince.getTime();
  const last = mailedWithoutDatabase.get(alarm.kind);
  if (!isMailSetUp(env) || (last !== undefined && now - last < day)) return;
  mailedWithoutDatabase.set(alarm.kind, now);
  try {
    await mailPractitioner(env, alarmMail(alarm, deskLink(env, paths.status)));
  } catch (error) {
    mailedWithoutDatabase.delete(alarm.kind);
    log({ event: 'alarm_mail_failed', alarm: alarm.kind, code: errorCode(error) });
  }
}
