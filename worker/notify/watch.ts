import { desc, eq, lt } from 'drizzle-orm';
import type { Settings } from '../../pages/content/settings.ts';
import { londonDay } from '../../pages/london-time.ts';
import { median } from '../../pages/statistics.ts';
import { type Database, databaseOf } from '../database/client.ts';
import { acknowledged, deadLetters, enquiries, jobs, setAside } from '../database/tables.ts';
import { saveWordings } from '../enquiries/wordings.tsx';
import { readPublished } from '../practice/published.ts';
import { clearAlarm, raiseAlarm } from './raise-alarm.ts';

const day = 86_400_000;
const fewestDays = 7;
const newest = 50;

/** Keeps today's wordings, raises the alarm of silence, and ends alarms whose cause is gone. */
export async function watch(env: Env, now: Date): Promise<void> {
  const database = databaseOf(env.DB);
  const { practice } = await readPublished(database);
  await saveWordings(database, practice, now);
  const { quietDays, longest } = await silence(database, practice.settings, now);
  if (quietDays > longest) await raiseQuietAlarm(env, longest, now);
  else await clearAlarm(database, 'quiet');
  if ((await database.$count(deadLetters)) === 0) await clearAlarm(database, 'deadLetter');
  if ((await database.$count(setAside)) === 0) await clearAlarm(database, 'setAside');
  await database.delete(acknowledged).where(lt(acknowledged.day, londonDay(new Date(now.getTime() - day))));
}

function raiseQuietAlarm(env: Env, longest: number, now: Date) {
  return raiseAlarm(env, 'quiet', String(Math.round(longest)), now);
}

/** Days since the last enquiry, and how many are no cause for alarm. */
async function silence(database: Database, { quietAfter }: Settings, now: Date) {
  const times = await database
    .select({ receivedAt: enquiries.receivedAt })
    .from(enquiries)
    .where(eq(enquiries.folder, 'inbox'))
    .orderBy(desc(enquiries.receivedAt))
    .limit(newest);
  const received = times.map(({ receivedAt }) => receivedAt.getTime());
  // Before there is any enquiry, silence counts from the day on which the site began to watch.
  const last = received[0] ?? (await beganAt(database)) ?? now.getTime();
  const gaps = received.slice(1).map((earlier, index) => (received[index] ?? earlier) - earlier);
  const usual = median(gaps) ?? 0;
  return {
    quietDays: (now.getTime() - last) / day,
    longest: quietAfter === 'usual' ? Math.max(fewestDays, (3 * usual) / day) : quietAfter,
  };
}

async function beganAt(database: Database): Promise<number | undefined> {
  const [first] = await database.select().from(jobs).where(eq(jobs.name, 'watch'));
  return first?.firstRunAt.getTime();
}
