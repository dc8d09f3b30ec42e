import type { Context } from 'hono';
import { FiguresPage, periods } from '../../../pages/desk/figures/figures-page.tsx';
import type { AppEnv } from '../../app-env.ts';
import { workingTimes } from '../../config.ts';
import { deskFrame } from '../desk-frame.ts';
import { readFigures } from './read-figures.ts';

export async function showFigures(c: Context<AppEnv>) {
  const period = periods.find((days) => String(days) === c.req.query('days')) ?? 28;
  const [frame, figures] = await Promise.all([
    deskFrame(c),
    readFigures(c.var.database, period, workingTimes(c.env), new Date()),
  ]);
  return c.html(<FiguresPage frame={frame} figures={figures} period={period} />);
}
