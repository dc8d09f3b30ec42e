import type { Context } from 'hono';
import { FiguresPage, periods } from '../../../pages/desk/figures/figures-page.tsx';
import { workingTimes } from '../../config.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { readFigures } from './read-figures.ts';

export async function showFigures(c: Context<AppEnv>) {
  const period = periods.find((days) => String(days) === c.req.query('days')) ?? 28;
  const figures = await readFigures(c.var.database, period, workingTimes(c.env), new Date());
  return c.render(<FiguresPage figures={figures} period={period} />);
}
