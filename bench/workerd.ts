import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import type { SourcelessWorkerOptions } from 'wrangler';

/** A Worker that answers on a port of its own, in a workerd of its own. */
export interface Running {
  url: string;
  /** Of its workerd. */
  pid: number;
  database: D1Database;
  stop(): Promise<void>;
}

/** Whoever brings this header is at the desk: workerd takes it in the place of Cloudflare Access. */
export const signedIn = {
  'MF-Access-Blob': JSON.stringify({ app_aud: 'local', jwt_claims: { email: 'practitioner@example.com' } }),
};

/** Starts the Worker that was bundled into a folder, with nothing between its socket and itself. */
export async function start(folder: string, settings: SourcelessWorkerOptions): Promise<Running> {
  const bundle = join(folder, 'bundle');
  const { modulesRules: _, ...worker } = settings;
  const options = convertV4MiniflareOptions({
    ...worker,
    modules: modulesIn(bundle),
    modulesRoot: bundle,
    // Miniflare's own address leads through a Worker of Miniflare's, which would be measured as well.
    unsafeDirectSockets: [{ host: '127.0.0.1' }],
    // Where `wrangler d1` put the database.
    resourcePersistencePath: join(folder, 'v3'),
    access: { aud: 'local' },
    // What the Worker logs is read and dropped.
    handleStructuredLogs: () => {},
  });
  const miniflare = new Miniflare(options);
  const { origin } = await miniflare.unsafeGetDirectURL();
  const newest = execFileSync('pgrep', ['-n', '-P', `${process.pid}`, 'workerd'], { encoding: 'utf8' });
  const database = await miniflare.getD1Database('DB');
  return { url: origin, pid: Number(newest), database, stop: () => miniflare.dispose() };
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
    return Number(nanoseconds) / 1000;
  });
  return threads.reduce((sum, time) => sum + time, 0);
}

export async function countStored({ database }: Running, where = 'true'): Promise<number> {
  const statement = database.prepare(`select count(*) as found from enquiries where ${where}`);
  return (await statement.first<number>('found')) ?? Number.NaN;
}
