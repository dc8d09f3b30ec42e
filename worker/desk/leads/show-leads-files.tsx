import type { Context } from 'hono';
import { LeadsPage } from '../../../pages/desk/leads/leads-page.tsx';
import { paths } from '../../../pages/paths.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { readSettings } from '../../practice/settings.ts';
import { pageOf, pageSize } from '../paging.ts';
import { pageOfLeadsFiles } from './leads-register.ts';
import { rememberedMonths } from './thin-register.ts';

export async function showLeadsFiles(c: Context<AppEnv>) {
  const asked = c.req.query('before') ?? '';
  const before = /^\d{1,15}$/.test(asked) ? Number(asked) : undefined;
  const { items, next } = pageOf(await pageOfLeadsFiles(c.var.database, pageSize + 1, before));
  const older = next && `${paths.leads}?before=${next.id}`;
  const { retention } = await readSettings(c.var.database);
  return c.render(<LeadsPage files={items} older={older} months={rememberedMonths(retention)} />);
}
