import { jsx } from 'hono/jsx';
import worker from '../../worker/index.ts';

const counts: Record<string, number> = {};

/** The site's own Worker, which counts what it asks of the platform. `GET /counts` gives the counts since the last time. */
export default {
  ...worker,
  fetch(request, env, context) {
    if (new URL(request.url).pathname !== '/counts') return worker.fetch(request, counting(env), context);
    const answer = Response.json(counts);
    for (const name of Object.keys(counts)) delete counts[name];
    return answer;
  },
} satisfies ExportedHandler<Env>;

let database: D1Database | undefined;

function counting(env: Env): Env {
  database ??= countedDatabase(env.DB);
  return { ...env, DB: database, ENQUIRY_LIMIT: counted(env.ENQUIRY_LIMIT, { limit: 'rate limits asked' }) };
}

function countedDatabase(database: D1Database): D1Database {
  const runs = { run: 'D1 statements', all: 'D1 statements', raw: 'D1 statements', first: 'D1 statements' };
  const statement = (target: D1PreparedStatement): D1PreparedStatement => {
    const proxy = counted(target, runs);
    proxy.bind = (...values) => statement(target.bind(...values));
    return proxy;
  };
  const proxy = counted(database, { batch: 'D1 batches' });
  proxy.prepare = (sql) => statement(database.prepare(sql));
  return proxy;
}

/** The same object, except that calls of the methods that are named count. */
function counted<Target extends object>(target: Target, names: Record<string, string>): Target {
  const own: Record<PropertyKey, unknown> = {};
  return new Proxy(target, {
    get(_, name) {
      const member = own[name] ?? Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...values: unknown[]) => {
        count(names[String(name)]);
        return member.apply(target, values);
      };
    },
    set: (_, name, value) => {
      own[name] = value;
      return true;
    },
  });
}

function count(name: string | undefined): void {
  if (name) counts[name] = (counts[name] ?? 0) + 1;
}

// What is not in a binding is counted where it is defined.
countCalls(console, { log: 'log lines' });
countCalls(SubtleCrypto.prototype, {
  sign: 'HMACs',
  encrypt: 'seals',
  decrypt: 'openings',
  digest: 'hashes',
});
countCalls(Object.getPrototypeOf(jsx('p', {})), { toStringToBuffer: 'elements rendered' });

function countCalls(target: object, names: Record<string, string>): void {
  const methods = target as Record<string, (...values: unknown[]) => unknown>;
  for (const [method, name] of Object.entries(names)) {
    const original = methods[method];
    if (!original) throw new Error(`there is no ${method} to count`);
    methods[method] = function (this: unknown, ...values) {
      count(name);
      return original.apply(this, values);
    };
  }
}
