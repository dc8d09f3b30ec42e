import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { styleText } from 'node:util';
import { interrupted, Stop } from '../command.ts';
import { forOwnerOnly, quiet, root, wrangler, wranglerError } from '../wrangler.ts';

interface Call {
  /** What wrangler is to read, such as a secret: it goes in unseen. */
  input?: string;
  /** The path of the merged configuration; calls before there is a site have none. */
  config?: string | undefined;
  /** Shows what wrangler prints as it comes. */
  show?: boolean;
}

export interface Answer {
  ok: boolean;
  stdout: string;
  /** Why it failed, in wrangler's own words. */
  why: string;
}

/** Runs wrangler on the account, after saying so, and gives what it printed. It asks nobody anything. */
export async function askAccount(args: readonly string[], call: Call = {}): Promise<Answer> {
  const { input = '', config, show = false } = call;
  console.log(
    styleText('dim', `  wrangler ${args.join(' ')}${input ? '   (the value goes in unseen)' : ''}`),
  );
  const all = ['--no-warnings', wrangler, ...args, ...(config ? ['--config', config] : [])];
  const child = forOwnerOnly(() => spawn(process.execPath, all, { cwd: root, env: accountEnvironment() }));
  if (show) {
    child.stdout.pipe(process.stdout, { end: false });
    child.stderr.pipe(process.stderr, { end: false });
  }
  // A wrangler that ends early does not read to the end.
  child.stdin.on('error', () => undefined);
  // Without a terminal wrangler takes its own usual answer to whatever it would ask.
  child.stdin.end(input);
  const ended = once(child, 'close');
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code, signal] = await ended;
  // A terminal sends Ctrl-C to wrangler and to us. Whoever hears of it first, it is no failure of wrangler's.
  if (signal === 'SIGINT') interrupted();
  if (code !== 0) await pause(100);
  return { ok: code === 0, stdout, why: code === 0 ? '' : reasonIn(`${stderr}\n${stdout}`) };
}

/** As `askAccount`, and stops with wrangler's words when it fails. */
export async function runOnAccount(args: readonly string[], call: Call = {}): Promise<string> {
  const { ok, stdout, why } = await askAccount(args, call);
  if (!ok) throw new Stop(`\`wrangler ${args.slice(0, 3).join(' ')}\` did not succeed: ${why}`);
  return stdout;
}

/** Runs wrangler with the terminal it is given, and returns its exit code. */
export async function handToWrangler(args: readonly string[]): Promise<number> {
  const all = ['--no-warnings', wrangler, ...args];
  const child = spawn(process.execPath, all, { cwd: root, env: accountEnvironment(), stdio: 'inherit' });
  const [code] = await once(child, 'close');
  return code ?? 1;
}

/** What it printed as JSON; undefined when it failed, or printed none. */
export function jsonIn(text: string): unknown {
  const start = text.search(/[[{]/);
  try {
    return start < 0 ? undefined : JSON.parse(text.slice(start));
  } catch {
    return undefined;
  }
}

/** Wrangler's environment for the account: no colour, no questions, and a log folder that git ignores. */
export function accountEnvironment(): NodeJS.ProcessEnv {
  const { CLOUDFLARE_CF_FETCH_ENABLED: _, ...settings } = quiet;
  const environment: NodeJS.ProcessEnv = { ...process.env, ...settings };
  environment.WRANGLER_LOG_PATH = join(root, '.wrangler/account/logs');
  // Set to "false" it would write what is sent, secrets included, into the log.
  environment.WRANGLER_LOG_SANITIZE = 'true';
  // Keys that a command was given are no business of the programs that it starts, and what is left over in a terminal
  // must not lead them to another account than the site's.
  for (const name of ['SEAL_KEYS', 'NEW_KEY', 'ROOT_KEY']) delete environment[name];
  for (const name of ['CLOUDFLARE_ACCOUNT_ID', 'CLOUDFLARE_ENV', 'FORCE_COLOR']) delete environment[name];
  return environment;
}

/** Wrangler's own sentence, and for a known cause what to do about it first. */
export function reasonIn(printed: string): string {
  const why = wranglerError(printed);
  const [, help] = causes.find(([cause]) => cause.test(printed)) ?? [];
  return help ? `${help} (Wrangler: ${why})` : why;
}

const causes: [RegExp, string][] = [
  [
    /fetch failed|other side closed|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|socket hang up/i,
    'Cloudflare could not be reached, or its answer was lost. Check your network, and run this again: what was made so far stays.',
  ],
  [
    /Invalid API Token|code: 1000\b|code: 6003|code: 9109|code: 10000|code: 7403|Authentication error/i,
    'Cloudflare does not accept the sign-in for this: the token in CLOUDFLARE_API_TOKEN is wrong, has expired, or lacks a permission (Workers Scripts, D1, Queues: edit; Zone, DNS, Workers Routes: edit). Without that variable `npm run setup` signs you in by browser.',
  ],
  [
    /not logged in|CLOUDFLARE_API_TOKEN environment variable|code: 10001|code: 9106/i,
    'You are not signed in to Cloudflare. Run `npm run setup` on a terminal: it opens a browser for that.',
  ],
  [
    /Workers Paid|paid plan|code: 10023|free (plan|tier)|queue settings are invalid/i,
    'That needs Workers Paid, 5 US dollars a month: a queue holds what waits in it for 14 days. Cloudflare, Workers & Pages, Plans.',
  ],
];
