import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Account } from './account.ts';
import type { Mail } from './mailbox.ts';
import { addressOf, listen } from './server.ts';

// The Worker that is online, as visitors reach it: whatever version is live when they ask.

export interface Site {
  /** Where it can be reached over http. */
  url: string;
  /** The same without a network, for a caller that wants to say the whole address. */
  fetch(url: string, init?: RequestInit): Promise<Response>;
  /** Runs the cron handler, as the clock does. */
  runCron(cron?: string): Promise<void>;
  /** What the Workers of this account sent, the oldest first. */
  mails: readonly Mail[];
  /** Refuses the next so many mails. */
  refuseMails(times: number): void;
  /** What the Workers wrote to the console. */
  logs: readonly string[];
  stop(): Promise<void>;
}

export interface SiteOptions {
  /** Under which address the Worker believes it is: `https://practice.example`. Without it, the one it was asked by. */
  origin?: string;
}

export async function openSite(
  account: Account,
  script: string,
  { origin }: SiteOptions = {},
): Promise<Site> {
  const { engine } = account;

  async function fetchFrom(url: string, init: RequestInit = {}): Promise<Response> {
    if (!account.scripts.has(script)) return new Response('error code: 1042', { status: 404 });
    const runtime = await engine.running();
    const headers = new Headers(init.headers);
    headers.set('MF-Route-Override', script);
    try {
      // Miniflare has fetch types of its own, of the same shape.
      const request = { ...init, headers: Object.fromEntries(headers), redirect: 'manual' } as object;
      return (await runtime.dispatchFetch(url, request)) as unknown as Response;
    } catch {
      // Cloudflare shows this page when a Worker throws; the exception itself is in `logs`.
      return new Response('error code: 1101', { status: 500 });
    }
  }

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', origin ?? `http://${request.headers.host}`);
    const answer = await fetchFrom(url.href, await initOf(request));
    const { 'set-cookie': _, ...headers } = Object.fromEntries(answer.headers);
    // The body is not compressed any more.
    delete headers['content-encoding'];
    delete headers['content-length'];
    response.writeHead(answer.status, { ...headers, 'set-cookie': answer.headers.getSetCookie() });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await listen(server);

  async function runCron(cron = account.scripts.get(script)?.schedules[0] ?? ''): Promise<void> {
    const worker = await (await engine.running()).getWorker(script);
    await worker.scheduled({ cron, scheduledTime: new Date() });
  }

  return {
    url: addressOf(server),
    fetch: fetchFrom,
    runCron,
    mails: engine.mails,
    refuseMails: engine.refuseMails,
    logs: engine.logs,
    stop: () => new Promise((done) => server.close(() => done()).closeAllConnections()),
  };
}

async function initOf(request: IncomingMessage): Promise<RequestInit> {
  const headers = new Headers();
  // Nobody on the internet can speak to the runtime itself, or say how the connection is held.
  for (const [name, value] of Object.entries(request.headersDistinct))
    if (!/^(mf-|connection$|keep-alive$|transfer-encoding$|host$|content-length$|expect$)/.test(name))
      for (const one of value ?? []) headers.append(name, one);
  const { method = 'GET' } = request;
  const body = method === 'GET' || method === 'HEAD' ? null : await buffer(request);
  return { method, headers, body };
}
