import type { Request } from 'autocannon';
import { shownIn } from '../tests/support/shown-words.ts';
import { load } from './load.ts';
import { compare, inTurn, type Measure } from './measure.ts';
import { countStored } from './workerd.ts';
import { bareWorker, siteWith } from './workers.ts';

/** Enquiries of people who are all different, beside a Worker that inserts each form as it came. */
export async function measureEnquiry(): Promise<Measure[]> {
  const [site, bare] = [await siteWith(0), await bareWorker('insert')];
  const page = await (await fetch(site.url)).text();
  const words = shownIn(page);
  const forms = { request: (n: number) => formOf(n, words), status: 303, amount: 200, connections: 8 };
  const rounds = await inTurn(11, [site, bare], (worker) => load(worker, forms));
  const stored = await countStored(site, 'inbox');
  if (stored !== 2400) throw new Error(`2400 enquiries were accepted, and ${stored} are in the inbox`);
  return [
    compare(['enquiry accepted, processor', 'µs'], rounds, ({ processor }) => processor, { most: 1.6 }),
    compare(['enquiries accepted a second', ''], rounds, ({ rate }) => rate),
  ];
}

function formOf(n: number, words: ReturnType<typeof shownIn>): Request {
  // Nobody had these letters before: the same message under many names would be set aside as spam.
  const letters = btoa(crypto.randomUUID()).replace(/\d/g, '');
  const form = new URLSearchParams({
    formKey: crypto.randomUUID(),
    name: `Person Number ${n}`,
    replyBy: 'email',
    email: `person-${n}@example.com`,
    message: `How much is it, and do you have an appointment for ${letters}?`,
    ...words,
    c: 'fb-nov-a',
  });
  // No CF-Connecting-IP, so that the rate limit is not asked: the one that stands in for it locally writes to a database
  // of its own and looks through all senders, which would be a third of what is measured.
  const headers = {
    Accept: 'text/html',
    'Accept-Language': 'en-GB',
    'Content-Type': 'application/x-www-form-urlencoded',
    'Sec-Fetch-Site': 'same-origin',
    'User-Agent': 'Mozilla/5.0',
  };
  return { method: 'POST', path: '/enquiry', headers, body: form.toString() };
}
