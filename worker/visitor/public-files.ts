import type { Context } from 'hono';
import card from '../../pages/public/card.png';
import logo from '../../pages/public/logo.svg';
import type { AppEnv } from '../http/app-env.ts';

// A week: their names stay the same when they change, and a browser that asks again is answered with 304.
const cached = { 'Cache-Control': 'public, max-age=604800' };

/** The icon in the browser's tab. */
export function showLogo(c: Context<AppEnv>) {
  return c.body(logo, 200, { ...cached, 'Content-Type': 'image/svg+xml; charset=utf-8' });
}

/** The picture that a shared link shows. */
export function showCard(c: Context<AppEnv>) {
  return c.body(card, 200, { ...cached, 'Content-Type': 'image/png' });
}
