import type { Context } from 'hono';
import { databaseOf } from '../database/client.ts';
import { within } from '../deadline.ts';
import type { AppEnv } from '../http/app-env.ts';
import { answerNotFound } from '../http/failures.tsx';
import { routeOf } from '../http/route.ts';
import { errorCode, log } from '../log.ts';
import { findPortrait } from '../practice/portraits.ts';

const patience = 3000;

/** The practitioner's photo. What is under a hash never changes, so a browser has to ask once. */
export async function showPortrait(c: Context<AppEnv>) {
  const [, hash] = /^([\da-f]{64})\.webp$/.exec(c.req.param('file') ?? '') ?? [];
  if (!hash) return answerNotFound(c);
  try {
    const bytes = await within(patience, findPortrait(databaseOf(c.env.DB), hash));
    if (!bytes) return answerNotFound(c);
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': 'image/webp',
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  } catch (error) {
    log({ event: 'request_failed', route: routeOf(c), status: 503, code: errorCode(error) });
    // In place of a photo nobody reads a page.
    return c.body(null, 503, { 'Cache-Control': 'no-store', 'Retry-After': '60' });
  }
}
