import { env } from 'cloudflare:workers';
import { parse } from 'csv-parse/sync';
import { expect, test, vi } from 'vitest';
import { headlines } from '../../pages/content/headlines.ts';
import { app } from '../../worker/app.ts';
import { arrived, page } from '../support/desk.ts';
import { downloadLeads } from '../support/practitioner.ts';
import { shownIn } from '../support/shown-words.ts';
import { goodForm, send, visit } from '../support/visitor.ts';

/** Hidden fields of the campaign, as the browser would send them. */
function fieldsIn(html: string): Record<string, string> {
  const inputs = html.matchAll(/<input type="hidden" name="(c|utm_\w+)" value="([^"]*)"\/>/g);
  return Object.fromEntries([...inputs].map(([, name, value]) => [name, value]));
}

/** Goes from an advert's address to a sent form, and gives the row that was stored. */
async function cameBy(query: string) {
  const landing = await (await visit(`/?${query}`)).text();
  await send({ ...goodForm, formKey: crypto.randomUUID(), ...fieldsIn(landing) });
  const newest =
    'select c, utm_source, utm_medium, utm_campaign, utm_content from enquiries order by row desc';
  return env.DB.prepare(newest).first();
}

const nothing = { c: null, utm_source: null, utm_medium: null, utm_campaign: null, utm_content: null };

test('an advert’s code is stored, and its headline shown, however the address was mangled', async () => {
  const queries = ['c=research?fbclid=IwAR0', 'utm_term=back+pain&amp;C=Research%2F', 'c=%2572esearch.)'];
  for (const query of queries) {
    expect(await (await visit(`/?${query}`)).text()).toContain(headlines.research.heading);
    expect(await cameBy(query)).toEqual({ ...nothing, c: 'research' });
  }
  for (const c of ['', 'research', 'RESEARCH/'])
    await arrived({ c, ...shownIn(await (await visit(`/?c=${c}`)).text()) });
  const { results } = await env.DB.prepare(
    'select headline_version as shown from enquiries order by row',
  ).all();
  const [usual, research, mangled] = results.slice(-3).map(({ shown }) => shown);
  expect([research, usual === research]).toEqual([mangled, false]);
});

test('of the rest of the address nothing is kept', async () => {
  expect(
    await cameBy('c=fb-nov-a&utm_source=face%20book&utm_term=back+pain&gclid=abc&utm_medium=cpc'),
  ).toEqual({ ...nothing, c: 'fb-nov-a', utm_source: 'face-book', utm_medium: 'cpc' });
});

test.each([
  ['a condition', 'Back+Pain+November', /back|pain|november/i],
  ['a click id', 'gclid.Cj0KCQiAexample1_AAAAAAAAAAAAAAAA-BwE', /Cj0K/i],
  ['an email address', 'jane%2540clinic.example', /jane/i],
  ['a phone number', '%2B44+7700+900999', /900999/],
])('%s in a code is withheld: no page, header, log or row has it', async (_what, value, trace) => {
  const logged = ['log', 'warn', 'error'].map((name) => vi.spyOn(console, name as 'log'));
  const query = `c=${value}&utm_campaign=${value}&utm_source=x`;
  for (const path of ['/', '/evidence', '/privacy', '/accessibility', '/nowhere', '/enquiry']) {
    const answer = await visit(`${path}?${query}`);
    expect([...answer.headers].join()).not.toMatch(trace);
    // The page itself may speak of back pain; its links and fields may not.
    const carried = [...(await answer.text()).matchAll(/(?:href|value)="([^"]*[?(][^"]*)"/g)].map(
      ([, text]) => text,
    );
    expect(carried.join('\n')).not.toMatch(trace);
    if (path !== '/enquiry') expect(carried.join('\n')).toContain('c=(withheld)&amp;utm_source=x');
  }
  const plain = await app.request(`http://practice.example/?${query}`);
  expect([...plain.headers].join()).not.toMatch(trace);

  expect(await cameBy(query)).toEqual({
    ...nothing,
    c: '(withheld)',
    utm_source: 'x',
    utm_campaign: '(withheld)',
  });
  // Also when somebody sends the form by hand, and when it comes back with a mistake in it.
  const again = await send({ ...goodForm, name: '', c: decodeURIComponent(value) });
  expect(fieldsIn(await again.text())).toEqual({ c: '(withheld)' });
  expect(JSON.stringify(logged.map(({ mock }) => mock.calls))).not.toMatch(trace);
});

test('the desk says in its own words why there is no code, and which enquiries have none', async () => {
  const withheld = 'Withheld: it named a condition or a person';
  const unread = 'Could not be read: the advert’s address holds a placeholder that was not filled in';
  const [, , hidden] = [
    await arrived({ name: 'Ada' }),
    await arrived({ name: 'Ben', c: 'none' }),
    await arrived({ name: 'Cas', c: 'sciatica' }),
    await arrived({ name: 'Dee', utm_campaign: '{{campaign.name}}' }),
  ];
  const list = await page('/desk');
  expect(list).toContain(`<dd>${withheld}</dd>`);
  expect(list).toContain(`<dd>${unread}`);
  for (const [value, words] of [
    ['(none)', 'No campaign'],
    ['none', 'none'],
    ['(withheld)', withheld],
    ['(unreadable)', unread],
  ])
    expect(list).toMatch(
      new RegExp(`<option value="${value?.replace(/[()]/g, '\\$&')}">${words}[^<]*\\(1\\)`),
    );

  const shown = async (campaign: string) =>
    [...(await page(`/desk?campaign=${campaign}`)).matchAll(/<bdi>([^<]*)<\/bdi><\/a><\/h2>/g)].map(
      ([, name]) => name,
    );
  expect(await shown('(none)')).toEqual(['Ada']);
  expect(await shown('none')).toEqual(['Ben']);
  expect(await shown('(withheld)')).toEqual(['Cas']);
  expect(await shown('(unreadable)')).toEqual(['Dee']);

  expect(await page(hidden?.path ?? '')).toContain(`<dd>${withheld}</dd>`);
  const figures = await page('/desk/figures');
  for (const words of [withheld, unread, 'No campaign', '>none<']) expect(figures).toContain(words);

  const file = await (await downloadLeads('?campaign=(withheld)')).text();
  expect(parse(file, { bom: true, columns: true })).toMatchObject([{ name: 'Cas', c: withheld }]);
});
