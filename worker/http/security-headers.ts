import { createMiddleware } from 'hono/factory';
import { attributionInAddress, withAttribution } from '../../pages/attribution.ts';
import { listedPaths, paths } from '../../pages/paths.ts';
import { styles } from '../../pages/styles.ts';
import { withoutEnd } from '../../pages/typed-text.ts';
import { signInOrigins } from '../config.ts';
import type { AppEnv } from './app-env.ts';

/** Every header that guards a response. */
export const securityHeaders = createMiddleware<AppEnv>(async function securityHeaders(c, next) {
  const policy = isDesk(c.req.path) ? deskPolicy(c.env) : undefined;
  await next();
  // Not c.header: after next() it makes a new response around the old one's stream, for each header.
  for (const [name, value] of headers) c.res.headers.set(name, value);
  if (policy) c.res.headers.set('Content-Security-Policy', policy);
  // It makes the browser start another process, which a slow phone pays for before it can show the page of an advert.
  if (!listedPaths.includes(c.req.path)) c.res.headers.set('Cross-Origin-Opener-Policy', 'same-origin');
});

function isDesk(path: string): boolean {
  return path === paths.inbox || path.startsWith(`${paths.inbox}/`);
}

const styleHashes = await Promise.all(Object.values(styles).map(sha256));

function contentPolicy(formAction: string): string {
  return [
    "default-src 'none'",
    `style-src ${styleHashes.join(' ')}`,
    "img-src 'self'",
    `form-action ${formAction}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** When the session has ended, Access sends a form on to the team's sign-in page; Chromium asks the policy at every hop. */
function deskPolicy(env: Env): string {
  return contentPolicy(["'self'", ...signInOrigins(env)].join(' '));
}

/** Sends what came by plain http to the same address by https, forms included. Only a site on this computer has no https. */
export const httpsOnly = createMiddleware<AppEnv>(async function httpsOnly(c, next) {
  const { url } = c.req;
  if (!url.startsWith('http:') || isLocal(new URL(url).hostname)) return next();
  // 308 and not 301: a browser sends a form again as it was.
  return c.redirect(mayTravel(url).replace('http:', 'https:'), 308);
});

/** Leads an address with a slash at its end to its page. */
export const withoutSlash = createMiddleware<AppEnv>(async function withoutSlash(c, next) {
  const { method, path, url } = c.req;
  // First, because it costs nothing: nearly every address ends otherwise.
  if (!path.endsWith('/') || path === '/' || method === 'POST') return next();
  const address = new URL(url);
  const page = withoutEnd(address.pathname, /\//);
  if (page === address.pathname || page === '') return next();
  address.pathname = page;
  return c.redirect(mayTravel(address.href), 301);
});

/** Of an advert's address only what may travel on: what names a condition or a person is not said again. */
function mayTravel(url: string): string {
  const [page = ''] = url.split('?');
  return isDesk(new URL(url).pathname) ? url : withAttribution(page, attributionInAddress(url));
}

function isLocal(host: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(host);
}

const headers = Object.entries({
  'Content-Security-Policy': contentPolicy("'self'"),
  'Strict-Transport-Security': 'max-age=63072000',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // Not no-referrer: with that, Chromium sends `Origin: null` on the page's own form post.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), browsing-topics=()',
});

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}
