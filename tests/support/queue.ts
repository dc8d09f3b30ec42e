import { env } from 'cloudflare:workers';
import { expect } from 'vitest';

/**
 * Waits until the real consumer has been given all that a test sent to the queue. A message that it gets only while
 * the next test makes its database anew cannot be stored, and comes back half a minute later into some other test.
 */
export async function emptyQueue(): Promise<void> {
  const last = { last: crypto.randomUUID() };
  await env.ENQUIRY_QUEUE.send(last);
  // A message that nobody can read is set aside as it came.
  const isSetAside = env.DB.prepare('select count(*) as n from set_aside where body = ?').bind(
    JSON.stringify(last),
  );
  await expect.poll(() => isSetAside.first('n'), { timeout: 30_000 }).toBe(1);
}
