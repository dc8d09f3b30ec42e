import type { CheckedForm, Form } from '../../pages/form.ts';
import type { Waits } from '../config.ts';
import type { Database } from '../database/client.ts';
import type { NewEnquiry } from '../database/tables.ts';
import { within } from '../deadline.ts';
import { personTokens, repeatTokens } from '../enquiries/person-tokens.ts';
import { type NamedEnquiry, tombstoneIdOf } from '../enquiries/tombstones.ts';
import { errorCode, log } from '../log.ts';
import { referenceOf } from '../reference.ts';
import { seal } from '../sealing/seal.ts';
import type { Keys } from '../sealing/secret-keys.ts';
import { enquiryId } from './enquiry-id.ts';
import { insertEnquiry } from './insert-enquiry.ts';
import { type QueuedEnquiry, toMessage } from './queue-message.ts';

/** Everything about one enquiry that is fixed before the first try to store it, and so the same for every try. */
export async function prepareEnquiry(
  keys: Keys,
  { formKey, attribution }: Pick<Form, 'formKey' | 'attribution'>,
  { answers, consent: consentVersion }: CheckedForm,
  metadata: Pick<
    NewEnquiry,
    'spamSignals' | 'folder' | 'takenBy' | 'headlineVersion' | 'noticeVersion' | 'toldAt'
  > = {},
): Promise<NamedEnquiry> {
  const id = await enquiryId(keys.dedupe, formKey, answers);
  const sealed = await seal(answers, id, keys.ring);
  return {
    id,
    tombstoneId: await tombstoneIdOf(keys, id),
    reference: referenceOf(id),
    receivedAt: new Date(),
    ...attribution,
    consentVersion,
    ...metadata,
    ...(await repeatTokens(keys.repeat, answers)),
    ...(await personTokens(keys.person, answers)),
    ...sealed,
  };
}

/** Where an enquiry goes: the first that confirms it is enough. */
export interface Stores {
  database: Database;
  queue: Queue<QueuedEnquiry>;
  waits: Waits;
}

/**
 * Resolves once D1 or the queue has confirmed the enquiry, and says which. Rejects, after 7 s at most with the usual
 * waits, when neither has; an abandoned write may still land, and then changes nothing, because the id is the same.
 */
export async function storeEnquiry(
  stores: Stores,
  enquiry: NamedEnquiry,
): Promise<'database' | 'ended' | 'queue'> {
  const { database, queue, waits } = stores;
  try {
    return inDatabase(await within(waits.first, insertEnquiry(database, enquiry)));
  } catch (error) {
    log({ event: 'intake_failed', reference: enquiry.reference, attempt: 1, code: errorCode(error) });
  }
  // Random, so that everybody whom a hiccup of D1 sent back does not come again at the same moment.
  await new Promise((resolve) => setTimeout(resolve, Math.random() * waits.pause));
  try {
    return inDatabase(await within(waits.second, insertEnquiry(database, enquiry)));
  } catch (error) {
    log({ event: 'intake_failed', reference: enquiry.reference, attempt: 2, code: errorCode(error) });
  }
  await within(waits.queue, sendToQueue(queue, enquiry));
  return 'queue';
}

function inDatabase(found: 'there' | 'ended') {
  return found === 'there' ? 'database' : found;
}

// async, so that a binding that throws at once is a rejection like any other.
async function sendToQueue(queue: Queue<QueuedEnquiry>, enquiry: NewEnquiry) {
  await queue.send(toMessage(enquiry));
}
