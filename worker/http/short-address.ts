import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './app-env.ts';

/** No advert's address is a quarter as long, and no page of ours makes one. */
const longest = 4000;

/** Leads an address with an endless query to its page: Hono throws and catches at each percent sign that says nothing. */
export const shortAddress = createMiddleware<AppEnv>(async function shortAddress(c, next) {
  const { method, url } = c.req;
  if (url.length <= longest || !url.includes('?') || method === 'POST') return next();
  return c.redirect(url.slice(0, url.indexOf('?')), 302);
});
