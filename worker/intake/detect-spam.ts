import type { SpamSignal } from '../../pages/content/spam-signals.ts';
import type { Form } from '../../pages/form.ts';

/** The spamSignals that need no look at other enquiries, as they are stored. '' for none. */
export function spamSignalsOf(request: Request, { trap, values }: Form): string {
  const found = {
    trap: trap !== '',
    links: hasLink(values.name) || hasLink(values.message),
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
