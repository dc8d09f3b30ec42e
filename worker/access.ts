import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { deskAddresses } from './config.ts';
import { within } from './deadline.ts';
import { serviceToken } from './service-token.ts';
import type { Site } from './site.ts';

/** Lets only a listed address through, as Cloudflare Access vouches for it. Anything unclear is refused. */
export const practitionerOnly = createMiddleware<Site>(async function practitionerOnly(c, next) {
  const token = isExport(c.req) ? await serviceToken(c.env, c.req.raw.headers) : undefined;
  if (token) c.set('byToken', true);
  c.set('practitioner', token ? `token ${token}` : await listedAddress(c));
  await next();
  c.header('Cache-Control', 'no-store');
});

/** Refuses a desk form that another site sent in the practitioner's name. */
export const sameOriginOnly = createMiddleware<Site>(async function sameOriginOnly(c, next) {
  // A service token's request comes from no browser, so no other site can have sent it.
  if (c.var.byToken) return next();
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (!reads && c.req.header('Sec-Fetch-Site') !== 'same-origin' && !isOwnOrigin(c.req.raw))
    throw new HTTPException(403);
  await next();
});

/** Whether a public form was sent from our own page, as far as the browser says. */
export function cameFromThisSite(request: Request): boolean {
  const site = request.headers.get('Sec-Fetch-Site');
  if (site) return site === 'same-origin' || site === 'none';
  return !request.headers.has('Origin') || isOwnOrigin(request);
}

function isOwnOrigin(request: Request): boolean {
  return request.headers.get('Origin') === new URL(request.url).origin;
}

// A program may have the file, and nothing else of the desk.
function isExport({ method, path }: { method: string; path: string }): boolean {
  return method === 'POST' && path === '/desk/exports';
}

async function listedAddress(c: Context<Site>): Promise<string> {
  const email = await signedInAddress(c);
  if (!email || !deskAddresses(c.env).includes(email)) throw new HTTPException(403);
  return email;
}

async function signedInAddress(c: Context<Site>): Promise<string | undefined> {
  // Hono's type leaves `access` out; the runtime sets it when Cloudflare Access authenticated the request.
  const { access } = c.executionCtx as { access?: CloudflareAccessContext };
  if (!access || !c.env.ACCESS_AUD || access.aud !== c.env.ACCESS_AUD) return undefined;
  const identity = await within(2000, access.getIdentity()).catch(() => undefined);
  return identity?.email?.trim().toLowerCase() || undefined;
}
