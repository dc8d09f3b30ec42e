import type { Context } from 'hono';
import { FiguresPage, periods } from '../../../pages/desk/figures/figures-page.tsx';
import { workingTimes } from '../../../pages/working-hours.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { readSettings } from '../../practice/settings.ts';
import { readFigures } from './read-figures.ts';

export async function showFigures(c: Context<AppEnv>) {
  const period = periods.find((days) => String(days) === c.req.query('days')) ?? 28;
  const { database } = c.var;
  const settings = await readSettings(database);
  const figures = await readFigures(database, period, workingTimes(settings), new Date());
  return c.render(<FiguresPage figures={figures} period={period} />);
}
