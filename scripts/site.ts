import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Stop } from './command.ts';
import { root, wrangler, wranglerEnvironment, wranglerError } from './wrangler.ts';

export interface Site {
  url: string;
  /** Wrangler's, which leads a process group of its own. */
  pid: number;
  /** Everything wrangler and the Worker have printed. */
  log(): string;
  /** Resolves when the site has ended, asked or not. */
  ended: Promise<unknown>;
  stop(): Promise<void>;
  /** Ends all of it at once, with no time to finish anything: as a power cut would. */
  kill(): Promise<void>;
}

interface Settings {
  /** Folder of the local D1. */
  state: string;
  envFile: string;
  /** The Worker's wrangler.toml, when it is not this repository's own. */
  config?: string;
  /** 0 takes any free one. */
  port: number;
  /** More for wrangler to know: unless it is told, its inspector takes any free port. */
  more?: readonly string[];
  /** Where to pass on what is printed once the site is up. */
  print?: (text: string) => void;
}

// Wrangler and its workerd end with us even when we are killed and cannot say goodbye.
const endWithParent = "data:text/javascript,process.on('disconnect',()=>process.kill(process.pid,'SIGTERM'))";

/** Starts the site on localhost and resolves when it answers. */
export async function startSite(settings: Settings): Promise<Site> {
  const { state, envFile, config, port, more = ['--inspector-port=0'], print } = settings;
  const args = ['dev', '--ip=localhost', `--port=${port}`, '--persist-to', state, '--env-file', envFile];
  args.push('--show-interactive-dev-session=false', ...more);
  if (config) args.push('--config', config);
  const child = spawn(process.execPath, ['--no-warnings', '--import', endWithParent, wrangler, ...args], {
    cwd: root,
    env: wranglerEnvironment(state),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A process group of its own, so that what wrangler starts can be ended with it.
    detached: process.platform !== 'win32',
  });
  let log = '';
  let up = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      if (up) print?.(text);
    });
  }
  const ended = once(child, 'close');
  const url = await Promise.race([answering(child), ended.then(() => undefined)]);
  if (!url) {
    await end(child);
    throw new Stop(`The site did not start: ${wranglerError(log)}`);
  }
  up = true;

  function stop() {
    // What its parts say while they go down interests nobody.
    up = false;
    return end(child);
  }
  async function kill() {
    up = false;
    killAll(child);
    await ended;
  }
  return { url, pid: child.pid ?? 0, log: () => log, ended, stop, kill };
}

/** The address, once wrangler says that it listens there and it has answered; undefined if that takes too long. */
async function answering(child: ChildProcess): Promise<string | undefined> {
  const signal = AbortSignal.timeout(60_000);
  try {
    const [message] = await once(child, 'message', { signal });
    const url = `http://localhost:${JSON.parse(String(message)).port}`;
    await fetch(url, { signal, redirect: 'manual' });
    return url;
  } catch {
    return undefined;
  }
}

/** Ends wrangler with everything it started, and resolves when they are gone. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    if (process.platform === 'win32') killAll(child);
    else child.kill('SIGTERM');
    await Promise.race([ended, pause(5000, undefined, { ref: false })]);
  }
  killAll(child);
}

function killAll({ pid }: ChildProcess): void {
  if (!pid) return;
  if (process.platform === 'win32') spawn('taskkill', ['/pid', `${pid}`, '/t', '/f']);
  try {
    if (process.platform !== 'win32') process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody was left in the group, as it should be.
  }
}
