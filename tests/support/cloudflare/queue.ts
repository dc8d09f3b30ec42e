import { type Account, hexId } from './account.ts';
import { Refusal } from './answers.ts';

// A queue as the account holds it, and what its plan allows.

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

export interface NewQueue {
  queue_name: string;
  jurisdiction?: string;
  settings?: Partial<QueueSettings>;
}

/** Makes a queue as the API does; a test that needs many of them calls it itself. */
export function addQueue(account: Account, asked: NewQueue): Queue {
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
  return queue;
}

export function queueWithId({ queues }: Account, id: string): Queue {
  const queue = queues.find((one) => one.id === id);
  if (!queue) throw new Refusal(404, 11000, 'The specified queue does not exist.');
  return queue;
}

export function setSettings({ plan }: Account, queue: Queue, asked: Partial<QueueSettings> = {}) {
  if ((asked.message_retention_period ?? 60) > retention[plan].most)
    throw new Refusal(400, 100128, `message_retention_period must be between 60 and ${retention[plan].most}`);
  Object.assign(queue.settings, asked);
  queue.modified = new Date().toISOString();
}
