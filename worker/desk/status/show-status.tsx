import type { Context } from 'hono';
import { isAlarmKind } from '../../../pages/content/alarms.ts';
import { StatusPage } from '../../../pages/desk/status/status-page.tsx';
import { paths } from '../../../pages/paths.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { clearAlarm } from '../../notify/raise-alarm.ts';
import { readStatus } from './read-status.ts';

export async function showStatus(c: Context<AppEnv>) {
  const { database, keys } = c.var;
  return c.render(<StatusPage status={await readStatus(database, keys.ring)} />);
}

/** The practitioner has seen to an alarm. If its cause is still there, it is raised again. */
export async function endAlarm(c: Context<AppEnv>) {
  const kind = c.req.param('kind') ?? '';
  if (!isAlarmKind(kind)) return c.notFound();
  await clearAlarm(c.var.database, kind);
  return c.redirect(paths.status, 303);
}
