import type { Frame } from '../../pages/practitioner/desk-page.tsx';
import { isMailSetUp } from '../config.ts';
import { countSoonDeleted } from '../enquiry/retention.ts';
import { openAlarms } from '../notify/alarms.ts';
import { countOutbox } from '../notify/outbox.ts';
import { countReview } from '../notify/summaries.ts';

/** What every page of the desk shows around its own content. */
export async function deskFrame(env: Env): Promise<Frame> {
  const [inReview, leaving, alarms, outbox] = await Promise.all([
    countReview(env.DB),
    countSoonDeleted(env, new Date()),
    openAlarms(env.DB),
    countOutbox(env.DB),
  ]);
  return { inReview, leaving, alarms, notices: mailTrouble(env, outbox) };
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
