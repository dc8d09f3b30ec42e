import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv, promisify } from 'node:util';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { fillDemo } from '../scripts/demo/fill.ts';
import { applyMigrations } from '../scripts/migrations.ts';
import { addMissingSecrets } from '../scripts/secrets.ts';
import { root, wrangler, wranglerEnvironment } from '../scripts/wrangler.ts';
import { type Running, start } from './workerd.ts';

const run = promisify(execFile);

/** The site with so many made-up enquiries. What it has is in the folder, which is made. */
export async function startSite(checkout: string, folder: string, enquiries: number): Promise<Running> {
  const config = join(checkout, 'wrangler.toml');
  const envFile = join(folder, 'dev.vars');
  addMissingSecrets(envFile);
  await Promise.all([bundle(checkout, folder), applyMigrations(folder, config)]);
  if (enquiries > 0) await fillDemo(folder, envFile, enquiries);
  // It would warn that there are no secrets: they come now.
  process.env.WRANGLER_LOG = 'error';
  const { workerOptions } = unstable_getMiniflareWorkerOptions(config);
  const secrets = parseEnv(readFileSync(envFile, 'utf8'));
  // Wrangler's type leaves open what they are: the texts under [vars].
  const texts = workerOptions.bindings as Record<string, string>;
  // Mail would be written to a file for each enquiry, which a bare insert does not do.
  const bindings = { ...texts, ...secrets, MAIL_TO: '' };
  return start(join(folder, 'bundle'), { ...workerOptions, bindings, access }, join(folder, 'v3'));
}

/** Whoever brings this header is at the desk: workerd takes it in the place of Cloudflare Access. */
export const signedIn = {
  'MF-Access-Blob': JSON.stringify({ app_aud: 'local', jwt_claims: { email: 'practitioner@example.com' } }),
};
const access = { aud: 'local' };

/** A Worker of the folder `bare`: it does the one thing that is measured and nothing else. */
export async function startBare(name: string, folder: string): Promise<Running> {
  await bundle(root, folder, [`bench/bare/${name}.ts`]);
  const settings = { name, compatibilityDate: '2026-10-20', d1Databases: { DB: name } };
  return start(join(folder, 'bundle'), settings, join(folder, 'v3'));
}

/** Bundles a Worker into a folder as a deploy does, also as one file. Gives its size in KiB, compressed. */
export async function bundle(checkout: string, folder: string, more: string[] = []): Promise<number> {
  const out = [`--outdir=${join(folder, 'bundle')}`, `--outfile=${join(folder, 'worker.bundle')}`];
  const printed = await runWrangler(checkout, folder, ['deploy', '--dry-run', ...out, ...more]);
  const [, size] = /gzip: ([\d.]+) KiB/.exec(printed) ?? [];
  if (!size) throw new Error(`wrangler deploy printed no size: ${printed}`);
  return Number(size);
}

export async function runWrangler(cwd: string, folder: string, args: string[]): Promise<string> {
  const env = { ...wranglerEnvironment(folder), WRANGLER_LOG: 'log' };
  const { stdout } = await run(process.execPath, ['--no-warnings', wrangler, ...args], { cwd, env });
  return stdout;
}

/** The repository as it was at a commit, in a folder that is made. It shares what is installed here. */
export async function checkOut(commit: string, folder: string): Promise<string> {
  await mkdir(folder);
  const archive = join(folder, 'archive.tar');
  await run('git', ['archive', '--output', archive, commit], { cwd: root });
  await run('tar', ['-xf', archive, '-C', folder]);
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}
