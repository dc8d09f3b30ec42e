import { Refusal } from './answers.ts';
import type { Product, StandIn } from './state.ts';

// Whether the token is known, and whether it may see this part of the API.

const products: [Product, RegExp][] = [
  ['d1', /^\/d1\//],
  ['queues', /^\/queues/],
  ['workers', /^\/workers\//],
  ['zones', /^\/zones/],
  ['memberships', /^\/memberships/],
  ['user', /^\/user$/],
];

export function checkToken({ token, denied }: StandIn, path: string, headers: Headers): void {
  const given = headers.get('authorization')?.replace(/^Bearer /, '');
  // Static files come with the token of their upload.
  if (given !== token && !path.startsWith('/workers/assets/upload')) throw unknownToken(path);
  const product = products.find(([, pattern]) => pattern.test(path))?.[0];
  if (!product || !denied.has(product)) return;
  if (product === 'd1')
    throw new Refusal(
      403,
      7403,
      'The given account is not valid or is not authorized to access this service',
    );
  if (product === 'user') throw new Refusal(403, 9109, 'Unauthorized to access requested resource');
  throw new Refusal(403, 10000, 'Authentication error');
}

function unknownToken(path: string): Refusal {
  // wrangler takes 1000 for "this is an account's token", and goes on.
  if (path === '/user/tokens/verify') return new Refusal(401, 1000, 'Invalid API Token');
  if (/^\/(user|accounts|memberships|zones)/.test(path))
    return new Refusal(403, 9109, 'Invalid access token');
  return new Refusal(401, 10000, 'Authentication error');
}
