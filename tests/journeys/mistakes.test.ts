import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { goodForm, referenceIn, send } from '../support/visitor.ts';

/** The mistakes as the summary lists them: field and message. */
async function mistakes(fields: Record<string, string>): Promise<Record<string, string>> {
  const answer = await send(fields);
  expect(answer.status).toBe(422);
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
  const page = await answer.text();
  expect(page).toContain('<title>Error: ');
  const [, summary = ''] = /role="alert"(.*?)<\/ul>/s.exec(page) ?? [];
  const links = [...summary.matchAll(/href="#(\w+)">([^<]*)</g)];
  for (const [, field] of links) expect(page).toContain(`id="${field}-mistake"`);
  return Object.fromEntries(links.map(([, field, message]) => [field, message]));
}

test('an empty form names every field that is needed, in the order of the form, and stores nothing', async () => {
  const found = await mistakes({ formKey: goodForm.formKey });
  expect(Object.keys(found)).toEqual(['name', 'replyBy', 'consent']);
  expect(await env.DB.prepare('select count(*) as n from enquiries').first('n')).toBe(0);
});

test('every typed value is kept beside the mistake', async () => {
  const answer = await send({
    ...goodForm,
    name: 'Ada "the <b>first</b>" O’Example',
    email: 'not an address',
    phone: '12',
    replyBy: 'call',
    voicemail: 'yes',
    goodTime: 'morning',
    message: '\nFirst line\nsecond </textarea><b>line</b>',
    c: 'fb-nov-a',
  });
  const page = await answer.text();
  expect(answer.status).toBe(422);
  for (const kept of [
    'value="Ada &quot;the &lt;b&gt;first&lt;/b&gt;&quot; O’Example"',
    'value="not an address"',
    'value="12"',
    'value="call" checked=""',
    'name="voicemail" value="yes" checked=""',
    'value="morning" checked=""',
    '\n\nFirst line\nsecond &lt;/textarea&gt;&lt;b&gt;line&lt;/b&gt;',
    'name="c" value="fb-nov-a"',
    `name="formKey" value="${goodForm.formKey}"`,
    `name="consent" value="${goodForm.consent}" checked=""`,
  ]) {
    expect(page).toContain(kept);
  }
  expect(page).not.toContain('<b>');
});

test('an answer that was not to choose from is told what there is to choose', async () => {
  expect(await mistakes({ ...goodForm, replyBy: 'pigeon', goodTime: 'never', voicemail: 'perhaps' })).toEqual(
    {
      replyBy: 'Choose how you would like a reply',
      goodTime: 'Choose when is a good time',
      voicemail: 'Tick the box if a message is fine, or leave it empty',
    },
  );
});

test('the way to reply that was chosen must have its address or number', async () => {
  expect(Object.keys(await mistakes({ ...goodForm, email: '' }))).toEqual(['email']);
  expect(Object.keys(await mistakes({ ...goodForm, replyBy: 'call' }))).toEqual(['phone']);
  expect(Object.keys(await mistakes({ ...goodForm, replyBy: 'text' }))).toEqual(['phone']);
  expect(Object.keys(await mistakes({ ...goodForm, replyBy: 'pigeon' }))).toEqual(['replyBy']);
  expect(Object.keys(await mistakes({ ...goodForm, name: ' ', email: '' }))).toEqual(['name', 'email']);
});

test('consent is the exact wording on the page: nothing else counts as agreed', async () => {
  for (const consent of ['', 'yes', 'consent-0']) {
    expect(Object.keys(await mistakes({ ...goodForm, consent }))).toEqual(['consent']);
  }
});

test('what is too long is named, with the limit counted in the characters people see', async () => {
  expect(await mistakes({ ...goodForm, message: 'x'.repeat(1001) })).toEqual({
    message: 'Your message must be 1,000 characters or fewer',
  });
  expect(Object.keys(await mistakes({ ...goodForm, name: '名'.repeat(101) }))).toEqual(['name']);
  referenceIn(await send({ ...goodForm, name: '名'.repeat(100), message: '👍'.repeat(1000) }));
});

test('a number that does not ring is asked about; any that rings is taken at once', async () => {
  const asking = { ...goodForm, replyBy: 'text', email: '' };
  for (const phone of ['12345', 'hello', '07700 900', '06 12 34 56 78', '++44', '0']) {
    expect([phone, Object.keys(await mistakes({ ...asking, phone }))]).toEqual([phone, ['phone']]);
  }
  for (const phone of [
    '0800 1111',
    '01632 960001',
    '+1 202 555 0143',
    '+91 98765 43210',
    '+44(0)20 7946 0018',
    '07700 900123 or 07700 900124',
    '020-7946-0018',
  ]) {
    referenceIn(await send({ ...asking, phone }));
  }
});

test('an address a mail could reach is taken at once, in any script; one it could not is asked about', async () => {
  for (const email of ['ada', 'ada@', '@example.com', 'ada@example', 'a da@example.com']) {
    expect([email, Object.keys(await mistakes({ ...goodForm, email }))]).toEqual([email, ['email']]);
  }
  for (const email of [
    'ada+back@example.com',
    'o’hara@example.co.uk',
    'añá@exämple.com',
    'ADA@EXAMPLE.COM',
    'ada@example.com.',
  ]) {
    referenceIn(await send({ ...goodForm, email }));
  }
});
