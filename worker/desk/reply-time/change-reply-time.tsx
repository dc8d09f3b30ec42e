import type { Context } from 'hono';
import { mostWorkingDays } from '../../../pages/content/reply-time.ts';
import { ReplyTimePage } from '../../../pages/desk/reply-time/reply-time-page.tsx';
import { londonDay, startOfLondonDay } from '../../../pages/london-time.ts';
import type { AppEnv } from '../../app-env.ts';
import { readBody, textIn } from '../../http/read-body.ts';
import { readReplyTime, saveReplyTime } from '../../reply-time/stored-reply-time.ts';
import { deskFrame } from '../desk-frame.ts';

export async function showReplyTime(c: Context<AppEnv>) {
  const [frame, promise] = await Promise.all([deskFrame(c), readReplyTime(c.var.database)]);
  return c.html(<ReplyTimePage frame={frame} replyTime={promise} today={londonDay(new Date())} />);
}

export async function changeReplyTime(c: Context<AppEnv>) {
  const body = await readBody(c.req.raw);
  const typed = {
    workingDays: textIn(body, 'workingDays').trim(),
    awayUntil: textIn(body, 'awayUntil').trim(),
  };
  const today = londonDay(new Date());
  const workingDays = /^\d{1,2}$/.test(typed.workingDays) ? Number(typed.workingDays) : 0;
  const awayUntil = typed.awayUntil;
  const mistakes = {
    workingDays:
      workingDays < 1 || workingDays > mostWorkingDays
        ? `Enter a number from 1 to ${mostWorkingDays}`
        : undefined,
    awayUntil: awayMistake(awayUntil, today),
  };
  if (mistakes.workingDays || mistakes.awayUntil) {
    const [frame, promise] = await Promise.all([deskFrame(c), readReplyTime(c.var.database)]);
    return c.html(
      <ReplyTimePage frame={frame} replyTime={promise} today={today} typed={typed} mistakes={mistakes} />,
      422,
    );
  }
  await saveReplyTime(c.var.database, { workingDays, awayUntil });
  return c.redirect('/desk/promise', 303);
}

function awayMistake(day: string, today: string): string | undefined {
  if (day === '') return undefined;
  if (!startOfLondonDay(day)) return 'Enter a day like 2026-12-01, or leave it empty';
  return day <= today ? 'Enter a day that is still to come, or leave it empty' : undefined;
}
