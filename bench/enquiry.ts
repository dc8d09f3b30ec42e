import type { Request } from 'autocannon';
import { load } from './load.ts';
import { compare, inTurn, type Measure } from './measure.ts';
import { countStored } from './workerd.ts';
import { bareWorker, siteWith } from './workers.ts';

const rounds = 11;
const amount = 200;

/** Enquiries of people who are all different, beside a Worker that inserts each form as it came. */
export async function measureEnquiry(): Promise<Measure[]> {
  const [site, bare] = [await siteWith(1000), await bareWorker('insert')];
  const page = await (await fetch(site.url)).text();
  const [, consent = ''] = /name="consent" value="([^"]+)"/.exec(page) ?? [];
  const forms = { request: (n: number) => formOf(n, consent), status: 303, amount, connections: 8 };
  const before = await countStored(site);
  const found = await inTurn(rounds, [site, bare], (worker) => load(worker, forms));
  const [sent, stored] = [amount * (rounds + 1), (await countStored(site)) - before];
  if (stored !== sent) throw new Error(`${sent} enquiries were accepted, and ${stored} are stored`);
  return [
    compare(['enquiry accepted, processor', 'µs'], found, ({ processor }) => processor, { most: 1.6 }),
    compare(['enquiries accepted a second', ''], found, ({ rate }) => rate),
  ];
}

function formOf(n: number, consent: string): Request {
  const form = new URLSearchParams({
    formKey: crypto.randomUUID(),
    name: `Person Number ${n}`,
    replyBy: 'email',
    email: `person-${n}@example.com`,
    message: `How much is it, and do you have an appointment for ${madeUpName()}?`,
    consent,
    c: 'fb-nov-a',
  });
  // From an address of its own: else the rate limit would be what is measured.
  const address = `2001:db8:${(n >> 16).toString(16)}:${(n & 0xffff).toString(16)}::1`;
  const headers = { ...browser, 'CF-Connecting-IP': address };
  return { method: 'POST', path: '/enquiry', headers, body: form.toString() };
}

/** Letters that nobody had before: the same message under many names would be set aside as spam. */
function madeUpName(): string {
  return crypto.randomUUID().replace(/\d/g, (digit) => String.fromCharCode(103 + Number(digit)));
}

const browser = {
  Accept: 'text/html',
  'Accept-Language': 'en-GB',
  'Content-Type': 'application/x-www-form-urlencoded',
  'Sec-Fetch-Site': 'same-origin',
  'User-Agent': 'Mozilla/5.0',
};
