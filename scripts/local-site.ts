import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getPlatformProxy } from 'wrangler';
import { ownConfig } from './d1.ts';
import { addMissingSecrets, secretNames } from './secrets.ts';
import { startSite } from './site.ts';
import { quiet } from './wrangler.ts';

/** Works on the bindings of a site on this computer, without starting it. */
export async function withLocalSite<T>(
  state: string,
  envFile: string,
  work: (env: Env) => Promise<T>,
  configPath = ownConfig,
): Promise<T> {
  // What starts afterwards is not to be quiet.
  const before = { ...process.env };
  Object.assign(process.env, quiet, { WRANGLER_LOG: 'error' });
  // A value that happens to be set in the terminal would win over the env file.
  for (const name of secretNames) delete process.env[name];
  // `wrangler dev` adds the version of the format itself.
  const persist = { path: join(state, 'v3') };
  const site = await getPlatformProxy<Env>({ configPath, envFiles: [envFile], persist });
  try {
    return await work(site.env);
  } finally {
    await site.dispose();
    if (before.WRANGLER_LOG === undefined) delete process.env.WRANGLER_LOG;
    Object.assign(process.env, before);
  }
}

/** Starts a site in a folder of its own, and leaves nothing of it. */
export async function withTrialSite<T>(
  work: (url: string) => Promise<T>,
  config = ownConfig,
  prepare?: (state: string, envFile: string) => Promise<void>,
): Promise<T> {
  const state = mkdtempSync(join(tmpdir(), 'site-'));
  const envFile = join(state, 'dev.vars');
  addMissingSecrets(envFile);
  await prepare?.(state, envFile);
  const site = await startSite({ state, envFile, config, port: 0 });
  try {
    return await work(site.url);
  } finally {
    await site.stop();
    rmSync(state, { recursive: true, force: true, maxRetries: 5 });
  }
}
