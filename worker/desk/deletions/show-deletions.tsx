import type { Context } from 'hono';
import { retentionRules } from '../../../pages/content/retention.ts';
import { DeletionsPage } from '../../../pages/desk/deletions/deletions-page.tsx';
import { retention } from '../../config.ts';
import { soonDeleted, warnedDays } from '../../enquiries/delete-expired.ts';
import type { AppEnv } from '../../http/app-env.ts';

export async function showDeletions(c: Context<AppEnv>) {
  const { database, keys } = c.var;
  const now = new Date();
  const enquiries = await soonDeleted(c.env, database, keys.ring, now);
  const rules = retentionRules(retention(c.env));
  return c.render(<DeletionsPage enquiries={enquiries} now={now} days={warnedDays} rules={rules} />);
}
