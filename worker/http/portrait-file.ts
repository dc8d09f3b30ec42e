import type { Context } from 'hono';
import type { AppEnv } from './app-env.ts';

/** The hash in the address of a photo; undefined when it is no such address. */
export function portraitHash(c: Context<AppEnv>): string | undefined {
  return /^([\da-f]{64})\.webp$/.exec(c.req.param('file') ?? '')?.[1];
}

export function sendPortrait(c: Context<AppEnv>, bytes: Uint8Array, cacheControl: string) {
  return c.body(new Uint8Array(bytes), 200, { 'Content-Type': 'image/webp', 'Cache-Control': cacheControl });
}
