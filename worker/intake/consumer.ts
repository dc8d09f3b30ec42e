import { eq } from 'drizzle-orm';
import { intakeWaits } from '../config.ts';
import { type Database, databaseOf } from '../database/client.ts';
import { deadLetters, setAside } from '../database/tables.ts';
import { within } from '../deadline.ts';
import { withTombstoneId } from '../enquiries/tombstones.ts';
import { errorCode, type LogLine, log } from '../log.ts';
import { acknowledge } from '../notify/acknowledgement.ts';
import { raiseAlarm } from '../notify/raise-alarm.ts';
import { insertEnquiry } from './insert-enquiry.ts';
import { fromMessage } from './queue-message.ts';

const hour = 3600;

/** Stores what waited in the queue, one by one: each is acknowledged only when D1 has confirmed it. */
export async function consumeEnquiries(batch: MessageBatch, env: Env): Promise<void> {
  const dead = batch.queue.endsWith('-dead');
  if (dead && batch.messages.some(({ attempts }) => attempts === 1)) await raiseAlarm(env, 'deadLetter');
  for (const message of batch.messages) {
    if (await store(message, env)) {
      message.ack();
      if (dead) await forget(env, message);
    } else if (!dead) {
      message.retry({ delaySeconds: retryDelay(message.attempts) });
    } else if (message.attempts > 90) {
      await startAnew(message, env);
    } else {
      await remember(env, message);
      message.retry({ delaySeconds: hour });
    }
  }
}

/** 30 s, then twice as long each time, up to an hour. `attempts` counts from 1. */
export function retryDelay(attempts: number): number {
  return Math.min(30 * 2 ** (attempts - 1), hour);
}

/** Whether the message's enquiry is in D1 now, or the message itself when its enquiry can never be. */
async function store(message: Message, env: Env): Promise<boolean> {
  const enquiry = fromMessage(message.body);
  const line = { attempt: message.attempts, ...(enquiry ? { reference: enquiry.reference } : {}) };
  if (!enquiry) return putAside(message, env, line);
  try {
    const whole = await withTombstoneId(env, enquiry);
    const found = await within(intakeWaits(env).first, insertEnquiry(databaseOf(env.DB), whole));
    // Its sender was told "received", and has the reference of one that is over: a person has to look.
    if (found === 'ended') return putAside(message, env, line);
  } catch (error) {
    const code = errorCode(error);
    log({ event: 'consumer_failed', ...line, code });
    return code === 'not_storable' && putAside(message, env, line);
  }
  log({ event: 'enquiry_stored', ...line });
  await acknowledge(env, enquiry.id);
  return true;
}

/** What this Worker cannot read, or D1 will refuse each time, is set aside as it is: never dropped, and not tried for ever. */
async function putAside(message: Message, env: Env, line: Pick<LogLine, 'attempt' | 'reference'>) {
  try {
    await within(intakeWaits(env).first, saveAside(databaseOf(env.DB), message));
  } catch (error) {
    log({ event: 'consumer_failed', ...line, code: errorCode(error) });
    return false;
  }
  log({ event: 'message_set_aside', ...line });
  await raiseAlarm(env, 'setAside');
  return true;
}

/** After four days of trying hourly, before the dead-letter queue would delete it, a message begins again. */
async function startAnew(message: Message, env: Env): Promise<void> {
  try {
    await env.ENQUIRY_QUEUE.send(message.body);
    message.ack();
    await forget(env, message);
  } catch {
    message.retry({ delaySeconds: hour });
  }
}

async function saveAside(database: Database, { id, body, timestamp }: Message): Promise<void> {
  await database
    .insert(setAside)
    .values({ messageId: id, body: written(body), sentAt: timestamp })
    .onConflictDoNothing({ target: setAside.messageId })
    .run();
}

/** A queue may bring what JSON has no words for; of that at least its kind is noted. */
function written(body: unknown): string {
  try {
    return JSON.stringify(body) ?? String(body);
  } catch {
    return Object.prototype.toString.call(body);
  }
}

/** For the status page. D1 may well fail here too, and then it fails at nothing that matters. */
async function remember(env: Env, { id, body }: Message): Promise<void> {
  const now = new Date();
  const reference = fromMessage(body)?.reference ?? null;
  const remembering = databaseOf(env.DB)
    .insert(deadLetters)
    .values({ messageId: id, reference, firstSeenAt: now, lastTriedAt: now })
    .onConflictDoUpdate({ target: deadLetters.messageId, set: { lastTriedAt: now } });
  await within(intakeWaits(env).first, remembering.run()).catch(() => {});
}

async function forget(env: Env, { id }: Message): Promise<void> {
  const forgetting = databaseOf(env.DB).delete(deadLetters).where(eq(deadLetters.messageId, id));
  await within(intakeWaits(env).first, forgetting.run()).catch(() => {});
}
