import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { app } from '../../worker/app.ts';
import { browserHeaders, site } from './visitor.ts';

/**
 * What one call of a binding does. `late` ones do the work and then fail to say so. Of what D1 throws, drizzle wraps
 * the failure of a statement that runs; `throws-raw` fails before that, and comes as it is.
 */
export const faults = ['works', 'throws', 'throws-raw', 'hangs', 'late-throws', 'late-hangs'] as const;
export type Fault = (typeof faults)[number];

/** What D1 is documented, or was seen, to throw. */
export const databaseErrors = [
  'D1_ERROR: no such table: enquiries: SQLITE_ERROR',
  'D1_ERROR: D1 DB is overloaded. Requests queued for too long.',
  'D1_ERROR: D1 DB is overloaded. Too many requests queued.',
  'D1_ERROR: Network connection lost.',
  'D1_ERROR: Internal error while starting up D1 DB storage caused object to be reset.',
  'D1_ERROR: Cannot resolve D1 DB due to transient issue on remote node.',
  'D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.',
  'D1_ERROR: database is locked: SQLITE_BUSY',
  'D1_ERROR: Exceeded maximum DB size',
];

const never = new Promise<never>(() => {});

/** Does what the next fault of the list says, around the real work; after the last one, everything works. */
function withFault<T>(plan: Fault[], message: string, work: () => Promise<T>): Promise<T> {
  const fault = plan.shift() ?? 'works';
  const fail = () => Promise.reject(new Error(message));
  if (fault === 'works') return work();
  if (fault === 'throws' || fault === 'throws-raw') return fail();
  if (fault === 'hangs') return never;
  return work().then(() => (fault === 'late-throws' ? fail() : never));
}

/** The real D1 with faults around each statement that is run. */
export function faultyDatabase(database: D1Database, plan: Fault[], message: string): D1Database {
  const around = (statement: D1PreparedStatement): D1PreparedStatement =>
    new Proxy(statement, {
      get(target, name) {
        if (name === 'bind') return (...values: unknown[]) => around(target.bind(...values));
        const member = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...values: unknown[]) => withFault(plan, message, () => member.apply(target, values));
      },
    });
  return new Proxy(database, {
    get: (target, name) =>
      name === 'prepare'
        ? (sql: string) => {
            if (plan[0] === 'throws-raw') throw new Error(message, { cause: plan.shift() });
            return around(target.prepare(sql));
          }
        : Reflect.get(target, name).bind(target),
  });
}

/** The real queue with faults around `send`; what it really took is noted in `taken`. */
export function faultyQueue(queue: Queue, plan: Fault[], taken: unknown[]): Queue {
  return new Proxy(queue, {
    get: (target, name) =>
      name === 'send'
        ? (body: unknown) =>
            withFault(plan, 'Queue send failed: Too Many Requests', async () => {
              const sent = await target.send(body);
              taken.push(body);
              return sent;
            })
        : Reflect.get(target, name).bind(target),
  });
}

/** Sends a form to the real app whose bindings have faults; waits also for what it left running. */
export async function sendWithFaults(
  fields: Record<string, string>,
  bindings: Partial<Env>,
  headers: Record<string, string> = browserHeaders,
): Promise<Response> {
  const context = createExecutionContext();
  const init = {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers,
  };
  const answer = await app.request(`${site}/enquiry`, init, { ...env, ...bindings }, context);
  await waitOnExecutionContext(context);
  return answer;
}

/** As when Cloudflare's D1 and Queues are down together. */
export function sendWhileAllIsDown(fields: Record<string, string>): Promise<Response> {
  const always = Array<Fault>(9).fill('throws');
  return sendWithFaults(fields, {
    DB: faultyDatabase(env.DB, [...always], databaseErrors[3] ?? ''),
    ENQUIRY_QUEUE: faultyQueue(env.ENQUIRY_QUEUE, [...always], []),
  });
}
