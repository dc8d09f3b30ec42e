import { join } from 'node:path';
import { getPlatformProxy } from 'wrangler';
import { ownConfig } from './d1.ts';
import { secretNames } from './secrets.ts';
import { quiet } from './wrangler.ts';

/** Works on the bindings of a site on this computer, without starting it. */
export async function withLocalSite<T>(
  state: string,
  envFile: string,
  work: (env: Env) => Promise<T>,
  configPath = ownConfig,
): Promise<T> {
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
  }
}
