import type { Context } from 'hono';
import { databaseOf } from '../database/client.ts';
import { within } from '../deadline.ts';
import type { AppEnv } from '../http/app-env.ts';
import { answerNotFound } from '../http/failures.tsx';
import { portraitHash, sendPortrait } from '../http/portrait-file.ts';
import { publishedOf } from '../http/published-of.tsx';
import { routeOf } from '../http/route.ts';
import { errorCode, log } from '../log.ts';
import { findPortrait } from '../practice/portraits.ts';
import { type Published, refreshPublished } from '../practice/published.ts';

const patience = 3000;

/** The practitioner's photo, if it is the published one. What is under a hash never changes, so a browser has to ask once. */
export async function showPortrait(c: Context<AppEnv>) {
  const hash = portraitHash(c);
  if (!hash) return answerNotFound(c);
  try {
    const [bytes, published] = await Promise.all([
      within(patience, findPortrait(databaseOf(c.env.DB), hash)),
      publishedOf(c),
    ]);
    if (!bytes) return answerNotFound(c);
    // It may have been published a moment ago, where another isolate knows it.
    const isPublished =
      hasPortrait(published, hash) || hasPortrait(await within(patience, refreshPublished(c.env)), hash);
    return isPublished ? sendPortrait(c, bytes, 'public, max-age=31536000, immutable') : answerNotFound(c);
  } catch (error) {
    log({ event: 'request_failed', route: routeOf(c), status: 503, code: errorCode(error) });
    // In place of a photo nobody reads a page.
    return c.body(null, 503, { 'Cache-Control': 'no-store', 'Retry-After': '60' });
  }
}

function hasPortrait(published: Published | undefined, hash: string): boolean {
  return published?.practice.facts.portrait?.hash === hash;
}
