import type { Context } from 'hono';
import { replyTimeToday } from '../../pages/content/reply-time.ts';
import { SentPage } from '../../pages/visitor/sent-page.tsx';
import type { AppEnv } from '../http/app-env.ts';
import { publishedOf, sendPage } from '../http/published-of.tsx';
import { ownAddress } from './find-own-enquiry.ts';
import { requireTag } from './require-tag.ts';

/** The page that says "received", only for a reference that this Worker gave out. */
export async function showSent(c: Context<AppEnv>) {
  const reference = await requireTag(c, 'sent');
  c.header('Cache-Control', 'no-store');
  const own = await ownAddress(c.var.keys, reference);
  const published = await publishedOf(c);
  const replyTime = published ? replyTimeToday(published.practice.settings) : '';
  return sendPage(c, <SentPage reference={reference} replyTime={replyTime} own={own} />);
}
