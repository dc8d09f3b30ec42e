import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { addressOf, listen } from '../cloudflare/server.ts';

// A stand-in of a Cloudflare Access team, which also is the identity provider of its own: it publishes its keys, signs
// people in, and sends them back to the application with what it signed.

export type Team = Awaited<ReturnType<typeof startTeam>>;

export async function startTeam() {
  let instant = false;
  const audience = crypto.randomUUID().replaceAll('-', '').repeat(2);
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'team-key', alg: 'RS256', use: 'sig' }];
  let down = false;
  let asked = 0;

  const provider = createServer((request, answer) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://provider');
    const back = searchParams.get('back');
    // A browser asks for an icon as well.
    if (!back) return answer.writeHead(404).end();
    return answer.writeHead(200, { 'Content-Type': 'text/html' }).end(
      page(`<h1>Identity provider</h1><form action="${back.split('?')[0]}">
        <input type="hidden" name="state" value="${new URL(back).searchParams.get('state')}">
        <label>Email <input name="email"></label><button>Continue</button></form>`),
    );
  });
  await listen(provider);

  const server = createServer((request, answer) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const redirect = (to: string) => answer.writeHead(302, { Location: to }).end();
    if (url.pathname === '/cdn-cgi/access/certs') {
      asked += 1;
      if (down) return answer.writeHead(502).end('Bad gateway');
      return answer
        .writeHead(200, { 'Content-Type': 'application/json' })
        .end(JSON.stringify({ keys, public_cert: {}, public_certs: [] }));
    }
    if (url.pathname.startsWith('/cdn-cgi/access/login/')) {
      const host = url.pathname.slice('/cdn-cgi/access/login/'.length);
      const state = packed([host, url.searchParams.get('redirect_url') ?? '/']);
      const back = `${origin}/cdn-cgi/access/callback?state=${state}`;
      const next = `${addressOf(provider)}/authorize?back=${encodeURIComponent(back)}`;
      if (instant) return redirect(next);
      return answer
        .writeHead(200, { 'Content-Type': 'text/html' })
        .end(
          page(
            `<h1>Sign in with your team</h1><a href="${next.replaceAll('&', '&amp;')}">Identity provider</a>`,
          ),
        );
    }
    if (url.pathname === '/cdn-cgi/access/callback') {
      const [host = '', path = '/'] = unpacked(url.searchParams.get('state'));
      const nonce = packed([url.searchParams.get('email') ?? '', path]);
      return redirect(`http://${host}/cdn-cgi/access/authorized?nonce=${nonce}`);
    }
    return answer.writeHead(404).end();
  });
  await listen(server);
  const origin = addressOf(server);

  /** What Access signs for a person, or with `common_name` for a service token. */
  function sign(who: { email: string } | { common_name: string }, seconds: number): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const person = 'email' in who ? { nbf: now, identity_nonce: crypto.randomUUID(), country: 'GB' } : {};
    return new SignJWT({ type: 'app', ...person, ...who })
      .setProtectedHeader({ alg: 'RS256', kid: 'team-key', typ: 'JWT' })
      .setAudience([audience])
      .setIssuer(origin)
      .setIssuedAt(now)
      .setExpirationTime(now + seconds)
      .setSubject('email' in who ? crypto.randomUUID() : '')
      .sign(privateKey);
  }

  /** Whether Access itself would still take it. */
  async function accepts(token: string): Promise<boolean> {
    return jwtVerify(token, publicKey, { audience, issuer: origin }).then(
      () => true,
      () => false,
    );
  }

  async function stop(): Promise<void> {
    for (const one of [server, provider]) await new Promise((done) => one.close(done).closeAllConnections());
  }

  return {
    origin,
    provider: addressOf(provider),
    audience,
    sign,
    accepts,
    /** How often its page of keys was asked for. */
    timesAsked: () => asked,
    goDown: (isDown: boolean) => {
      down = isDown;
    },
    /** Goes on to the identity provider by itself, as Access does with one login method and instant sign-in. */
    beInstant: (isInstant: boolean) => {
      instant = isInstant;
    },
    stop,
  };
}

/** A few words as they travel in an address. */
export function packed(words: readonly string[]): string {
  return Buffer.from(JSON.stringify(words)).toString('base64url');
}

export function unpacked(text: string | null): string[] {
  // Only `packed` makes it.
  return text ? (JSON.parse(Buffer.from(text, 'base64url').toString()) as string[]) : [];
}

function page(body: string): string {
  return `<!doctype html><html lang="en"><title>Access</title><body>${body}`;
}
