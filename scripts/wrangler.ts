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
  // Node's compiled code of wrangler, which otherwise costs a fifth of each call.
  NODE_COMPILE_CACHE: join(import.meta.dirname, '../node_modules/.cache/node'),
};

/** The environment of a wrangler that works on a state folder, and logs there. */
export function wranglerEnvironment(state: string): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env, ...quiet };
  environment.WRANGLER_LOG_PATH = join(state, 'logs');
  environment.WRANGLER_REGISTRY_PATH = join(state, 'registry');
  // A value that happens to be set in the terminal would win over the env file.
  for (const name of [...secretNames, 'CLOUDFLARE_ENV', 'FORCE_COLOR']) delete environment[name];
  return environment;
}

/** Starts a program, or does other work, whose files only their owner can read. */
export function forOwnerOnly<T>(start: () => T): T {
  const before = process.umask(0o077);
  try {
    return start();
  } finally {
    process.umask(before);
  }
}

/** What wrangler says went wrong, on one line and without colours. */
export function wranglerError(output: string): string {
  const text = stripVTControlCharacters(output);
  return errorInJson(text) ?? errorInLines(text.split('\n')) ?? lastWords(text);
}

/** With --json an error is JSON too, after whatever else wrangler said. */
function errorInJson(text: string): string | undefined {
  const start = text.search(/\{\s*"error":\s*\{/);
  if (start < 0) return undefined;
  try {
    // Only wrangler writes it.
    const { error } = JSON.parse(text.slice(start, text.lastIndexOf('}') + 1)) as {
      error: { text: string; notes?: { text: string }[] };
    };
    return [error.text, ...(error.notes ?? []).map((note) => note.text)].join(' ').trim() || undefined;
  } catch {
    return undefined;
  }
}

function errorInLines(lines: readonly string[]): string | undefined {
  const at = lines.findLastIndex((line) => line.includes('[ERROR]'));
  const message = lines[at]?.replace(/^.*\[ERROR\]\s*/, '').trim();
  if (message === undefined) return undefined;
  const more = lines.slice(at + 1);
  const place = more.slice(0, 3).find((line) => /^\s+\S+:\d+:\d+:$/.test(line));
  if (place) return `${message} (${place.trim().slice(0, -1)})`;
  // What explains it is indented; where to report a bug and where the log is are not for the person here.
  const end = more.findIndex((line) => /If you think this is a bug|^\S/.test(line));
  const notes = more.slice(0, end < 0 ? undefined : end).map((line) => line.trim());
  return [message, ...notes].filter(Boolean).join(' ').replaceAll(/\s+/g, ' ') || undefined;
}

function lastWords(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const words = lines.filter((line) => line && !/Logs were written to/.test(line)).slice(-3);
  return words.join(' ') || 'wrangler ended without a word';
}
