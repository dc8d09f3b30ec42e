import { type Account, hexId } from '../account.ts';
import { Refusal } from '../answers.ts';
import { type Consumer, type Queue, queueWithId } from '../queue.ts';
import type { Asked, Routes } from '../router.ts';
import { scriptNamed } from '../script.ts';
import { describedConsumer } from './queues.ts';

// Which Worker takes a queue's messages. `wrangler deploy` posts a new consumer and puts one that is there; it never
// deletes one that left the configuration.

interface Wanted {
  type: string;
  script_name: string;
  dead_letter_queue?: string;
  settings: Consumer['settings'];
}

export const consumerRoutes = {
  'GET /queues/:queue/consumers': ({ account, named }) =>
    queueWithId(account, named('queue')).consumers.map(describedConsumer),
  'POST /queues/:queue/consumers': (asked) => {
    const queue = queueWithId(asked.account, asked.named('queue'));
    if (queue.consumers.length > 0)
      throw new Refusal(400, 11004, `Queue "${queue.name}" already has a consumer.`);
    const consumer = wanted(asked, hexId());
    queue.consumers.push(consumer);
    asked.account.engine.changed();
    return describedConsumer(consumer);
  },
  'PUT /queues/:queue/consumers/:consumer': (asked) => {
    const queue = queueWithId(asked.account, asked.named('queue'));
    const at = placeOf(queue, asked.named('consumer'));
    const consumer = wanted(asked, asked.named('consumer'));
    queue.consumers[at] = consumer;
    asked.account.engine.changed();
    return describedConsumer(consumer);
  },
  'DELETE /queues/:queue/consumers/:consumer': ({ account, named }) => {
    const queue = queueWithId(account, named('queue'));
    queue.consumers.splice(placeOf(queue, named('consumer')), 1);
    account.engine.changed();
    return null;
  },
} satisfies Routes;

function wanted({ account, json }: Asked, id: string): Consumer {
  const { type, script_name, dead_letter_queue, settings } = json<Wanted>();
  if (type !== 'worker') throw new Refusal(501, 501, `The stand-in has no ${type} consumers.`);
  scriptNamed(account, script_name);
  if (dead_letter_queue) needQueue(account, dead_letter_queue);
  return { id, script: script_name, deadLetterQueue: dead_letter_queue ?? null, settings };
}

function needQueue({ queues }: Account, wantedName: string) {
  if (!queues.some(({ name }) => name === wantedName))
    throw new Refusal(404, 11000, `The dead letter queue "${wantedName}" does not exist.`);
}

function placeOf({ consumers }: Queue, id: string): number {
  const at = consumers.findIndex((one) => one.id === id);
  if (at < 0) throw new Refusal(404, 11001, 'The specified consumer does not exist.');
  return at;
}
