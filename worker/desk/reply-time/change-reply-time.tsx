import type { Context } from 'hono';
import { mostWorkingDays } from '../../../pages/content/reply-time.ts';
import { ReplyTimePage } from '../../../pages/desk/reply-time/reply-time-page.tsx';
import { londonDay, startOfLondonDay } from '../../../pages/london-time.ts';
import { paths } from '../../../pages/paths.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { readBody, typedIn } from '../../http/read-body.ts';
import { readReplyTime, saveReplyTime } from '../../reply-time/stored-reply-time.ts';

export async function showReplyTime(c: Context<AppEnv>) {
  const replyTime = await readReplyTime(c.var.database);
  return c.render(<ReplyTimePage replyTime={replyTime} today={londonDay(new Date())} />);
}

export async function changeReplyTime(c: Context<AppEnv>) {
  const { database } = c.var;
  const body = await readBody(c.req.raw);
  const typed = {
    workingDays: typedIn(body, 'workingDays').join(' ').trim(),
    awayUntil: typedIn(body, 'awayUntil').join(' ').trim(),
  };
  const today = londonDay(new Date());
  const mistakes = {
    workingDays: workingDaysMistake(typed.workingDays),
    awayUntil: awayMistake(typed.awayUntil, today),
  };
  if (mistakes.workingDays || mistakes.awayUntil) {
    c.status(422);
    const replyTime = await readReplyTime(database);
    return c.render(<ReplyTimePage replyTime={replyTime} today={today} typed={typed} mistakes={mistakes} />);
  }
  await saveReplyTime(database, { ...typed, workingDays: Number(typed.workingDays) });
  return c.redirect(paths.replyTime, 303);
}

function workingDaysMistake(text: string): string | undefined {
  const days = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return days < 1 || days > mostWorkingDays ? `Enter a number from 1 to ${mostWorkingDays}` : undefined;
}

function awayMistake(day: string, today: string): string | undefined {
  if (day === '') return undefined;
  if (!startOfLondonDay(day)) return 'Enter a day like 2026-12-01, or leave it empty';
  return day <= today ? 'Enter a day that is still to come, or leave it empty' : undefined;
}
