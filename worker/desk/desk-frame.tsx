import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { type Frame, FrameContext } from '../../pages/desk/frame.ts';
import { paths } from '../../pages/paths.ts';
import { isMailSetUp } from '../config.ts';
import type { Database } from '../database/client.ts';
import { countCopyTodos } from '../enquiries/copy-todos.ts';
import { countSoonDeleted } from '../enquiries/delete-expired.ts';
import { sessionOf } from '../http/access/session.ts';
import type { AppEnv } from '../http/app-env.ts';
import { publishedOf, sendPage } from '../http/published-of.tsx';
import { openAlarms } from '../notify/raise-alarm.ts';
import { countReview } from '../notify/summaries.ts';
import { countOutbox } from '../notify/untold.ts';
import { todos as readTodos } from '../practice/todos.ts';
import { readOpening } from './opening/read-opening.ts';

/** Gives `c.render` to the handlers of the desk: a page with what stands around every page there. */
export const deskFrame = createMiddleware<AppEnv>(async function deskFrame(c, next) {
  c.setRenderer(async function render(page) {
    const { database } = c.var;
    // Not in each page's way: they are for the start of a day.
    const isStart = c.req.path === paths.inbox;
    const [todos, missingToOpen, rest] = await Promise.all([
      isStart ? readTodos(database, new Date()) : [],
      isStart ? readMissing(c) : undefined,
      readFrame(c.env, database),
    ]);
    const frame = { ...rest, todos, missingToOpen, session: sessionOf(c) };
    return sendPage(c, <FrameContext.Provider value={frame}>{page}</FrameContext.Provider>);
  });
  await next();
});

/** How much is missing before the first opening; undefined for a site that has been open. */
async function readMissing(c: Context<AppEnv>): Promise<number | undefined> {
  const published = await publishedOf(c);
  if (!published || published.open || published.shutAt !== undefined) return undefined;
  return (await readOpening(c.var.database, c.env)).missing.length;
}

async function readFrame(
  env: Env,
  database: Database,
): Promise<Pick<Frame, 'inReview' | 'leaving' | 'copies' | 'alarms' | 'notices'>> {
  const [inReview, leaving, copies, alarms, outbox] = await Promise.all([
    countReview(database),
    countSoonDeleted(database, new Date()),
    countCopyTodos(database, new Date()),
    openAlarms(database),
    countOutbox(database),
  ]);
  return { inReview, leaving, copies, alarms, notices: mailTrouble(env, outbox) };
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
