import { emailDoubt } from '../../pages/content/email.ts';
import { acknowledgementMail } from '../../pages/content/mails.ts';
import { replyTimeWords } from '../../pages/content/reply-time.ts';
import { londonDay } from '../../pages/london-time.ts';
import { databaseOf } from '../database/client.ts';
import { acknowledged } from '../database/tables.ts';
import { findEnquiry } from '../enquiries/enquiry-list.ts';
import { errorCode, log } from '../log.ts';
import { publishedNow } from '../practice/published.ts';
import { keyedToken } from '../sealing/keyed-token.ts';
import { keysOf } from '../sealing/secret-keys.ts';
import { send } from './mail.ts';

const day = 86_400_000;

/**
 * Tells a visitor who gave an email address that the enquiry is here: tried once, and at most once a day and address.
 * Not for one in Review: a robot must not be able to send mail to others through this site. Never rejects.
 */
export async function acknowledge(env: Env, id: string, now = new Date()): Promise<void> {
  const database = databaseOf(env.DB);
  if (!env.MAIL_FROM) return;
  try {
    const published = await publishedNow(env, { waitUntil: () => {} });
    if (!published?.practice.settings.acknowledges) return;
    const { facts, settings } = published.practice;
    const keys = await keysOf(env);
    const enquiry = await findEnquiry(database, keys.ring, id);
    const to = enquiry?.answers?.email ?? '';
    // What may be somebody else's address gets no mail by itself, and neither does what is none.
    if (emailDoubt(to)) return;
    // One that comes again from the queue days later was acknowledged when it first came.
    if (to === '' || enquiry?.folder !== 'inbox' || now.getTime() - enquiry.receivedAt.getTime() > day)
      return;
    const addressToken = await keyedToken(keys.acknowledged, to.toLowerCase());
    const claimed = await database
      .insert(acknowledged)
      .values({ addressToken, day: londonDay(now) })
      .onConflictDoNothing()
      .returning();
    if (claimed.length === 0) return;
    const replyTime = replyTimeWords(settings.replyTime, londonDay(now));
    await send(env, { to, mail: acknowledgementMail(enquiry.reference, replyTime, facts) });
  } catch (error) {
    log({ event: 'acknowledge_failed', code: errorCode(error) });
  }
}
