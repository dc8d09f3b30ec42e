import type { Account } from '../account.ts';
import { Page } from '../answers.ts';
import {
  addQueue,
  type Consumer,
  type NewQueue,
  type Queue,
  type QueueSettings,
  queueWithId,
  setSettings,
} from '../queue.ts';
import type { Routes } from '../router.ts';

// Queues as things of the account; who takes their messages is in `consumers.ts`.

export const queueRoutes = {
  'GET /queues': ({ account, query }) => {
    const names = query.getAll('name');
    const wanted = account.queues.filter(({ name }) => names.length === 0 || names.includes(name));
    return new Page(
      wanted.map((queue) => described(account, queue)),
      query,
      20,
    );
  },
  'POST /queues': ({ account, json }) => described(account, addQueue(account, json<NewQueue>())),
  'GET /queues/:queue': ({ account, named }) => described(account, queueWithId(account, named('queue'))),
  'PATCH /queues/:queue': ({ account, named, json }) => {
    const queue = queueWithId(account, named('queue'));
    setSettings(account, queue, json<{ settings?: Partial<QueueSettings> }>().settings);
    return described(account, queue);
  },
  'DELETE /queues/:queue': ({ account, named }) => {
    account.queues.splice(account.queues.indexOf(queueWithId(account, named('queue'))), 1);
    account.engine.changed();
    return null;
  },
} satisfies Routes;

function described({ scripts }: Account, queue: Queue) {
  const producers = [...scripts.values()]
    .filter((script) => script.versions.at(-1)?.bindings.some(({ queue_name }) => queue_name === queue.name))
    .map(({ name }) => ({ type: 'worker', script: name }));
  return {
    queue_id: queue.id,
    queue_name: queue.name,
    // The real API leaves it out where there is none, and wrangler looks for exactly that.
    ...(queue.jurisdiction && { jurisdiction: queue.jurisdiction }),
    created_on: queue.created,
    modified_on: queue.modified,
    settings: queue.settings,
    producers,
    producers_total_count: producers.length,
    consumers: queue.consumers.map(describedConsumer),
    consumers_total_count: queue.consumers.length,
  };
}

export function describedConsumer({ id, script, deadLetterQueue, settings }: Consumer) {
  return {
    consumer_id: id,
    type: 'worker',
    script,
    settings,
    ...(deadLetterQueue && { dead_letter_queue: deadLetterQueue }),
  };
}
