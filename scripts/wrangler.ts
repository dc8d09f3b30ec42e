import { createRequire } from 'node:module';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { secretNames } from './secrets.ts';

export const root = join(import.meta.dirname, '..');

/** Wrangler's program file, to be run by this very Node. */
export const wrangler = createRequire(import.meta.url).resolve('wrangler');

/** Settings of a quiet wrangler that asks nobody anything: no telemetry, no update check, no request to Cloudflare. */
export const quiet = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  X_LOCAL_EXPLORER: 'false',
  X_LOCAL_OBSERVABILITY: 'false',
  NO_COLOR: '1',
};

/** The environment of a wrangler that keeps what it writes in a state folder. */
export function wranglerEnvironment(state: string): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env, ...quiet };
  environment.WRANGLER_LOG_PATH = join(state, 'logs');
  environment.WRANGLER_REGISTRY_PATH = join(state, 'registry');
  // A value that happens to be set in the terminal would win over the env file.
  for (const name of [...secretNames, 'CLOUDFLARE_ENV', 'FORCE_COLOR']) delete environment[name];
  return environment;
}

/** Wrangler's own account of what went wrong, on one line. */
export function wranglerError(output: string): string {
  const lines = stripVTControlCharacters(output).split('\n');
  const at = lines.findLastIndex((line) => line.includes('[ERROR]'));
  const message = lines[at]?.replace(/^.*\[ERROR\]\s*/, '').trim();
  const place = lines.slice(at + 1, at + 4).find((line) => /^\s+\S+:\d+:\d+:$/.test(line));
  return [message ?? 'wrangler gave no reason', place && `(${place.trim().slice(0, -1)})`]
    .filter(Boolean)
    .join(' ');
}
