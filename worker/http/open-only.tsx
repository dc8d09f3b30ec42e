import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { OpensSoonPage } from '../../pages/visitor/opens-soon-page.tsx';
import { keysOf } from '../sealing/secret-keys.ts';
import type { AppEnv } from './app-env.ts';
import { isCanaryAsking } from './canary-token.ts';
import { publishedOf, sendPage } from './published-of.tsx';

const aDay = '86400';

/**
 * Gives a page only where it is known whose it is: a notice without a name, or a form with nobody to consent to, would
 * be none. A site that nobody knows about just now is not called shut.
 */
export const knownOnly = createMiddleware<AppEnv>(async function knownOnly(c, next) {
  if (!(await publishedOf(c))) throw new HTTPException(503);
  await next();
});

/** Lets visitors in only when the practitioner has opened the site. */
export const openOnly = createMiddleware<AppEnv>(async function openOnly(c, next) {
  const published = await publishedOf(c);
  if (published?.open || (await isOurTest(c))) return next();
  c.header('Cache-Control', 'no-store');
  c.header('Retry-After', aDay);
  return sendPage(c, <OpensSoonPage wasOpen={published?.shutAt !== undefined} />, 503);
});

/** The daily test goes through the form of a site that is shut as well. */
async function isOurTest(c: Context<AppEnv>): Promise<boolean> {
  const keys = await keysOf(c.env).catch(() => undefined);
  return keys !== undefined && isCanaryAsking(keys, c.req.raw.headers);
}
