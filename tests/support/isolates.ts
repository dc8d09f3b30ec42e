import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { app } from '../../worker/app.ts';
import { browserHeaders, site } from './visitor.ts';

/** What D1 does with whatever it is asked. */
export type Outage = 'refuses' | 'hangs';

const never = new Promise<never>(() => {});

/**
 * An isolate that has just begun, with a D1 of its own that can go down: the real one, until `goDown` says how. What an
 * isolate knows about the practice hangs on its binding, so that two of these know nothing of each other.
 */
export function newIsolate(bindings: Partial<Env> = {}) {
  let outage: Outage | undefined;
  const failing = () =>
    outage === 'hangs' ? never : Promise.reject(new Error('D1_ERROR: Network connection lost.'));
  const runs = ['run', 'all', 'first', 'raw'];
  const around = (statement: D1PreparedStatement): D1PreparedStatement =>
    new Proxy(statement, {
      get(target, name) {
        if (outage && runs.includes(String(name))) return failing;
        if (name === 'bind') return (...values: unknown[]) => around(target.bind(...values));
        const member = Reflect.get(target, name);
        return typeof member === 'function' ? member.bind(target) : member;
      },
    });
  const DB = new Proxy(env.DB, {
    get(target, name) {
      if (outage && (name === 'batch' || name === 'exec')) return failing;
      if (name === 'prepare' && outage) return (sql: string) => around(target.prepare(sql));
      return Reflect.get(target, name).bind(target);
    },
  });

  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const context = createExecutionContext();
    const waits = { INTAKE_WAITS: '50 3 50 1000' };
    const answer = await app.request(site + path, init, { ...env, ...waits, ...bindings, DB }, context);
    // What hangs would be waited for without an end.
    if (outage !== 'hangs') await waitOnExecutionContext(context);
    return answer;
  }

  return {
    get: (path = '/') => ask(path),
    post: (fields: Record<string, string>) =>
      ask('/enquiry', { method: 'POST', body: new URLSearchParams(fields), headers: browserHeaders }),
    goDown: (how: Outage | undefined) => {
      outage = how;
    },
  };
}
