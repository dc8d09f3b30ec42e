import { type Account, hexId } from '../account.ts';
import { Page, Refusal } from '../answers.ts';
import type { Routes } from '../router.ts';

// Queues as things of the account; who takes their messages is in `consumers.ts`.

export interface QueueSettings {
  delivery_delay: number;
  delivery_paused: boolean;
  /** Seconds. */
  message_retention_period: number;
}

export interface Consumer {
  id: string;
  /** The Worker that takes the messages. */
  script: string;
  deadLetterQueue: string | null;
  settings: {
    batch_size?: number;
    max_retries?: number;
    max_wait_time_ms?: number;
    max_concurrency?: number | null;
    retry_delay?: number;
  };
}

export interface Queue {
  id: string;
  name: string;
  jurisdiction: string | null;
  settings: QueueSettings;
  consumers: Consumer[];
  created: string;
  modified: string;
}

const days = 24 * 3600;
/** A message on Workers Free is held for a day at most, and for as long when nothing is said. */
const retention = { free: { usual: days, most: days }, paid: { usual: 4 * days, most: 14 * days } };

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
  'POST /queues': ({ account, json }) => {
    const asked = json<{ queue_name: string; jurisdiction?: string; settings?: Partial<QueueSettings> }>();
    if (account.queues.some(({ name }) => name === asked.queue_name))
      throw new Refusal(
        409,
        11009,
        `Queue name '${asked.queue_name}' is already taken. Please use a different name and try again.`,
      );
    const now = new Date().toISOString();
    const usual = retention[account.plan].usual;
    const queue: Queue = {
      id: hexId(),
      name: asked.queue_name,
      jurisdiction: asked.jurisdiction ?? null,
      settings: { delivery_delay: 0, delivery_paused: false, message_retention_period: usual },
      consumers: [],
      created: now,
      modified: now,
    };
    setSettings(account, queue, asked.settings);
    account.queues.push(queue);
    return described(account, queue);
  },
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

export function queueWithId({ queues }: Account, id: string): Queue {
  const queue = queues.find((one) => one.id === id);
  if (!queue) throw new Refusal(404, 11000, 'The specified queue does not exist.');
  return queue;
}

function setSettings({ plan }: Account, queue: Queue, asked: Partial<QueueSettings> = {}) {
  if ((asked.message_retention_period ?? 60) > retention[plan].most)
    throw new Refusal(400, 100128, `message_retention_period must be between 60 and ${retention[plan].most}`);
  Object.assign(queue.settings, asked);
  queue.modified = new Date().toISOString();
}

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
