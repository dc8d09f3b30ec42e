import { env } from 'cloudflare:workers';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { arrived, page, submit } from '../support/desk.ts';
import { sendWhileAllIsDown } from '../support/faults.ts';
import { atDesk, downloadLeads } from '../support/practitioner.ts';
import { goodForm, referenceIn, send } from '../support/visitor.ts';
import { atLink, linkOf } from '../support/yours.ts';

type Fields = Record<string, string>;

/** The fields as the page sends them on when nothing in it is changed: what was typed, and what it asks about. */
async function unchanged(answer: Response, fields: Fields): Promise<Fields> {
  expect(answer.status).toBe(422);
  const html = await answer.text();
  const asked = [...html.matchAll(/type="hidden" name="(asked-\w+)" value="([^"]*)"/g)];
  for (const name of ['email', 'phone'])
    if (fields[name]) expect(html).toContain(`name="${name}" value="${inHtml(fields[name])}"`);
  return { ...fields, ...Object.fromEntries(asked.map(([, name, value = '']) => [name, value])) };
}

function inHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/'/g, '&#39;');
}

/** An enquiry that is asked about and sent again as it was; the text of its page at the desk. */
async function sentTwice(fields: Fields): Promise<string> {
  const form = { ...goodForm, formKey: crypto.randomUUID(), ...fields };
  const again = await unchanged(await send(form), form);
  const { path } = await arrived(again);
  return page(path);
}

async function leads(): Promise<Record<string, string>[]> {
  return parse(Buffer.from(await (await downloadLeads()).arrayBuffer()), { bom: true, columns: true });
}

const calling = { replyBy: 'call', email: '' };

test.each([
  ['07700 90012', 'One digit seems to be missing', 'The number may lack a digit.', 'tel:0770090012'],
  ['087 123 4567', 'Is it an Irish number?', 'It may be an Irish number without +353.', 'tel:0871234567'],
  ['07700 9001234', 'one digit too many', 'The number may have a digit too many.', 'tel:077009001234'],
  ['+33 6 12 34 56', 'A digit seems to be missing', 'The number may lack a digit.', 'tel:+336123456'],
])(
  '%s is asked about once, with every word kept, and stored when it comes again',
  async (phone, asked, told, link) => {
    const form = { ...goodForm, ...calling, phone, message: 'My words' };
    const answer = await send(form);
    const html = await answer.clone().text();
    expect(html).toContain(asked);
    expect(html).toContain('If what you typed is right, leave it and press the button again');
    expect(html).toContain('My words');

    const { path } = await arrived({ ...(await unchanged(answer, form)), formKey: goodForm.formKey });
    for (const where of [path, '/desk']) {
      const desk = await page(where);
      expect(desk).toContain(told);
      expect(desk).toContain(`href="${link}"`);
      expect(desk).toContain(`Call ${phone}`);
    }
    expect(await page(`/desk?q=${encodeURIComponent(phone)}`)).toContain('Ada Example');
  },
);

test('what cannot be a way to reply at all is asked about too, and never refused for ever', async () => {
  const desk = await sentTwice({ ...calling, phone: 'ask my sister' });
  expect(desk).toContain('There is no number in it.');
  expect(desk).not.toMatch(/href="(?:tel|sms):/);
  expect(await sentTwice({ email: 'ada.example.com' })).toContain('It does not look like an email address');
  expect(await sentTwice({ email: 'none', phone: 'none' })).toContain('There is no number in it.');
});

test('an address with a slip is asked about once, with what was likely meant', async () => {
  const form = { ...goodForm, email: 'ada@gmial.com' };
  const answer = await send(form);
  expect(await answer.clone().text()).toContain('Did you mean ada@gmail.com? If what you typed is right');
  const again = await unchanged(answer, form);
  // Taken, or changed to what was meant: both are stored.
  const { path } = await arrived({ ...again, email: 'ada@gmail.com' });
  expect(await page(path)).not.toContain('They may mean');
  const taken = await arrived(again);
  expect(await page(taken.path)).toContain('They may mean ada@gmail.com.');
  expect(await page(taken.path)).toContain('ada%40gmial.com');
});

test('only the same value counts as seen: another doubtful one is asked about anew', async () => {
  const form = { ...goodForm, ...calling, phone: '07700 90012' };
  const again = await unchanged(await send(form), form);
  const other = { ...again, phone: '07700 90013' };
  referenceIn(await send(await unchanged(await send(other), other)));
  referenceIn(await send({ ...again, phone: ' 0770090012\u202c', formKey: crypto.randomUUID() }));
});

test('another mistake beside it, and a page that says it was not sent, still know what was asked', async () => {
  const form: Fields = { ...goodForm, ...calling, phone: '07700 90012', name: '' };
  const first = await unchanged(await send(form), form);
  const second = await unchanged(await send(first), form);
  referenceIn(await send({ ...second, name: 'Ada' }));
  const named = { ...second, name: 'Ada', formKey: crypto.randomUUID() };
  const otherSite = await (await send(named, { 'Sec-Fetch-Site': 'cross-site' })).text();
  expect(otherSite).toContain('name="asked-phone" value="07700 90012"');
  expect(await (await sendWhileAllIsDown({ ...goodForm, ...second, name: 'Ada' })).text()).toContain(
    'name="asked-phone"',
  );
});

test('both fields can be in doubt at once, and are asked about at once', async () => {
  const desk = await sentTwice({ email: 'ada@hotmial.co.uk', phone: '0770090012' });
  expect(desk).toContain('They may mean ada@hotmail.co.uk.');
  expect(desk).toContain('The number may lack a digit.');
});

test('somebody who wants a call and gives only an address is asked for a number once, then written to', async () => {
  const desk = await sentTwice({ replyBy: 'call', phone: '' });
  expect(desk).toContain('Write to ada@example.com');
  expect(desk).toContain('They would like a reply by phone call, and gave no number.');
  expect(await sentTwice({ replyBy: 'email', email: '', phone: '07700 900123' })).toContain(
    'Call 07700 900123',
  );
});

test('nothing at all to reply to, no name that can be seen and no consent stay mistakes', async () => {
  const none: Fields = { ...goodForm, email: '\u200b', phone: '\u202c ' };
  for (const fields of [none, { ...goodForm, name: '\u3164\u200b\u2800' }, { ...goodForm, consent: '' }]) {
    const again = await unchanged(await send(fields), fields);
    expect((await send(again)).status).toBe(422);
  }
});

test('by hand it is the same: asked once, then stored with its doubt', async () => {
  const form: Fields = { ...goodForm, ...calling, phone: '07700 90012', takenBy: 'phone' };
  const again = await unchanged(await submit('/desk/enquiries', form), form);
  const stored = await submit('/desk/enquiries', again);
  expect(stored.status).toBe(303);
  expect(await page(stored.headers.get('Location') ?? '')).toContain('The number may lack a digit.');
});

test('the words around a number stay with it: at the desk, in the full file, and for the sender', async () => {
  const sent = await send({
    ...goodForm,
    replyBy: 'call',
    phone: '\u202dMob: 07700 900123\u202c, not after 6pm',
  });
  const reference = referenceIn(sent);
  const { id } = (await env.DB.prepare('select id from enquiries').first()) ?? {};
  for (const where of ['/desk', `/desk/enquiries/${id}`, `/desk/enquiries/${id}/person`]) {
    expect(await page(where)).toContain('Mob:, not after 6pm');
    expect(await page(where)).toContain('tel:+447700900123"');
  }
  const [row] = await leads();
  expect(row).toMatchObject({ reference, phone: '07700 900123', phone_remark: 'Mob:, not after 6pm' });
  const contacts = await (await downloadLeads('', { kind: 'contacts' })).text();
  expect(contacts).not.toContain('not after 6pm');
  expect(JSON.stringify(await (await atDesk(`/desk/enquiries/${id}/person.json`)).json())).toContain(
    'not after 6pm',
  );
  const link = await linkOf(sent);
  const held = await (await atLink(link, { contact: '07700900123', action: 'see' })).text();
  expect(held).toContain('Mob:, not after 6pm');

  // Correcting something else leaves them as they are.
  const change = await (await atLink(link, { contact: '07700900123', action: 'change' })).text();
  const [, phone = ''] = /name="phone" value="([^"]*)"/.exec(change) ?? [];
  expect(phone).toBe('07700 900123, Mob:, not after 6pm');
  const fields = { ...goodForm, phone, contact: '07700900123', action: 'correct', name: 'Ada Two' };
  expect(await (await atLink(link, fields)).text()).toContain('Mob:, not after 6pm');
});

test('a number in doubt opens as text in a spreadsheet, with every digit', async () => {
  for (const phone of ['0770090012', '012345678', '06/12/34', '111'])
    await sentTwice({ phone, formKey: crypto.randomUUID() });
  for (const { phone = '' } of await leads()) expect(phone).toMatch(/^\d+ [\d ]+$/);
});

test('a correction of one’s own is asked about once, and what was stored in doubt is not asked about again', async () => {
  const link = await linkOf(await send(goodForm));
  const contact = goodForm.email;
  const fields: Fields = { ...goodForm, phone: '07700 90012', contact, action: 'correct' };
  const again = await unchanged(await atLink(link, fields), fields);
  expect(await (await atLink(link, again)).text()).toContain('This is what I have now');
  const change = await (await atLink(link, { contact, action: 'change' })).text();
  expect(change).toContain('name="asked-phone" value="07700 90012"');
  const next = { ...fields, 'asked-phone': '07700 90012', name: 'Ada Two' };
  expect(await (await atLink(link, next)).text()).toContain('This is what I have now');
  // And it opens the enquiry, however it is written.
  expect((await atLink(link, { contact: '\u202d0770090012', action: 'see' })).status).toBe(200);
});

test.each([
  [
    '020 7946 0018 ext 12',
    [
      '02079460018',
      '+44 20 7946 0018',
      '(020) 7946-0018 x99',
      '\u202d+442079460018\u202c',
      '０２０７９４６００１８',
      'Tel: 020 7946 0018 (work)',
    ],
  ],
  ['+353 87 123 4567', ['00353 87 123 4567', '+353871234567']],
  ['ask my sister', ['Ask my sister ']],
])('an enquiry with %s is found by its number in any writing', async (phone, writings) => {
  const form: Fields = { ...goodForm, phone };
  const first = await send(form);
  const link = await linkOf(first.status === 303 ? first : await send(await unchanged(first, form)));
  for (const contact of writings)
    expect([contact, (await atLink(link, { contact, action: 'see' })).status]).toEqual([contact, 200]);
  for (const contact of ['02079460019', 'none', '', '\u200b', 'x12'])
    expect([contact, (await atLink(link, { contact, action: 'see' })).status]).toEqual([contact, 422]);
});

test('an enquiry is found by its address, whatever came along with it', async () => {
  const link = await linkOf(await send(goodForm));
  for (const contact of [
    'ADA@example.com',
    '\u200bada@example.com,',
    '<ada@example.com>',
    'mailto:ada@example.com',
    'Ada <ada＠example.com>',
  ])
    expect([contact, (await atLink(link, { contact, action: 'see' })).status]).toEqual([contact, 200]);
});

test('the same number is known again without its extension; words that are no number make nobody the same person', async () => {
  const { path } = await arrived({ phone: '020 7946 0018 ext 12', email: 'one@example.com' });
  const other = await arrived({ phone: '+44 20 7946 0018', email: 'two@example.com' });
  expect(await page(path)).toContain(other.reference);
  expect(await sentTwice({ phone: 'none', email: 'three@example.com' })).not.toContain('The same person?');
  expect(await sentTwice({ phone: 'none', email: 'four@example.com' })).not.toContain('The same person?');
});

test('somebody who wants a text gets one on a landline, and the desk offers the call', async () => {
  for (const phone of ['020 7946 0018', '0808 157 0123', '0300 123 4567']) {
    const { path } = await arrived({ replyBy: 'text', email: '', phone });
    expect(await page(path)).toContain('a text may not arrive');
    expect(await page(path)).toMatch(/href="tel:\+44\d+">Call instead/);
  }
  const mobile = await arrived({ replyBy: 'text', email: '', phone: '07700 900123' });
  expect(await page(mobile.path)).not.toContain('a text may not arrive');
});

test('a call that costs extra is marked', async () => {
  for (const phone of ['0909 879 0123', '0870 123 4567']) {
    const { path } = await arrived({ ...calling, phone });
    expect(await page(path)).toContain('A call to this number costs extra');
  }
  expect(await sentTwice({ ...calling, phone: '118 118' })).toContain('A call to this number costs extra');
});

test('marks that nobody sees are not looked for at the desk', async () => {
  await arrived({ name: 'Ja\u00adne Doe', phone: '\u202d07700 900123' });
  for (const q of ['\u202dJane\u202c', 'Ja\u200bne Doe', '\ufeff07700 900123', '\u202a+44 7700 900123\u202c'])
    expect([q, (await page(`/desk?q=${encodeURIComponent(q)}`)).includes('Jane Doe')]).toEqual([q, true]);
  expect(await page(`/desk?q=${encodeURIComponent('０７７００　９００１２３')}`)).toContain('Jane Doe');
  await arrived({ name: 'علی\u200cرضا' });
  for (const q of ['علی\u200cرضا', 'علیرضا'])
    expect(await page(`/desk?q=${encodeURIComponent(q)}`)).toContain('علی\u200cرضا');
});
