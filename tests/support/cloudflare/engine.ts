import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import type { Account } from './account.ts';
import { newMailbox } from './mailbox.ts';
import { liveScripts, workerOptions } from './worker-options.ts';

// The runtime behind an account: one workerd with all its databases and every Worker that is live, so that the API and
// the Workers see the same rows. It starts when it is first needed, and again after what it runs has changed; what is
// in the queues is then gone, what is in the databases is not.

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
    turn = next.catch(changed);
    return next;
  }

  /** One of the account's databases, the very one that its Workers see. */
  async function database(id: string): ReturnType<Miniflare['getD1Database']> {
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

  return { changed, running, way, database, stop, mailbox, logs };
}
