import { currentConsent } from '../../pages/content/consent.ts';

/** Typed into every field; no log may ever hold it. */
export const canary = 'zqcanaryqz';
const canaryPhone = '07700 900173';
export const typedWords = [canary, '7700 900173', '7700900173'];

export type Outcome =
  | { kind: 'confirmed'; reference: string }
  /** Told that it was not sent, with every typed word kept. */
  | { kind: 'refused' }
  /** The connection broke: no answer was seen, so nothing was promised. */
  | { kind: 'unanswered' }
  | { kind: 'wrong'; status: number };

/** Sends one made-up person's enquiry, as a browser would, and tells what that person was shown. */
export async function sendOne(url: string, person: number): Promise<Outcome> {
  const typed = {
    name: `${canary} ${person}`,
    email: `${canary}${person}@example.com`,
    phone: canaryPhone,
    message: `${canary} words ${person}`,
    // Every third is taken for a robot and goes to Review.
    topic: person % 3 === 0 ? canary : '',
    c: canary,
    utm_source: canary,
  };
  const formKey = crypto.randomUUID();
  const body = new URLSearchParams({ ...typed, formKey, replyBy: 'email', consent: currentConsent });
  try {
    const answer = await fetch(`${url}/enquiry`, {
      method: 'POST',
      body,
      redirect: 'manual',
      // Each from an address of its own, or the rate limit would stop them.
      headers: {
        Accept: 'text/html',
        'Accept-Language': 'en-GB',
        'Sec-Fetch-Site': 'same-origin',
        'CF-Connecting-IP': `2001:db8::${person.toString(16)}`,
      },
      signal: AbortSignal.timeout(20_000),
    });
    const page = await answer.text();
    const [, reference] = /^\/sent\/(\w{8})\//.exec(answer.headers.get('Location') ?? '') ?? [];
    if (answer.status === 303 && reference) return { kind: 'confirmed', reference };
    const kept = [...Object.values(typed), formKey].every((words) => page.includes(words));
    return answer.status === 503 && kept ? { kind: 'refused' } : { kind: 'wrong', status: answer.status };
  } catch {
    return { kind: 'unanswered' };
  }
}
