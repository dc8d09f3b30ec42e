import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { fillDemo } from '../scripts/demo/fill.ts';
import { applyMigrations } from '../scripts/migrations.ts';
import { addMissingSecrets } from '../scripts/secrets.ts';
import { root, wrangler, wranglerEnvironment } from '../scripts/wrangler.ts';
import { type Running, start } from './workerd.ts';

export const folder = await mkdtemp(join(tmpdir(), 'bench-'));
const started = new Map<string, Promise<Running>>();

/** The site with so many made-up enquiries. */
export function siteWith(enquiries: number): Promise<Running> {
  return once(`site-${enquiries}`, async (own) => {
    const envFile = join(own, 'dev.vars');
    addMissingSecrets(envFile);
    bundle(root, own);
    await applyMigrations(own);
    await fillDemo(own, envFile, enquiries);
    const { workerOptions } = unstable_getMiniflareWorkerOptions(join(root, 'wrangler.toml'));
    // Wrangler's type leaves open what they are: the texts under [vars].
    const texts = workerOptions.bindings as Record<string, string>;
    const secrets = parseEnv(readFileSync(envFile, 'utf8'));
    // Mail would be written to a file for each enquiry, which a bare insert does not do.
    const bindings = { ...texts, ...secrets, MAIL_FROM: '' };
    return start(own, { ...workerOptions, bindings });
  });
}

/** A Worker of the folder `bare`: it does the one thing that is measured and nothing else. */
export function bareWorker(name: string): Promise<Running> {
  return once(name, async (own) => {
    bundle(root, own, `bench/bare/${name}.ts`);
    const worker = await start(own, { compatibilityDate: '2026-10-20', d1Databases: { DB: name } });
    await worker.database.exec('create table enquiries (row integer primary key, line text)');
    return worker;
  });
}

export async function stopAll(): Promise<void> {
  for (const running of started.values()) await (await running).stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

function once(name: string, start: (own: string) => Promise<Running>): Promise<Running> {
  const running = started.get(name) ?? start(join(folder, name));
  started.set(name, running);
  return running;
}

/** Bundles a Worker as a deploy does, also as one file. Gives its size in KiB, compressed. */
export function bundle(source: string, own: string, ...main: string[]): number {
  const out = [`--outdir=${join(own, 'bundle')}`, `--outfile=${join(own, 'worker.bundle')}`];
  const printed = runWrangler(source, ['deploy', '--dry-run', ...out, ...main]);
  return Number(/gzip: ([\d.]+) KiB/.exec(printed)?.[1]);
}

export function runWrangler(cwd: string, args: string[]): string {
  const env = { ...wranglerEnvironment(folder), WRANGLER_LOG: 'log' };
  return execFileSync(process.execPath, [wrangler, ...args], { cwd, env, encoding: 'utf8' });
}
