import { verifyWithJwks } from 'hono/jwt';
import { exportTokens } from './config.ts';
import { within } from './deadline.ts';

/**
 * The client id of the Cloudflare Access service token that a request was made with, when it is one that may export.
 * Access puts a signed assertion into a header; it is checked against the team's published keys.
 */
export async function serviceToken(env: Env, headers: Headers): Promise<string | undefined> {
  const assertion = headers.get('Cf-Access-Jwt-Assertion');
  if (!assertion || !env.ACCESS_TEAM.startsWith('http') || !env.ACCESS_AUD) return undefined;
  try {
    const claims = await within(
      3000,
      verifyWithJwks(assertion, {
        jwks_uri: new URL('/cdn-cgi/access/certs', env.ACCESS_TEAM).href,
        allowedAlgorithms: ['RS256'],
        verification: { aud: env.ACCESS_AUD, iss: env.ACCESS_TEAM },
      }),
    );
    const { common_name: name, exp } = claims;
    if (typeof name !== 'string' || typeof exp !== 'number') return undefined;
    return exportTokens(env).includes(name) ? name : undefined;
  } catch {
    return undefined;
  }
}
