import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import type { Refusal } from '../../../pages/desk/desk-problem.tsx';
import { paths } from '../../../pages/paths.ts';
import { accessTeam, deskAddresses, launchTokens, leadsTokens, sameAddress } from '../../config.ts';
import { databaseOf } from '../../database/client.ts';
import { within } from '../../deadline.ts';
import { log } from '../../log.ts';
import type { AppEnv } from '../app-env.ts';
import { routeOf } from '../route.ts';
import { type Identity, readAssertion } from './assertion.ts';
import { recordDeskOpened } from './desk-opened.ts';

/** Somebody who may not open the desk, and why; the page says it in words. */
export class Refused extends HTTPException {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(403);
    this.refusal = refusal;
  }
}

/** Lets only a listed address through, as Cloudflare Access vouches for it. Anything unclear is refused. */
export const practitionerOnly = createMiddleware<AppEnv>(async function practitionerOnly(c, next) {
  const identity = await identify(c);
  if (identity.kind === 'program') {
    if (!tokensFor(c).includes(identity.name)) refuse(c, { why: 'program' });
    c.set('program', identity.name);
    c.set('practitioner', `token ${identity.name}`);
  } else {
    const email = deskAddresses(c.env).find((listed) => sameAddress(listed, identity.email));
    if (!email) refuse(c, { why: 'stranger', email: identity.email });
    c.set('practitioner', email);
    if (identity.session) {
      c.set('session', identity.session);
      c.executionCtx.waitUntil(recordDeskOpened(databaseOf(c.env.DB), routeOf(c)));
    }
  }
  await next();
  c.header('Cache-Control', 'no-store');
});

/** Refuses a desk form that another site sent in the practitioner's name. */
export const sameOriginOnly = createMiddleware<AppEnv>(async function sameOriginOnly(c, next) {
  // A service token's request comes from no browser, so no other site can have sent it.
  if (c.var.program) return next();
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
  const site = c.req.header('Sec-Fetch-Site');
  if (!reads && !(site ? site === 'same-origin' : isOwnOrigin(c.req.raw))) refuse(c, { why: 'elsewhere' });
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

/** Which programs may have what is asked for: of all the desk only the leads file, and the list of what is missing. */
function tokensFor({ env, req: { method, path } }: Context<AppEnv>): string[] {
  if (method === 'POST' && path === paths.leads) return leadsTokens(env);
  return method === 'GET' && path === paths.openingData ? launchTokens(env) : [];
}

/** The signed header decides where there is one. Only without it does the runtime's own word count, as under `npm start`. */
async function identify(c: Context<AppEnv>): Promise<Identity> {
  const assertion = c.req.header('Cf-Access-Jwt-Assertion');
  if (assertion === undefined) return identityOfRuntime(c);
  const team = accessTeam(c.env);
  const audience = c.env.ACCESS_AUD;
  if (!team || !audience) refuse(c, { why: 'not-set-up' });
  const found = await readAssertion(assertion, { team, audience });
  return typeof found === 'string' ? refuse(c, { why: found }) : found;
}

async function identityOfRuntime(c: Context<AppEnv>): Promise<Identity> {
  // Hono's type leaves `access` out; the runtime sets it when Cloudflare Access authenticated the request.
  const { access } = c.executionCtx as { access?: CloudflareAccessContext };
  if (!access || !c.env.ACCESS_AUD || access.aud !== c.env.ACCESS_AUD) refuse(c, { why: 'not-signed-in' });
  const identity = await within(2000, access.getIdentity()).catch(() => undefined);
  const email = identity?.email?.trim();
  return email ? { kind: 'person', email } : refuse(c, { why: 'not-signed-in' });
}

function refuse(c: Context<AppEnv>, refusal: Refusal): never {
  log({ event: 'desk_refused', route: routeOf(c), status: 403, refusal: refusal.why });
  throw new Refused(refusal);
}
