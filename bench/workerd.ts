import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import type { SourcelessWorkerOptions } from 'wrangler';

/** Whoever brings this header is at the desk: workerd takes it in the place of Cloudflare Access. */
export const signedIn = {
  'MF-Access-Blob': JSON.stringify({ app_aud: 'local', jwt_claims: { email: 'practitioner@example.com' } }),
};

export type Running = Awaited<ReturnType<typeof start>>;

/** Starts a bundled Worker in a workerd of its own, with nothing between its socket and itself. */
export async function start(folder: string, settings: SourcelessWorkerOptions) {
  const bundle = join(folder, 'bundle');
  const options = convertV4MiniflareOptions({
    ...settings,
    modulesRules: undefined,
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
  const { origin: url } = await miniflare.unsafeGetDirectURL();
  // The newest of those that this process has started.
  const pid = Number(execFileSync('pgrep', ['-n', '-P', `${process.pid}`, 'workerd']));
  return { url, pid, database: await miniflare.getD1Database('DB'), stop: () => miniflare.dispose() };
}

/** The files that wrangler made of a Worker: the rules of wrangler.toml again. Its code comes first. */
function modulesIn(folder: string) {
  const types = { '.js': 'ESModule', '.css': 'Text', '.svg': 'Text', '.png': 'Data' } as const;
  const names = readdirSync(folder);
  return Object.entries(types).flatMap(([extension, type]) =>
    names.filter((name) => extname(name) === extension).map((name) => ({ type, path: join(folder, name) })),
  );
}

/** What workerd has used of the processors until now, user and system, in microseconds. */
export function processorTime(pid: number): number {
  // Linux tells nanoseconds for each thread; what it tells for the whole process is in hundredths of a second.
  const files = readdirSync(`/proc/${pid}/task`).map((thread) => `/proc/${pid}/task/${thread}/schedstat`);
  return files.reduce((sum, file) => sum + Number.parseInt(readFileSync(file, 'utf8'), 10) / 1000, 0);
}

export async function countStored({ database }: Running, folder: string): Promise<number> {
  const statement = database.prepare('select count(*) as found from enquiries where folder = ?');
  return (await statement.bind(folder).first<number>('found')) ?? Number.NaN;
}
