import type { Context } from 'hono';
import { within } from '../deadline.ts';
import type { AppEnv } from '../http/app-env.ts';

/** For an outside monitor: whether D1 answers within a second, and no word more. */
export async function showHealth(c: Context<AppEnv>) {
  c.header('Cache-Control', 'no-store');
  try {
    await within(1000, c.env.DB.prepare('select 1 from enquiries limit 1').run());
    return c.text('ok');
  } catch {
    return c.text('not ok', 503);
  }
}
