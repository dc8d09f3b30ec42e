import { mostWorkingDays } from '../../../pages/content/reply-time.ts';
import type { ReplyTimeMistakes, TypedReplyTime } from '../../../pages/desk/reply-time/reply-time-fields.tsx';
import { startOfLondonDay } from '../../../pages/london-time.ts';
import { typedIn } from '../../http/read-body.ts';

export function readReplyTime(body: URLSearchParams): TypedReplyTime {
  return {
    workingDays: typedIn(body, 'workingDays').join(' ').trim(),
    awayUntil: typedIn(body, 'awayUntil').join(' ').trim(),
  };
}

export function replyTimeMistakes(
  { workingDays, awayUntil }: TypedReplyTime,
  today: string,
): ReplyTimeMistakes {
  return { workingDays: workingDaysMistake(workingDays), awayUntil: awayMistake(awayUntil, today) };
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
