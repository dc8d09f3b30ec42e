import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { posted } from '../support/bodies.ts';
import { encodings } from '../support/encodings.ts';
import { sendWhileAllIsDown } from '../support/faults.ts';
import { valuesIn } from '../support/values.ts';
import { browserHeaders, goodForm, referenceIn, send, site, visit } from '../support/visitor.ts';
import { atLink, linkOf } from '../support/yours.ts';

const typed = {
  ...goodForm,
  phone: '07700 900123',
  voicemail: 'yes',
  goodTime: 'evening',
  message: 'My words',
  c: 'fb-nov-a',
};

/** What a browser from before Fetch Metadata sends. */
function sendByOld(fields: Record<string, string>, origin: string, from = '192.0.2.9'): Promise<Response> {
  const { 'Sec-Fetch-Site': _, ...headers } = browserHeaders;
  const init = { method: 'POST', body: new URLSearchParams(fields) };
  return visit('/enquiry', { ...init, headers: { ...headers, Origin: origin, 'CF-Connecting-IP': from } });
}

async function stored(): Promise<unknown> {
  return env.DB.prepare('select count(*) as n from enquiries').first('n');
}

test('a post from another site is not stored; its words are kept, and nothing in it counts as agreed', async () => {
  for (const answer of [
    await send(typed, { 'Sec-Fetch-Site': 'cross-site' }),
    await send(typed, { 'Sec-Fetch-Site': 'same-site' }),
    await sendByOld(typed, 'https://elsewhere.example'),
    await sendByOld(typed, 'null'),
    await visit('/enquiry', fromElsewhere()),
  ]) {
    expect(answer.status).toBe(403);
    const { consent, voicemail, ...values } = valuesIn(await answer.text());
    expect([consent, voicemail]).toEqual([undefined, undefined]);
    const { consent: _, voicemail: __, ...words } = typed;
    expect(values).toMatchObject(words);
  }
  expect(await stored()).toBe(0);
});

function fromElsewhere(): RequestInit {
  const { headers, ...init } = posted(encodings.multipart(Object.entries(typed)));
  return {
    ...init,
    headers: { ...Object.fromEntries(new Headers(headers)), 'sec-fetch-site': 'cross-site' },
  };
}

test('no other answer to another site’s post has a tick in it either', async () => {
  const elsewhere = { 'Sec-Fetch-Site': 'cross-site', 'CF-Connecting-IP': '192.0.2.31' };
  const statuses = new Set<number>();
  for (const fields of [{ ...typed, message: 'x'.repeat(70_000) }, { ...typed, email: 'x' }, typed])
    for (let times = 0; times < 15; times++) {
      const answer = await send(fields, elsewhere);
      statuses.add(answer.status);
      expect(valuesIn(await answer.text()).consent).toBeUndefined();
    }
  expect([...statuses]).toEqual([403, 429]);
}, 30_000);

test('one’s own mistakes do not take one’s own tick away', async () => {
  for (const answer of [
    await send({ ...typed, email: 'x' }),
    await send({ ...typed, message: 'x'.repeat(70_000) }),
    await sendWhileAllIsDown(typed),
  ])
    expect(valuesIn(await answer.text())).toMatchObject({ consent: typed.consent, voicemail: 'yes' });
});

test('a browser that never says which site it comes from gets through with its second press', async () => {
  const first = valuesIn(await (await sendByOld(typed, 'null')).text());
  const ticked = { ...first, consent: typed.consent };
  // A mistake in between asks for one more press, not for two.
  const mistake = await sendByOld({ ...ticked, email: 'x' }, 'null');
  expect(mistake.status).toBe(422);
  referenceIn(await sendByOld({ ...valuesIn(await mistake.text()), email: typed.email }, 'null'));
  expect(await stored()).toBe(1);
  // What other browsers send the second time is from this site anyway.
  referenceIn(await send(ticked));
  referenceIn(await sendByOld(ticked, site));
});

test('another site does not get through by sending blindly twice, nor with what it was shown itself', async () => {
  const shown = valuesIn(await (await sendByOld(typed, 'null', '198.51.100.1')).text());
  for (const fields of [typed, typed, { ...typed, pressTag: '' }, { ...typed, pressTag: 'x' }]) {
    expect((await sendByOld(fields, 'null')).status).toBe(403);
  }
  const stolen = { ...typed, pressTag: `${shown.pressTag}` };
  expect((await sendByOld(stolen, 'null')).status).toBe(403);
  const own = valuesIn(await (await sendByOld(typed, 'null')).text());
  const otherKey = { ...typed, formKey: crypto.randomUUID(), pressTag: `${own.pressTag}` };
  expect((await sendByOld(otherKey, 'null')).status).toBe(403);
  const tagged = { ...typed, pressTag: `${own.pressTag}` };
  expect((await send(tagged, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
  expect((await sendByOld(tagged, 'https://elsewhere.example')).status).toBe(403);
  expect(await stored()).toBe(0);
});

test('the page of one’s own enquiry takes such a browser too, and gives words back to any other', async () => {
  const own = await linkOf(await send({ ...typed, formKey: crypto.randomUUID() }));
  const see = { contact: typed.email, action: 'see' };
  const { 'Sec-Fetch-Site': _, ...headers } = browserHeaders;
  const init = { method: 'POST', body: new URLSearchParams(see), headers: { ...headers, Origin: 'null' } };
  expect((await visit(own, init)).status).toBe(200);

  const correction = { ...typed, contact: typed.email, action: 'correct', message: 'Corrected' };
  const answer = await atLink(own, correction, { 'Sec-Fetch-Site': 'cross-site' });
  expect(answer.status).toBe(403);
  const values = valuesIn(await answer.text());
  expect(values).toMatchObject({ contact: typed.email, message: 'Corrected' });
  expect(values.voicemail).toBeUndefined();
  expect(await (await atLink(own, { ...values, action: 'correct' })).text()).toContain('Corrected');
});

test('the form that a phone let go of says so, and is ready to be sent, with its campaign', async () => {
  const landing = await (await visit('/?c=fb-nov-a&utm_source=meta')).text();
  const [, action = ''] = /<form class="enquiry" method="post" action="([^"]+)"/.exec(landing) ?? [];
  const posting = {
    method: 'POST',
    body: new URLSearchParams({ ...typed, email: 'x' }),
    headers: browserHeaders,
  };
  const mistakes = await (await visit(action.replaceAll('&amp;', '&'), posting)).text();
  const [, again = ''] = /<form class="enquiry" method="post" action="([^"]+)"/.exec(mistakes) ?? [];

  const reopened = await visit(again.replaceAll('&amp;', '&'));
  expect([reopened.status, reopened.headers.get('Cache-Control')]).toEqual([200, 'private, no-cache']);
  const html = await reopened.text();
  expect(html).toContain('your words are gone');
  expect(html).toContain('href="mailto:');
  const values = valuesIn(html);
  expect(values).toMatchObject({ c: 'fb-nov-a', name: '', message: '' });
  expect(values.consent).toBeUndefined();
  expect(values.formKey).not.toBe(typed.formKey);
  const { formKey, ...words } = typed;
  referenceIn(await send({ ...words, ...values, name: 'Ada', email: typed.email, consent: typed.consent }));
  expect(await env.DB.prepare('select c from enquiries').first('c')).toBe('fb-nov-a');
});
