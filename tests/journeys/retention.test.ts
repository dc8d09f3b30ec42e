import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { usualSettings } from '../../pages/content/settings.ts';
import { workingTimes } from '../../pages/working-hours.ts';
import { databaseOf } from '../../worker/database/client.ts';
import { readFigures } from '../../worker/desk/figures/read-figures.ts';
import { deleteExpired } from '../../worker/enquiries/delete-expired.ts';
import { withTombstoneId } from '../../worker/enquiries/tombstones.ts';
import { consumeEnquiries } from '../../worker/intake/consumer.ts';
import { insertEnquiry } from '../../worker/intake/insert-enquiry.ts';
import { fromMessage } from '../../worker/intake/queue-message.ts';
import { runJobs } from '../../worker/jobs.ts';
import { arrived, page, submit } from '../support/desk.ts';
import { watchedMail } from '../support/mail.ts';
import { earlyInMinute } from '../support/minute.ts';
import { atDesk, downloadLeads } from '../support/practitioner.ts';
import { withSettings } from '../support/settings.ts';
import { goodForm, send, visit } from '../support/visitor.ts';
import { atLink, linkOf } from '../support/yours.ts';

const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day);
const count = (table: string) => env.DB.prepare(`select count(*) as n from ${table}`).first('n');

test.each([
  ['came to nothing: six months', [], 180, 186],
  ['was closed: six months after', ['closedNoAnswer'], 180, 186],
  ['attended: a year', ['attendedFirst'], 364, 367],
])(
  'an enquiry that %s after anything was last done with it, it is deleted, with its notes, and not before',
  async (_what, moves, before, after) => {
    const { path } = await arrived();
    for (const [n, move] of moves.entries()) await submit(`${path}/stage`, { version: String(n), move });
    await submit(`${path}/notes`, { version: String(moves.length), note: 'A note' });
    await deleteExpired(env, inDays(before));
    expect(await count('enquiries')).toBe(1);
    await deleteExpired(env, inDays(after));
    expect([await count('enquiries'), await count('changes'), await count('tombstones')]).toEqual([0, 0, 1]);
  },
);

test('somebody whom the practice’s own records have is deleted a day later', async () => {
  const { path } = await arrived();
  await submit(`${path}/stage`, { version: '0', move: 'attendedFirst' });
  await submit(`${path}/hand-over`, { version: '1' });
  await deleteExpired(env, inDays(0.9));
  expect(await count('enquiries')).toBe(1);
  await deleteExpired(env, inDays(1.1));
  expect(await count('enquiries')).toBe(0);
});

test('what is in Review goes after 60 days, and only once it was in two daily mails', async () => {
  await arrived({ topic: 'x' });
  const { mail } = watchedMail();
  const run = async (days: number) => {
    const context = createExecutionContext();
    await runJobs({ ...env, ...mail }, context, inDays(days));
    await waitOnExecutionContext(context);
  };
  await deleteExpired(env, inDays(100));
  expect(await count('enquiries')).toBe(1);
  await run(1);
  await deleteExpired(env, inDays(100));
  expect(await count('enquiries')).toBe(1);
  await run(2);
  await deleteExpired(env, inDays(59));
  expect(await count('enquiries')).toBe(1);
  await deleteExpired(env, inDays(61));
  expect(await count('enquiries')).toBe(0);
});

test('how long can be set, and the privacy notice says what is set', async () => {
  await withSettings({ retention: { months: 2, attendedMonths: 12, reviewDays: 60 } });
  await arrived();
  expect(await (await visit('/privacy')).text()).toContain('2 months after anything was last done with it');
  await deleteExpired(env, inDays(55));
  expect(await count('enquiries')).toBe(1);
  await deleteExpired(env, inDays(63));
  expect(await count('enquiries')).toBe(0);
});

test('the desk warns 14 days before, and a reason keeps one for as long again', async () => {
  const { path, reference } = await arrived();
  await env.DB.prepare('update enquiries set received_at = ?').bind(inDays(-175).getTime()).run();
  expect(await page('/desk')).toContain('Deletions (1)');
  expect(await page('/desk/deletions')).toContain(reference);
  expect((await submit(`${path}/keep`, { version: '0', reason: ' ' })).status).toBe(422);
  await submit(`${path}/keep`, { version: '0', reason: 'A complaint is open' });
  expect(await page('/desk/deletions')).not.toContain(reference);
  expect(await page(path)).toContain('A complaint is open');
  await deleteExpired(env, inDays(170));
  expect(await count('enquiries')).toBe(1);
  await deleteExpired(env, inDays(190));
  expect(await count('enquiries')).toBe(0);
});

test('the figures go on counting what was deleted', async () => {
  const { path, id } = await arrived({ c: 'fb' });
  await submit(`${path}/stage`, { version: '0', move: 'booked' });
  const figures = () => readFigures(databaseOf(env.DB), 7, workingTimes(usualSettings), new Date());
  const before = await figures();
  await submit(`${path}/erase`, { id });
  const after = await figures();
  expect(after).toEqual({ ...before, replyHours: [] });
  const left = JSON.stringify(await env.DB.prepare('select * from gone_counts').first());
  expect(left).not.toMatch(/[\da-f]{64}|Ada/);
});

test('erasing finds linked enquiries, names the files that hold them, and leaves only a tombstone', async () => {
  await arrived({ name: 'Somebody Else', email: 'else@example.com' });
  await downloadLeads().then((file) => file.arrayBuffer());
  const one = await arrived();
  const two = await arrived({ name: 'A. Example' });
  await downloadLeads().then((file) => file.arrayBuffer());
  await downloadLeads('?q=nobody').then((file) => file.arrayBuffer());

  const person = await page(`${one.path}/person`);
  for (const shown of [one.reference, two.reference, 'leads-2-full-']) expect(person).toContain(shown);
  for (const absent of ['leads-1-full-', 'leads-3-full-', 'else@example.com'])
    expect(person).not.toContain(absent);
  const json = JSON.parse(await page(`${one.path}/person.json`));
  expect(json.held).toHaveLength(2);
  expect(json.held[0]).toMatchObject({ answers: { email: 'ada@example.com' }, reference: one.reference });

  const body = new URLSearchParams([
    ['id', one.id],
    ['id', two.id],
  ]);
  const erased = await atDesk(`${one.path}/erase`, { method: 'POST', body });
  expect(erased.status).toBe(200);
  const words = await erased.text();
  expect(words).toContain('2 enquiries are gone');
  expect(words).toMatch(/file 2\b/);
  expect(await count('enquiries')).toBe(1);
  const tombstones = await env.DB.prepare('select * from tombstones').all();
  expect(JSON.stringify(tombstones.results)).not.toMatch(/Ada|ada@|"reference"/);
});

test('only what the page showed can be erased by it', async () => {
  const { path } = await arrived();
  const other = await arrived({ name: 'Other', email: 'other@example.com' });
  expect((await submit(`${path}/erase`, { id: other.id })).status).toBe(400);
  expect((await submit(`${path}/erase`, {})).status).toBe(400);
  expect(await count('enquiries')).toBe(2);
});

test('a redelivered message or a restored row of an erased enquiry is refused; sending it again is a new enquiry', async () => {
  const form = { ...goodForm };
  await send(form);
  const message = await env.DB.prepare(
    `select 1 as version, id, reference, received_at as receivedAt, consent_version as consentVersion,
      key_id as keyId, sealed from enquiries`,
  ).first();
  const restored = fromMessage(message);
  if (!restored) throw new Error('nothing was stored');
  const { id } = restored;
  await submit(`/desk/enquiries/${id}/erase`, { id });
  await insertEnquiry(databaseOf(env.DB), await withTombstoneId(env, restored));
  const delivery = { id: 'm', body: message, attempts: 1, timestamp: new Date(), ack() {}, retry() {} };
  // Only what the consumer uses of a batch.
  await consumeEnquiries({ queue: 'enquiries', messages: [delivery] } as unknown as MessageBatch, env);
  expect(await count('enquiries')).toBe(0);

  await new Promise((resolve) => setTimeout(resolve, 5));
  expect((await send(form)).status).toBe(303);
  expect(await count('enquiries')).toBe(1);
});

const link = async (fields: Record<string, string> = {}) =>
  linkOf(await send({ ...goodForm, phone: '07700 900123', message: 'My words', ...fields }));

test('the visitor’s own link shows nothing until they say how they were to be reached', async () => {
  const own = await link();
  const asked = await visit(own);
  expect([asked.status, asked.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
  expect(await asked.text()).not.toMatch(/Ada|My words/);
  for (const contact of ['', 'bob@example.com', '07700 900124', 'ada@example.co'])
    expect([contact, (await atLink(own, { contact, action: 'see' })).status]).toEqual([contact, 422]);
  for (const contact of ['ada@example.com', ' ADA@Example.com ', '+44 7700 900123', '07700900123']) {
    const held = await atLink(own, { contact, action: 'see' });
    expect([contact, held.status, held.headers.get('Cache-Control')]).toEqual([contact, 200, 'no-store']);
    expect(await held.text()).toContain('My words');
  }
});

test('a link that was made up, or of another reference, is a page that is not there', async () => {
  const own = await link();
  const other = await linkOf(await send({ ...goodForm, name: 'Other' }));
  const [, , reference, tag] = own.split('/');
  const [, , , otherTag] = other.split('/');
  for (const path of [`/yours/${reference}/${otherTag}`, `/yours/${reference}/x`, `/yours/33333333/${tag}`]) {
    expect((await visit(path)).status).toBe(404);
    expect((await atLink(path, { contact: 'ada@example.com', action: 'see' })).status).toBe(404);
  }
  expect(
    (await atLink(own, { contact: 'ada@example.com', action: 'see' }, { 'Sec-Fetch-Site': 'cross-site' }))
      .status,
  ).toBe(403);
  expect((await atLink(own, { contact: 'ada@example.com', action: 'steal' })).status).toBe(400);
});

test('wrong tries are limited', async () => {
  const own = await link();
  await earlyInMinute();
  const statuses = [];
  for (let tries = 0; tries < 25; tries++)
    statuses.push((await atLink(own, { contact: `guess${tries}@example.com`, action: 'see' })).status);
  expect(statuses).toContain(429);
  expect(statuses.filter((status) => status === 422).length).toBeLessThanOrEqual(20);
}, 30_000);

test('a correction is kept, sealed, and in the history; mistakes keep every word', async () => {
  const own = await link();
  const contact = 'ada@example.com';
  const filled = await (await atLink(own, { contact, action: 'change' })).text();
  expect(filled).toContain('My words');
  const { formKey, consent, ...answers } = goodForm;
  const wrong = await atLink(own, {
    ...answers,
    contact,
    action: 'correct',
    name: '',
    message: 'Kept words',
  });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('Kept words');
  const right = await atLink(own, { ...answers, contact, action: 'correct', email: 'new@example.com' });
  expect(await right.text()).toContain('new@example.com');
  expect((await atLink(own, { contact, action: 'see' })).status).toBe(422);
  const list = await page('/desk');
  expect(list).toContain('new@example.com');
  const [, path = ''] = /href="(\/desk\/enquiries\/[\da-f]{64})"/.exec(list) ?? [];
  expect(await page(path)).toContain('visitor: corrected what was sent');
});

test('consent that is taken back closes the enquiry at once and deletes it at the next run of the cron', async () => {
  const own = await link();
  const contact = 'ada@example.com';
  expect(await (await atLink(own, { contact, action: 'withdraw' })).text()).toContain(
    'I will not use your enquiry',
  );
  expect(await page('/desk')).toContain('Closed (consent withdrawn)');
  await deleteExpired(env, new Date());
  expect(await count('enquiries')).toBe(0);
});

test('erasing asks once, and then nothing is left but the tombstone', async () => {
  const own = await link();
  const contact = 'ada@example.com';
  expect(await (await atLink(own, { contact, action: 'erase' })).text()).toContain('Yes, erase it');
  expect(await count('enquiries')).toBe(1);
  expect(await (await atLink(own, { contact, action: 'erase-for-good' })).text()).toContain('is erased');
  expect(await count('enquiries')).toBe(0);
  expect(await env.DB.prepare('select why from tombstones').first('why')).toBe('erased by the visitor');
  expect((await atLink(own, { contact, action: 'see' })).status).toBe(422);
});

test('of what was taken back the time of that stays', async () => {
  const link = await linkOf(await send(goodForm));
  await atLink(link, { contact: goodForm.email, action: 'withdraw' });
  const taken = await env.DB.prepare('select withdrawn_at as at from enquiries').first();
  await deleteExpired(env, inDays(1));
  expect(await env.DB.prepare('select at from tombstones').first()).toEqual(taken);
  expect(await count('enquiries')).toBe(0);
});
