import type { Context } from 'hono';
import { keepingRules } from '../../pages/content/keeping.ts';
import { DeletionsPage } from '../../pages/practitioner/deletions.tsx';
import { keeping } from '../config.ts';
import { soonDeleted, warnedDays } from '../enquiry/retention.ts';
import { keysOf } from '../keys.ts';
import type { Site } from '../site.ts';
import { deskFrame } from './desk-frame.ts';

export async function showDeletions(c: Context<Site>) {
  const { ring } = await keysOf(c.env);
  const now = new Date();
  const [frame, enquiries] = await Promise.all([deskFrame(c), soonDeleted(c.env, ring, now)]);
  const props = { frame, enquiries, now, days: warnedDays, rules: keepingRules(keeping(c.env)) };
  return c.html(<DeletionsPage {...props} />);
}
