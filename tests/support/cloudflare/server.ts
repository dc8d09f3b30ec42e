import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { envelope, Raw, Refusal, refused } from './answers.ts';
import { checkToken } from './permissions.ts';
import type { Asked, Found } from './router.ts';
import type { StandIn } from './state.ts';

// The HTTP side of the stand-in: reads a request to its end, lets the handler do it, and answers, or does not.

type Find = (method: string, path: string) => Found | undefined;

const base = '/client/v4';

export function apiServer(standIn: StandIn, find: Find): Server {
  return createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', standIn.origin);
    const { id, path } = placeOf(url.pathname);
    const method = request.method ?? 'GET';
    const body = await buffer(request);
    const asked = { request, method, path, id, query: url.searchParams, body };
    const { status, answer } = await answerTo(asked, standIn, find);
    const lost = standIn.faults.isLost(method, path);
    standIn.log.push({ method, path, query: url.search, status: lost ? null : status });
    if (lost) request.socket.destroy();
    else send(response, status, answer);
  });
}

type Incoming = Pick<Asked, 'method' | 'path' | 'query' | 'body'> & {
  request: IncomingMessage;
  id: string | undefined;
};

async function answerTo(incoming: Incoming, standIn: StandIn, find: Find) {
  const { method, path, id } = incoming;
  try {
    const headers = headersOf(incoming.request);
    if (!path.startsWith('/signed/')) checkToken(standIn, path, headers);
    standIn.faults.throwIfRefused(method, path);
    const found = find(method, path);
    if (!found) throw new Refusal(501, 501, `The stand-in does not know ${method} ${path}`);
    const account = id ? standIn.accounts.find((one) => one.id === id) : standIn.accounts[0];
    if (!account) throw new Refusal(403, 10000, 'Authentication error');
    const result = await found.handler(asked(incoming, headers, account, found.names), standIn);
    return { status: 200, answer: result instanceof Raw ? result : envelope(result) };
  } catch (error) {
    const refusal = error instanceof Refusal ? error : new Refusal(501, 501, `The stand-in failed: ${error}`);
    // What it does not know, and a mistake of its own, must not look like Cloudflare having a bad day.
    if (refusal.status === 501) standIn.unknown.push(`${method} ${path}: ${refusal.message}`);
    return { status: refusal.status, answer: refused(refusal) };
  }
}

function asked(
  { method, path, query, body }: Incoming,
  headers: Headers,
  account: Asked['account'],
  names: Found['names'],
): Asked {
  return {
    method,
    path,
    query,
    headers,
    body,
    account,
    named: (name) => names[name] ?? '',
    json: () => JSON.parse(body.toString()),
    form: () => new Response(new Uint8Array(body), { headers }).formData(),
  };
}

function placeOf(pathname: string): { id: string | undefined; path: string } {
  const path = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
  const [, id, rest] = /^\/accounts\/([^/]+)(\/.+)$/.exec(path) ?? [];
  return { id, path: rest ?? path };
}

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  return new Headers(
    Object.entries(headersDistinct).flatMap(([name, values = []]) =>
      values.map((value): [string, string] => [name, value]),
    ),
  );
}

function send(response: ServerResponse, status: number, answer: object): void {
  if (answer instanceof Raw) response.writeHead(status, answer.headers).end(answer.body);
  else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
}

export function listen(server: Server): Promise<void> {
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done()));
}

export function addressOf(server: Server): string {
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The server does not listen');
  return `http://127.0.0.1:${address.port}`;
}
