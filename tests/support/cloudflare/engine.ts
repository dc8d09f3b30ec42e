import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import type { Account } from './account.ts';
import { type Mail, newMailbox } from './mailbox.ts';
import { liveScripts, workerOptions } from './worker-options.ts';

// The runtime behind an account: one workerd with all its databases and every Worker that is live, so that the API and
// the Workers see the same rows. It starts when it is first needed, and again after what it runs has changed; what is
// in the queues is then gone, what is in the databases is not.

export interface D1Answer {
  results: unknown[];
  success: boolean;
  meta: Record<string, unknown>;
}

export interface DumpOptions {
  no_schema?: boolean;
  no_data?: boolean;
  tables?: string[];
}

export type Engine = ReturnType<typeof newEngine>;

/** The Worker that only holds the databases, for the API. */
const keeper = 'keeper-of-databases';

export function newEngine(folder: string, account: () => Account) {
  const mailbox = newMailbox();
  const logs: string[] = [];
  const secret = crypto.randomUUID();
  let stale = true;
  let runtime: Miniflare | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  /** What it runs is not what the account holds any more. */
  function changed(): void {
    stale = true;
  }

  /** The running workerd, brought up to date. One at a time: two requests must not start two. */
  function running(): Promise<Miniflare> {
    const next = turn.then(async () => {
      if (runtime && !stale) return runtime;
      stale = false;
      await mkdir(folder, { recursive: true });
      const options = convertV4MiniflareOptions({
        host: '127.0.0.1',
        port: 0,
        resourcePersistencePath: join(folder, 'state'),
        telemetry: { enabled: false },
        cf: false,
        handleStructuredLogs: ({ message }) => logs.push(message),
        unsafeProxySharedSecret: secret,
        // The first one answers what names no Worker, and only with the first one do static files come along.
        workers: [
          ...(await workerOptions(account(), folder)),
          {
            name: keeper,
            modules: true,
            script: 'export default { fetch: () => new Response("keeper") };',
            compatibilityDate: '2026-01-01',
            d1Databases: Object.fromEntries(account().databases.map(({ uuid }) => [uuid, uuid])),
          },
          mailbox.worker,
        ],
      });
      if (runtime) await runtime.setOptions(options);
      else runtime = new Miniflare(options);
      await runtime.ready;
      return runtime;
    });
    turn = next.catch(() => undefined);
    return next;
  }

  /** One answer for each statement; all of them or none. */
  async function query(database: string, sql: string, params: unknown[] = []): Promise<D1Answer[]> {
    // It is slow to load, and many tests never query.
    const { unstable_splitSqlQuery } = await import('wrangler');
    const db = await databaseWithId(database);
    const statements = unstable_splitSqlQuery(sql).map((part) => db.prepare(part).bind(...params));
    return (await db.batch(statements)).map(({ results, success, meta }) => ({
      results,
      success,
      meta: { ...meta },
    }));
  }

  async function dump(
    database: string,
    { no_schema = false, no_data = false, tables = [] }: DumpOptions = {},
  ): Promise<string> {
    const db = await databaseWithId(database);
    const pragma = db.prepare('PRAGMA miniflare_d1_export(?,?,?);').bind(no_schema, no_data, ...tables);
    const [lines = []] = await pragma.raw<string[]>();
    return lines.join('\n');
  }

  async function databaseWithId(id: string): ReturnType<Miniflare['getD1Database']> {
    return (await running()).getD1Database(id, keeper);
  }

  /** Where the runtime takes requests, and the headers that say for whom and under which address. */
  async function way(script: string, url: string): Promise<{ to: URL; headers: Record<string, string> }> {
    const to = await (await running()).ready;
    const [first] = liveScripts(account());
    return {
      to,
      headers: {
        'mf-proxy-shared-secret': secret,
        'mf-original-url': url,
        'mf-disable-pretty-error': 'true',
        ...(first?.script.name !== script && { 'mf-route-override': script }),
      },
    };
  }

  async function stop(): Promise<void> {
    await turn;
    await runtime?.dispose();
    runtime = undefined;
  }

  const mails: Mail[] = mailbox.mails;
  return { changed, running, way, query, dump, stop, mails, refuseMails: mailbox.refuse, logs };
}
