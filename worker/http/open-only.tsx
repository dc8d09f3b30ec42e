import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { attributionInAddress } from '../../pages/attribution.ts';
import { OpensSoonPage } from '../../pages/visitor/opens-soon-page.tsx';
import { ProblemPage } from '../../pages/visitor/problem-page.tsx';
import { keysOf } from '../sealing/secret-keys.ts';
import type { AppEnv } from './app-env.ts';
import { isCanaryAsking } from './canary-token.ts';
import { publishedOf, sendPage } from './published-of.tsx';

const aDay = '86400';

/**
 * Lets visitors in only when the practitioner has opened the site. Where nobody knows whether that is so, it is not
 * called shut; but there is no page either, because there would be nobody to consent to.
 */
export const openOnly = createMiddleware<AppEnv>(async function openOnly(c, next) {
  const published = await publishedOf(c);
  if (published?.open || (published && (await isOurTest(c)))) return next();
  c.header('Cache-Control', 'no-store');
  c.header('Retry-After', published ? aDay : '60');
  if (published) return sendPage(c, <OpensSoonPage />, 503);
  return sendPage(c, <ProblemPage status={503} attribution={attributionInAddress(c.req.url)} />, 503);
});

/** The daily test goes through the form of a site that is shut as well. */
async function isOurTest(c: Context<AppEnv>): Promise<boolean> {
  const keys = await keysOf(c.env).catch(() => undefined);
  return keys !== undefined && isCanaryAsking(keys, c.req.raw.headers);
}
