import { currentConsent } from '../pages/content/consent.ts';
import type { Site } from '../scripts/site.ts';
import { countsAtDesk } from './desk.ts';
import { type Kind, loadInTurn } from './load.ts';
import type { Result } from './measure.ts';

export const landing: Kind = {
  method: 'GET',
  path: (n) => `/?c=fb-nov-a&utm_source=facebook&utm_medium=cpc&fbclid=click-${n}`,
  status: 200,
};

export const enquiry: Kind = {
  method: 'POST',
  path: () => '/enquiry',
  // Everybody has an address of their own, or the rate limit would be what is measured.
  headers: (n) => ({
    'CF-Connecting-IP': `2001:db8::${(n >> 16).toString(16)}:${(n & 0xffff).toString(16)}`,
    'Content-Type': 'application/x-www-form-urlencoded',
    'Sec-Fetch-Site': 'same-origin',
    'Accept-Language': 'en-GB',
  }),
  body: (n) =>
    `${new URLSearchParams({
      formKey: crypto.randomUUID(),
      name: `Person Number ${n}`,
      replyBy: 'email',
      email: `person-${n}@example.com`,
      message: `How much is it, and do you have an appointment for ${aName()}?`,
      consent: currentConsent,
      c: 'fb-nov-a',
    })}`,
  status: 303,
};

/** Letters that nobody had before. Numbers alone would make it the same message under other names, which is looked at apart. */
function aName(): string {
  return crypto.randomUUID().replace(/\d/g, (digit) => String.fromCharCode(103 + Number(digit)));
}

/** The landing page and the form, side by side with a Worker that does only the least, and one that does what is needed. */
export async function measureVisitors(site: Site, bare: Site, needed: Site): Promise<Result[]> {
  const urls = { site: site.url, bare: bare.url, needed: needed.url };
  const page = await (await fetch(site.url + landing.path(0))).text();
  for (const { url } of [bare, needed]) await fetch(url, { method: 'PUT', body: page });
  console.log('Timing the landing page …');
  const pages = await loadInTurn(landing, urls);
  console.log('Timing enquiries …');
  const before = await allAtDesk(site);
  const posts = await loadInTurn(enquiry, urls);
  const stored = (await allAtDesk(site)) - before;
  if (stored !== posts.site.sent)
    throw new Error(`${posts.site.sent} enquiries were accepted, and ${stored} are at the desk`);
  return [
    { measure: 'landing page, requests a second', value: pages.site.rate, unit: '1/s' },
    { measure: 'the same from a bare Worker', value: pages.bare.rate, unit: '1/s' },
    ratio('landing page, requests a second', pages.site.rate / pages.bare.rate, { least: 0.9 }),
    against('landing page, requests a second', pages.site.rate / pages.needed.rate),
    { measure: 'landing page, p99', value: pages.site.p99, unit: 'ms' },
    ratio('landing page, p99', pages.site.p99 / pages.bare.p99, { most: 1.15 }),
    against('landing page, p99', pages.site.p99 / pages.needed.p99),
    { measure: 'enquiries accepted, a second', value: posts.site.rate, unit: '1/s' },
    { measure: 'bare inserts, a second', value: posts.bare.rate, unit: '1/s' },
    ratio('enquiries accepted', posts.site.rate / posts.bare.rate, { least: 0.8 }),
    against('enquiries accepted', posts.site.rate / posts.needed.rate),
    { measure: 'accepted enquiries that are at the desk', value: stored, unit: 'rows' },
  ];
}

async function allAtDesk(site: Site): Promise<number> {
  const { inbox, review } = await countsAtDesk(site);
  return inbox + review;
}

/** A line beside the goal: how much of the loss is not ours. */
export function against(measure: string, value: number): Result {
  return { measure: `${measure}, of bare that does the needed`, value, unit: '×' };
}

/** A line that says how many times the bare Worker's figure it is. */
export function ratio(measure: string, value: number, goal: { least: number } | { most: number }): Result {
  const met = 'least' in goal ? value >= goal.least : value <= goal.most;
  const words = 'least' in goal ? `at least ${goal.least} of bare` : `at most ${goal.most} of bare`;
  return { measure: `${measure}, of bare`, value, unit: '×', goal: { words, met } };
}
