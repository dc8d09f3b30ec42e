import type { Context } from 'hono';
import { Review } from '../../../pages/desk/review/review-page.tsx';
import type { AppEnv } from '../../http/app-env.ts';
import { newest, readPlace, writePlace } from '../paging.ts';

export async function showReview(c: Context<AppEnv>) {
  const { enquiries, next } = await newest(c, { folder: 'review' }, readPlace(c.req.query('before')));
  return c.render(<Review enquiries={enquiries} now={new Date()} before={next && writePlace(next)} />);
}
