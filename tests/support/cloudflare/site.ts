import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { Account } from './account.ts';
import type { Mail } from './mailbox.ts';
import { addressOf, listen } from './server.ts';

// The Worker that is online, as visitors reach it: whatever version is live when they ask.

export interface Site {
  /** Where it can be reached over http. */
  url: string;
  /** Runs the cron handler, as the clock does: with the first schedule, or another. */
  runCron(cron?: string): Promise<void>;
  /** What the Workers of this account sent, the oldest first. */
  mails: readonly Mail[];
  /** Refuses the next so many mails. */
  refuseMails(times: number): void;
  /** What the Workers of this account wrote to the console. What one throws is in its answer, a 500. */
  logs: readonly string[];
  stop(): Promise<void>;
}

export interface SiteOptions {
  /** Under which address the Worker believes it is: `https://practice.example`. Without it, the one it is asked by. */
  origin?: string;
  /** In which account it is. Without it, in the first one. */
  account?: Account;
}

export async function openSite(
  script: string,
  { account, origin }: SiteOptions & { account: Account },
): Promise<Site> {
  const { engine } = account;

  const server = createServer(async (asked, answer) => {
    try {
      // No such Worker: nothing answers at its address.
      if (!account.scripts.has(script)) return page(answer, 404, 1042);
      const base = origin ?? `http://${asked.headers.host}`;
      const { to, headers } = await engine.way(script, new URL(asked.url ?? '/', base).href);
      pass(asked, answer, to, headers);
    } catch (error) {
      engine.logs.push(String(error));
      page(answer, 500, 1101);
    }
  });
  await listen(server);

  function pass(asked: IncomingMessage, answer: ServerResponse, to: URL, extra: Record<string, string>) {
    // Nobody on the internet can speak to the runtime itself, which also knows the host from the address.
    const own = Object.entries(asked.headersDistinct).filter(([name]) => !/^(mf-|host$)/.test(name));
    const headers = { ...Object.fromEntries(own), ...extra };
    const onward = request(new URL(asked.url ?? '/', to).href, {
      method: asked.method,
      headers,
      agent: false,
    });
    onward.on('response', (came) => {
      came.pipe(answer.writeHead(came.statusCode ?? 500, came.headersDistinct));
    });
    onward.on('error', () => page(answer, 500, 1101));
    asked.pipe(onward);
  }

  async function runCron(cron = account.scripts.get(script)?.schedules[0] ?? ''): Promise<void> {
    const worker = await (await engine.running()).getWorker(script);
    const { outcome } = await worker.scheduled({ cron, scheduledTime: new Date() });
    if (outcome !== 'ok') throw new Error(`The cron handler ended with "${outcome}"`);
  }

  return {
    url: addressOf(server),
    runCron,
    mails: engine.mailbox.mails,
    refuseMails: engine.mailbox.refuse,
    logs: engine.logs,
    stop: () => new Promise((done) => server.close(() => done()).closeAllConnections()),
  };
}

/** What Cloudflare shows in place of a Worker: 1042 for none, 1101 for one that does not run. */
function page(answer: ServerResponse, status: number, code: number): void {
  answer.writeHead(status, { 'content-type': 'text/plain' }).end(`error code: ${code}`);
}
