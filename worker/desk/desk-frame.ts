import type { Context } from 'hono';
import type { Frame, Session } from '../../pages/desk/desk-page.tsx';
import type { AppEnv } from '../app-env.ts';
import { isMailSetUp } from '../config.ts';
import { countSoonDeleted } from '../enquiries/delete-expired.ts';
import { countOutbox } from '../notify/outbox.ts';
import { openAlarms } from '../notify/raise-alarm.ts';
import { countReview } from '../notify/summaries.ts';

/** What every page of the desk shows around its own content. */
export async function deskFrame(c: Context<AppEnv>): Promise<Frame> {
  const { env } = c;
  const { database } = c.var;
  const [inReview, leaving, alarms, outbox] = await Promise.all([
    countReview(database),
    countSoonDeleted(env, new Date()),
    openAlarms(database),
    countOutbox(database),
  ]);
  return { inReview, leaving, alarms, notices: mailTrouble(env, outbox), session: sessionOf(c) };
}

const minute = 60_000;

function sessionOf(c: Context<AppEnv>): Session {
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

/** In the address of a page that somebody comes to whose form was not received, because the session had ended. */
export const signedOut = 'signed-out';

/** The way back from an address that only takes forms, which a browser asks for as a page once it is signed in again. */
export function backTo(page: (id: string) => string) {
  return (c: Context<AppEnv>) =>
    c.redirect(`${page(encodeURIComponent(c.req.param('id') ?? ''))}?${signedOut}`, 303);
}

/** Access ends the session there and, where it knows the parameter, goes on to the desk, which signs in anew. */
export function signInAgain(url: string): string {
  const desk = new URL('/desk', url).href;
  return `/cdn-cgi/access/logout?returnTo=${encodeURIComponent(desk)}`;
}

function mailTrouble(env: Env, waiting: number): string[] {
  if (!isMailSetUp(env)) return ['Mail is not set up: nobody is told of new enquiries. Look in here often.'];
  if (waiting === 0) return [];
  return [
    waiting === 1
      ? 'The mail about 1 enquiry has not gone out yet.'
      : `The mails about ${waiting} enquiries have not gone out yet.`,
  ];
}
