import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { addressOf, listen } from '../cloudflare/server.ts';
import { startTeam, unpacked } from './team.ts';

// A stand-in of Cloudflare in front of a site with Access on the path /desk: whoever has no session is sent to the
// team's sign-in, a form as well, whose words are then gone; afterwards the browser asks for the form's address with GET.

export type Edge = Awaited<ReturnType<typeof startEdge>>;

/** `tokens` are service tokens: the secret by client id. */
export async function startEdge(tokens: Readonly<Record<string, string>> = {}) {
  const team = await startTeam();
  const sessions = new Set<string>();
  let upstream = '';
  let isThere = () => true;
  let sessionSeconds = 24 * 3600;
  /** Headers that a zone's settings add to every answer. */
  let zoneHeaders: Record<string, string> = {};

  const server = createServer(async (asked, answer) => {
    const url = new URL(asked.url ?? '/', `http://${asked.headers.host}`);
    if (url.pathname === '/cdn-cgi/access/authorized') return authorize(url, answer);
    if (url.pathname === '/cdn-cgi/access/logout') return logOut(url, answer);
    if (!/^\/desk(\/|$)/.test(url.pathname)) return pass(asked, answer);
    const token = await tokenOf(asked);
    if (token) return pass(asked, answer, token);
    asked.resume();
    const back = encodeURIComponent(url.pathname + url.search);
    const login = `${team.origin}/cdn-cgi/access/login/${url.host}?kid=${team.audience}&redirect_url=${back}`;
    answer.writeHead(302, { Location: login }).end();
  });
  await listen(server);

  async function authorize(url: URL, answer: ServerResponse) {
    const [email = '', path = '/'] = unpacked(url.searchParams.get('nonce'));
    const token = await team.sign({ email }, sessionSeconds);
    sessions.add(token);
    const cookie = `CF_Authorization=${token}; Path=/desk; HttpOnly; SameSite=Lax`;
    answer.writeHead(302, { Location: path, 'Set-Cookie': cookie }).end();
  }

  function logOut(url: URL, answer: ServerResponse) {
    sessions.clear();
    const back = url.searchParams.get('returnTo');
    if (back) answer.writeHead(302, { Location: back }).end();
    else answer.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>You have been signed out</h1>');
  }

  async function tokenOf(asked: IncomingMessage): Promise<string | undefined> {
    const id = String(asked.headers['cf-access-client-id'] ?? '');
    const secret = asked.headers['cf-access-client-secret'];
    if (id && secret !== undefined && tokens[id] === secret) return team.sign({ common_name: id }, 3600);
    const [, cookie = ''] = /CF_Authorization=([^;]+)/.exec(asked.headers.cookie ?? '') ?? [];
    return sessions.has(cookie) && (await team.accepts(cookie)) ? cookie : undefined;
  }

  function pass(asked: IncomingMessage, answer: ServerResponse, token?: string) {
    if (!isThere()) return answer.writeHead(530).end('error code: 1016');
    // What a visitor sends under that name never comes through.
    const { 'cf-access-jwt-assertion': _, ...headers } = asked.headers;
    const onward = request(new URL(asked.url ?? '/', upstream).href, {
      method: asked.method,
      headers: { ...headers, ...(token && { 'Cf-Access-Jwt-Assertion': token }) },
      agent: false,
    });
    onward.on('response', (came) => {
      came.pipe(answer.writeHead(came.statusCode ?? 502, { ...came.headersDistinct, ...zoneHeaders }));
    });
    onward.on('error', () => answer.writeHead(522).end('error code: 522'));
    asked.pipe(onward);
  }

  return {
    /** As a browser on this computer knows it. */
    url: addressOf(server).replace('127.0.0.1', 'localhost'),
    team,
    /** Where the site itself is, once its address is known here. */
    leadTo(url: string, isKnown = () => true) {
      upstream = url;
      isThere = isKnown;
    },
    /** How long sessions last that begin from now on. */
    lasting(seconds: number) {
      sessionSeconds = seconds;
    },
    /** Every session is over, as when somebody revokes them. */
    endSessions: () => sessions.clear(),
    addHeaders(headers: Record<string, string>) {
      zoneHeaders = headers;
    },
    async stop() {
      await new Promise((done) => server.close(done).closeAllConnections());
      await team.stop();
    },
  };
}
