import type { Context } from 'hono';
import { SentPage } from '../../pages/visitor/sent-page.tsx';
import type { AppEnv } from '../http/app-env.ts';
import { replyTimeNow } from '../reply-time/stored-reply-time.ts';
import { ownAddress } from './find-own-enquiry.ts';
import { requireTag } from './require-tag.ts';

/** The page that says "received", only for a reference that this Worker gave out. */
export async function showSent(c: Context<AppEnv>) {
  const reference = await requireTag(c, 'sent');
  c.header('Cache-Control', 'no-store');
  const [replyTime, own] = await Promise.all([
    replyTimeNow(c.env, c.executionCtx),
    ownAddress(c.var.keys, reference),
  ]);
  return c.html(<SentPage reference={reference} replyTime={replyTime} own={own} />);
}
