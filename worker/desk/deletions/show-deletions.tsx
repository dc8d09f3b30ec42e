import type { Context } from 'hono';
import { retentionRules } from '../../../pages/content/retention.ts';
import { DeletionsPage } from '../../../pages/desk/deletions/deletions-page.tsx';
import type { AppEnv } from '../../app-env.ts';
import { keeping } from '../../config.ts';
import { soonDeleted, warnedDays } from '../../enquiries/delete-expired.ts';
import { keysOf } from '../../sealing/secret-keys.ts';
import { deskFrame } from '../desk-frame.ts';

export async function showDeletions(c: Context<AppEnv>) {
  const { ring } = await keysOf(c.env);
  const now = new Date();
  const [frame, enquiries] = await Promise.all([deskFrame(c), soonDeleted(c.env, ring, now)]);
  const props = { frame, enquiries, now, days: warnedDays, rules: retentionRules(keeping(c.env)) };
  return c.html(<DeletionsPage {...props} />);
}
