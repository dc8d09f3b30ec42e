import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { timingSafeEqual } from 'hono/utils/buffer';
import type { AppEnv } from '../http/app-env.ts';
import { routeOf } from '../http/route.ts';
import { triedTooOften } from '../intake/rate-limit.ts';
import { log } from '../log.ts';
import { type Reference, readReference } from '../reference.ts';
import { keyedToken } from '../sealing/keyed-token.ts';

/** 128 bits in base64url, as `keyedToken` makes them. */
const tagShape = /^[\w-]{22}$/;

/**
 * The reference in an address whose tag this Worker made for that purpose; any other address is a page that is not there.
 * Whoever has a right one never has to wait for those who guess.
 */
export async function requireTag(c: Context<AppEnv>, purpose: 'sent' | 'link'): Promise<Reference> {
  const { reference: text = '', tag = '' } = c.req.param() as { reference?: string; tag?: string };
  const reference = readReference(text);
  // First, because it costs nothing: neither keys nor limiter are asked about what cannot be ours.
  if (!reference || !tagShape.test(tag)) return refuse(c, 404);
  const { keys } = c.var;
  if (await timingSafeEqual(tag, await keyedToken(keys[purpose], reference))) return reference;
  const address = c.req.header('CF-Connecting-IP');
  const often = await triedTooOften(c.env.ENQUIRY_LIMIT, keys, 'tag', { reference, address });
  return refuse(c, often ? 429 : 404);
}

function refuse(c: Context<AppEnv>, status: 404 | 429): never {
  log({ event: 'request_refused', route: routeOf(c), status, refusal: 'wrong-tag' });
  throw new HTTPException(status);
}
