import { readCount } from '../../../pages/content/fact-forms/read-amounts.ts';
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
  const days = readCount(text, 'day') ?? 0;
  return days < 1 || days > mostWorkingDays ? `Enter a number from 1 to ${mostWorkingDays}` : undefined;
}

function awayMistake(day: string, today: string): string | undefined {
  if (day === '') return undefined;
  if (!startOfLondonDay(day)) return 'Enter a day like 2026-12-01, or leave it empty';
  if (day <= today) return 'Enter a day that is still to come, or leave it empty';
  return day > yearAfter(today)
    ? 'Enter a day that is at most a year away: is the year right? To be away for longer, shut the site'
    : undefined;
}

/** The same day of the next year; of 29 February a day that there may not be, which sorts where it would be. */
function yearAfter(today: string): string {
  return `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
}
