import type { SpamSignal } from '../../pages/content/spam-signals.ts';
import type { Form } from '../../pages/form.ts';
import type { Keys } from '../sealing/secret-keys.ts';
import { isFlooding } from './rate-limit.ts';

/** The signals that need no look at other enquiries, as they are stored. '' for none. */
export async function spamSignalsOf(env: Env, keys: Keys, request: Request, form: Form): Promise<string> {
  const { trap, values } = form;
  const { name, message, email, phone } = values;
  const repeatsAnswer = [name, email, phone].includes(trap);
  const found = {
    trap: trap !== '' && !repeatsAnswer,
    autofill: trap !== '' && repeatsAnswer,
    advert: hasLink(name) || /\[url|<a\s/iu.test(message),
    links: hasLink(message),
    flood: await isFlooding(env.FLOOD_LIMIT, keys, request.headers.get('CF-Connecting-IP') ?? undefined),
    headers: !sentByBrowser(request.headers),
  } satisfies Partial<Record<SpamSignal, boolean>>;
  return Object.entries(found)
    .flatMap(([signal, found]) => (found ? [signal] : []))
    .join(' ');
}

function hasLink(text: string): boolean {
  return /https?:\/\/|\bwww\.|\[url|<a\s/iu.test(text);
}

// Every browser has sent these for years. Safari before 16.4 has no Sec-Fetch-Site, but an Origin.
function sentByBrowser(headers: Headers): boolean {
  const saysWhence = headers.has('Sec-Fetch-Site') || headers.has('Origin');
  return saysWhence && ['User-Agent', 'Accept', 'Accept-Language'].every((name) => headers.has(name));
}
