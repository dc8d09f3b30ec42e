import type { Context } from 'hono';
import type { Session } from '../../../pages/desk/frame.ts';

import { paths, signedOut } from '../../../pages/paths.ts';
import type { AppEnv } from '../app-env.ts';

const minute = 60_000;

/** What a page of the desk says about the practitioner's session with Cloudflare Access. */
export function sessionOf(c: Context<AppEnv>): Session {
  const { session } = c.var;
  const now = Date.now();
  return {
    until: session?.until,
    endsSoon: session !== undefined && session.until.getTime() - now < 30 * minute,
    wasOver: hasJustSignedIn(session, now) && c.req.method === 'GET' && c.req.query(signedOut) !== undefined,
    signInAgain: signInAgain(c.req.url),
  };
}

/** The address alone says little: it may be a bookmark, or reloaded days later. */
function hasJustSignedIn(session: AppEnv['Variables']['session'], now: number): boolean {
  return session === undefined || now - session.since.getTime() < 10 * minute;
}

/** Access ends the session there and, where it knows the parameter, goes on to the desk, which signs in again. */
export function signInAgain(url: string): string {
  const desk = new URL(paths.inbox, url).href;
  return `${paths.signOut}?returnTo=${encodeURIComponent(desk)}`;
}

/** The way back from an address that only takes forms, which a browser asks for as a page once it is signed in again. */
export function backTo(page: (id: string) => string) {
  return (c: Context<AppEnv>) => c.redirect(`${page(c.req.param('id') ?? '')}?${signedOut}`, 303);
}
