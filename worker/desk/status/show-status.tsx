import type { Context } from 'hono';
import { isAlarmKind } from '../../../pages/content/alarms.ts';
import { StatusPage } from '../../../pages/desk/status/status-page.tsx';
import type { AppEnv } from '../../app-env.ts';
import { clearAlarm } from '../../notify/raise-alarm.ts';
import { keysOf } from '../../sealing/secret-keys.ts';
import { deskFrame } from '../desk-frame.ts';
import { readStatus } from './read-status.ts';

export async function showStatus(c: Context<AppEnv>) {
  const { ring } = await keysOf(c.env);
  const [frame, status] = await Promise.all([deskFrame(c), readStatus(c.var.database, ring)]);
  return c.html(<StatusPage frame={frame} status={status} />);
}

/** The practitioner has seen to an alarm. If its cause is still there, it is raised again. */
export async function endAlarm(c: Context<AppEnv>) {
  const kind = c.req.param('kind') ?? '';
  if (!isAlarmKind(kind)) return c.notFound();
  await clearAlarm(c.var.database, kind);
  return c.redirect('/desk/status', 303);
}
