import { and, eq, gte, sql } from 'drizzle-orm';
import { londonDay, startOfLondonDay } from '../../pages/london-time.ts';
import type { Figures } from '../../pages/practitioner/figures.tsx';
import { type WorkingTimes, workingClock } from '../../pages/working-hours.ts';
import { query } from '../database.ts';
import { campaign } from './list.ts';
import { changes, enquiries } from './table.ts';

const day = 86_400_000;

/** The inbox of the last days, today included, as numbers without people. */
export async function readFigures(
  database: D1Database,
  period: number,
  times: WorkingTimes,
  now: Date,
): Promise<Figures> {
  const days = Array.from({ length: period }, (_, ago) => londonDay(new Date(now.getTime() - ago * day)));
  // On the day on which clocks change two steps back may be one London day.
  const names = [...new Set(days)].reverse();
  const first = startOfLondonDay(names[0] ?? '') ?? now;
  const rows = await query(database)
    .select({
      receivedAt: enquiries.receivedAt,
      repliedAt: enquiries.repliedAt,
      stage: enquiries.stage,
      code: campaign,
      // Somebody who came and was closed later still came.
      booked: everWas('Booked%'),
      attended: everWas('Attended%'),
    })
    .from(enquiries)
    .where(and(eq(enquiries.folder, 'inbox'), gte(enquiries.receivedAt, first)));

  const perDay = new Map(names.map((name) => [name, 0]));
  const perCampaign = new Map<string, { code: string; enquiries: number; booked: number }>();
  const clock = workingClock(first, now, times);
  const starts = names.map((name) => startOfLondonDay(name)?.getTime() ?? 0);
  const replyHours: number[] = [];
  const reached = { new: 0, replied: 0, booked: 0, attended: 0 };
  for (const { receivedAt, repliedAt, stage, code, ...was } of rows) {
    const attended = stage === 'attended' || was.attended === 1;
    const booked = attended || stage === 'booked' || was.booked === 1;
    const name = names[starts.findLastIndex((start) => start <= receivedAt.getTime())] ?? '';
    perDay.set(name, (perDay.get(name) ?? 0) + 1);
    const tally = perCampaign.get(code ?? '') ?? { code: code ?? '', enquiries: 0, booked: 0 };
    perCampaign.set(code ?? '', {
      ...tally,
      enquiries: tally.enquiries + 1,
      booked: tally.booked + Number(booked),
    });
    if (repliedAt) replyHours.push(Math.max(0, clock(repliedAt) - clock(receivedAt)));
    reached.new += 1;
    reached.replied += Number(booked || repliedAt !== null);
    reached.booked += Number(booked);
    reached.attended += Number(attended);
  }
  return {
    days: [...perDay].map(([name, count]) => ({ day: name, enquiries: count })),
    campaigns: [...perCampaign.values()].sort((a, b) => b.enquiries - a.enquiries).slice(0, 20),
    replyHours,
    unanswered: rows.filter(({ repliedAt, stage }) => !repliedAt && stage === 'new').length,
    reached,
  };
}

/** SQL: 1 when the history has a stage whose words begin so. */
function everWas(words: string) {
  const mine = and(eq(changes.enquiryId, enquiries.id), sql`${changes.detail} like ${words}`);
  return sql<number>`exists (select 1 from ${changes} where ${mine})`;
}
