import type { Context } from 'hono';
import { FiguresPage, periods } from '../../pages/practitioner/figures.tsx';
import { workingTimes } from '../config.ts';
import { readFigures } from '../enquiry/figures.ts';
import type { Site } from '../site.ts';
import { deskFrame } from './desk-frame.ts';

export async function showFigures(c: Context<Site>) {
  const period = periods.find((days) => String(days) === c.req.query('days')) ?? 28;
  const [frame, figures] = await Promise.all([
    deskFrame(c),
    readFigures(c.env.DB, period, workingTimes(c.env), new Date()),
  ]);
  return c.html(<FiguresPage frame={frame} figures={figures} period={period} />);
}
