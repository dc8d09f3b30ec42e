import { and, eq, gte } from 'drizzle-orm';
import { waitingStages } from '../../../pages/content/stages.ts';
import type { Figures } from '../../../pages/desk/figures/figures-page.tsx';
import { londonDay, startOfLondonDay } from '../../../pages/london-time.ts';
import { type WorkingTimes, workingClock } from '../../../pages/working-hours.ts';
import type { Database } from '../../database/client.ts';
import { enquiries, goneCounts } from '../../database/tables.ts';
import { outcomeRows } from '../../enquiries/outcomes.ts';

const day = 86_400_000;

/** The inbox of the last days, today included, as numbers without people. */
export async function readFigures(
  database: Database,
  period: number,
  times: WorkingTimes,
  now: Date,
): Promise<Figures> {
  const days = Array.from({ length: period }, (_, ago) => londonDay(new Date(now.getTime() - ago * day)));
  // On the day on which clocks change two steps back may be one London day.
  const names = [...new Set(days)].reverse();
  const first = startOfLondonDay(names[0] ?? '') ?? now;
  const inPeriod = and(eq(enquiries.folder, 'inbox'), gte(enquiries.receivedAt, first));
  const [rows, gone] = await Promise.all([
    outcomeRows(database, inPeriod),
    database
      .select()
      .from(goneCounts)
      .where(gte(goneCounts.day, names[0] ?? '')),
  ]);

  const perDay = new Map(names.map((name) => [name, 0]));
  const perCampaign = new Map<string, { code: string; enquiries: number; booked: number }>();
  const clock = workingClock(first, now, times);
  const starts = names.map((name) => startOfLondonDay(name)?.getTime() ?? 0);
  const replyHours: number[] = [];
  const reached = { new: 0, replied: 0, booked: 0, attended: 0 };
  const add = (name: string, code: string, counts: Counts) => {
    perDay.set(name, (perDay.get(name) ?? 0) + counts.enquiries);
    const tally = perCampaign.get(code) ?? { code, enquiries: 0, booked: 0 };
    perCampaign.set(code, {
      code,
      enquiries: tally.enquiries + counts.enquiries,
      booked: tally.booked + counts.booked,
    });
    reached.new += counts.enquiries;
    reached.replied += counts.replied;
    reached.booked += counts.booked;
    reached.attended += counts.attended;
  };
  for (const { receivedAt, repliedAt, code, replied, booked, attended } of rows) {
    const name = names[starts.findLastIndex((start) => start <= receivedAt.getTime())] ?? '';
    add(name, code, {
      enquiries: 1,
      replied: Number(replied),
      booked: Number(booked),
      attended: Number(attended),
    });
    if (repliedAt) replyHours.push(Math.max(0, clock(repliedAt) - clock(receivedAt)));
  }
  // Those that were deleted since still happened.
  for (const { day, code, ...counts } of gone) add(day, code, counts);
  return {
    days: [...perDay].map(([name, count]) => ({ day: name, enquiries: count })),
    campaigns: [...perCampaign.values()].sort((a, b) => b.enquiries - a.enquiries).slice(0, 20),
    replyHours,
    unanswered: rows.filter(({ repliedAt, stage }) => !repliedAt && waitingStages.includes(stage)).length,
    reached,
  };
}

type Counts = Pick<typeof goneCounts.$inferSelect, 'enquiries' | 'replied' | 'booked' | 'attended'>;
