import { londonDay, longDate } from '../london-time.ts';

/** By when visitors may expect a reply. The practitioner sets it at the desk; until then it is this. */
export interface ReplyTime {
  /** 1 to 10. */
  workingDays: number;
  /** The day in London on which the practitioner is back, like 2026-12-01; '' when nobody is away. */
  awayUntil: string;
}

export const usualReplyTime: ReplyTime = { workingDays: 2, awayUntil: '' };

export const mostWorkingDays = 10;

/** A sentence or two. `today` is a day in London: being away ends by itself. */
export function replyTimeWords({ workingDays, awayUntil }: ReplyTime, today: string): string {
  const days = workingDays === 1 ? '1 working day' : `${workingDays} working days`;
  if (!isAway(awayUntil, today)) return `I reply within ${days}.`;
  return `I am away until ${longDate(awayUntil)}. I will reply within ${days} of that day.`;
}

/** The same today. To ask for the day in London is a quarter of the work of a visit, and nearly always nobody is away. */
export function replyTimeToday({ replyTime }: { replyTime: ReplyTime }): string {
  return replyTimeWords(replyTime, replyTime.awayUntil && londonDay(new Date()));
}

export function isAway(awayUntil: string, today: string): boolean {
  return awayUntil > today;
}
