import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import type { SourcelessWorkerOptions } from 'wrangler';

/** A Worker that answers on a port of its own, in a workerd of its own. */
export interface Running {
  url: string;
  /** Of its workerd. */
  pid: number;
  /** The number that a query finds in its database. */
  ask(sql: string): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a bundled Worker with nothing between its socket and itself. `storage` is the folder of its local D1. */
export async function start(
  bundle: string,
  settings: SourcelessWorkerOptions,
  storage: string,
): Promise<Running> {
  const { modulesRules: _, ...worker } = settings;
  const others = workerds();
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      ...worker,
      modules: modulesIn(bundle),
      modulesRoot: bundle,
      // Miniflare's own address leads through a Worker of Miniflare's, which would be measured as well.
      unsafeDirectSockets: [{ host: '127.0.0.1' }],
      resourcePersistencePath: storage,
      // What the Worker logs is read and dropped.
      handleStructuredLogs: () => {},
    }),
  );
  const url = await miniflare.unsafeGetDirectURL();
  const pid = workerds().find((pid) => !others.includes(pid));
  if (!pid) throw new Error('the bench finds no workerd in /proc: it needs Linux');
  return {
    url: url.origin,
    pid,
    async ask(sql) {
      const database = await miniflare.getD1Database('DB');
      const [row] = await database.prepare(sql).raw();
      return Number(row?.[0]);
    },
    stop: () => miniflare.dispose(),
  };
}

const types = { '.js': 'ESModule', '.css': 'Text', '.svg': 'Text', '.png': 'Data' } as const;

/** The files that wrangler made of a Worker: the rules of wrangler.toml again. Its code comes first. */
function modulesIn(folder: string) {
  const names = readdirSync(folder);
  return Object.entries(types).flatMap(([extension, type]) =>
    names.filter((name) => extname(name) === extension).map((name) => ({ type, path: join(folder, name) })),
  );
}

/** What workerd has used of the processors until now, user and system, in microseconds. */
export function processorTime(pid: number): number {
  // Linux tells nanoseconds for each thread; what it tells for the whole process is in hundredths of a second.
  const threads = readdirSync(`/proc/${pid}/task`).map((thread) => {
    const [nanoseconds] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ');
    return Number(nanoseconds);
  });
  return threads.reduce((sum, time) => sum + time, 0) / 1000;
}

/** Those that this process has started. */
function workerds(): number[] {
  const processes = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return processes.filter((pid) => {
    try {
      const [, parent] = /\(workerd\) \w (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
      return Number(parent) === process.pid;
    } catch {
      // It ended meanwhile.
      return false;
    }
  });
}
