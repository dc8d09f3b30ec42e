import type { Context } from 'hono';
import { timingSafeEqual } from 'hono/utils/buffer';
import { SentPage } from '../../pages/visitor/sent-page.tsx';
import type { AppEnv } from '../http/app-env.ts';
import { readReference } from '../reference.ts';
import { replyTimeNow } from '../reply-time/stored-reply-time.ts';
import { keyedToken } from '../sealing/keyed-token.ts';
import { ownAddress } from './find-own-enquiry.ts';

/** The page that says "received", only for a reference that this Worker gave out. */
export async function showSent(c: Context<AppEnv>) {
  const { keys } = c.var;
  const { reference, tag } = c.req.param() as { reference: string; tag: string };
  if (!readReference(reference)) return c.notFound();
  if (!(await timingSafeEqual(tag, await keyedToken(keys.sent, reference)))) return c.notFound();
  c.header('Cache-Control', 'no-store');
  const [replyTime, own] = await Promise.all([
    replyTimeNow(c.env, c.executionCtx),
    ownAddress(keys, reference),
  ]);
  return c.html(<SentPage reference={reference} replyTime={replyTime} own={own} />);
}
