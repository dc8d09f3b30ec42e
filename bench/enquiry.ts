import type { Request } from 'autocannon';
import { processorBeside } from './beside.ts';
import { inTurn } from './load.ts';
import type { Measure } from './measure.ts';
import type { Running } from './workerd.ts';
import type { Workers } from './workers.ts';

const rounds = 11;
const amount = 200;

/** Enquiries of people who are all different, beside a Worker that inserts each form as it came. */
export async function measureEnquiry(workers: Workers): Promise<Measure[]> {
  const { site, before } = await workers.sites();
  const bare = await workers.bare('insert');
  await fetch(bare.url, { method: 'PUT', redirect: 'manual' });
  const page = await (await fetch(site.url)).text();
  const [, consent = ''] = /name="consent" value="([^"]+)"/.exec(page) ?? [];
  const enquiries = { request: (n: number) => enquiryOf(n, consent), status: 303, amount };
  const both = { site, bare, ...(before && { before }) };
  const counts = await Promise.all(Object.values(both).map(stored));
  const loads = await inTurn(rounds, enquiries, both);
  for (const [place, worker] of Object.values(both).entries()) {
    const more = (await stored(worker)) - (counts[place] ?? 0);
    // The first round, which warms up, is stored as well.
    if (more !== amount * (rounds + 1))
      throw new Error(`${amount * (rounds + 1)} enquiries were accepted, and ${more} are stored`);
  }
  return processorBeside('enquiries accepted', loads, 1.6);
}

function stored(worker: Running): Promise<number> {
  return worker.ask('select count(*) from enquiries');
}

function enquiryOf(n: number, consent: string): Request {
  const form = new URLSearchParams({
    formKey: crypto.randomUUID(),
    name: `Person Number ${n}`,
    replyBy: 'email',
    email: `person-${n}@example.com`,
    message: `How much is it, and do you have an appointment for ${madeUpName()}?`,
    consent,
    c: 'fb-nov-a',
  });
  return { method: 'POST', path: '/enquiry', headers: headersOf(n), body: form.toString() };
}

/** Letters that nobody had before: the same message under many names would be set aside as spam. */
function madeUpName(): string {
  return crypto.randomUUID().replace(/\d/g, (digit) => String.fromCharCode(103 + Number(digit)));
}

/** What a browser sends, from an address of its own: else the rate limit would be what is measured. */
function headersOf(n: number) {
  return {
    Accept: 'text/html',
    'Accept-Language': 'en-GB',
    'CF-Connecting-IP': `2001:db8:${(n >> 16).toString(16)}:${(n & 0xffff).toString(16)}::1`,
    'Content-Type': 'application/x-www-form-urlencoded',
    'Sec-Fetch-Site': 'same-origin',
    'User-Agent': 'Mozilla/5.0',
  };
}
