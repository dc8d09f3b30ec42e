import { drizzle } from 'drizzle-orm/d1';
import { within } from '../deadline.ts';
import { errorCode, log } from '../log.ts';
import { insertEnquiry, readWaits } from './intake.ts';
import { fromMessage } from './message.ts';
import { setAside } from './table.ts';

/** Stores what waited in the queue, one by one: each is acknowledged only when D1 has confirmed it. */
export async function consumeEnquiries(batch: MessageBatch, env: Env): Promise<void> {
  const dead = batch.queue.endsWith('-dead');
  const { first } = readWaits(env.INTAKE_WAITS);
  for (const message of batch.messages) {
    const enquiry = fromMessage(message.body);
    const line = { attempt: message.attempts, ...(enquiry ? { reference: enquiry.reference } : {}) };
    if (dead) log({ event: 'dead_letter', ...line });
    try {
      await within(first, enquiry ? insertEnquiry(env.DB, enquiry) : keepUnread(env.DB, message));
      log({ event: enquiry ? 'enquiry_stored' : 'message_set_aside', ...line });
      message.ack();
    } catch (error) {
      log({ event: 'consumer_failed', ...line, code: errorCode(error) });
      if (dead && message.attempts > 90) await startAnew(message, env);
      else message.retry({ delaySeconds: dead ? hour : retryDelay(message.attempts) });
    }
  }
}

const hour = 3600;

/** 30 s, then twice as long each time, up to an hour. `attempts` counts from 1. */
export function retryDelay(attempts: number): number {
  return Math.min(30 * 2 ** (attempts - 1), hour);
}

/** After four days of trying hourly, before the dead-letter queue would delete it, a message begins again. */
async function startAnew(message: Message, env: Env): Promise<void> {
  try {
    await env.ENQUIRY_QUEUE.send(message.body);
    message.ack();
  } catch {
    message.retry({ delaySeconds: hour });
  }
}

/** A message that this Worker cannot read is set aside as it is, for a person; it is never dropped. */
async function keepUnread(database: D1Database, { id, body, timestamp }: Message): Promise<void> {
  await drizzle(database, { casing: 'snake_case' })
    .insert(setAside)
    .values({ messageId: id, body: JSON.stringify(body) ?? 'undefined', sentAt: timestamp })
    .onConflictDoNothing({ target: setAside.messageId })
    .run();
}
