import type { Context } from 'hono';
import type { AppEnv } from '../../http/app-env.ts';
import { portraitHash, sendPortrait } from '../../http/portrait-file.ts';
import { findPortrait } from '../../practice/portraits.ts';

/** Any photo that the draft or a version has: visitors get the published one only. */
export async function showPhoto(c: Context<AppEnv>) {
  const hash = portraitHash(c);
  const bytes = hash && (await findPortrait(c.var.database, hash));
  return bytes ? sendPortrait(c, bytes, 'no-store') : c.notFound();
}
