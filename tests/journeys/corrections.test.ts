import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { spamSignals } from '../../pages/content/spam-signals.ts';
import { app } from '../../worker/app.ts';
import { recoverSetAside } from '../../worker/intake/recovery.ts';
import { emptyOutbox } from '../../worker/notify/outbox.ts';
import { page, submit } from '../support/desk.ts';
import { databaseErrors, faultyDatabase, faultyQueue, sendWithFaults } from '../support/faults.ts';
import { deskPage, watchedMail } from '../support/mail.ts';
import { emptyQueue } from '../support/queue.ts';
import { browserHeaders, goodForm, referenceIn, send, site } from '../support/visitor.ts';
import { atLink, linkOf } from '../support/yours.ts';

const contact = goodForm.email;
const { formKey: _, ...answers } = goodForm;
const correction = { ...answers, contact, action: 'correct' };
const spam = 'Buy <a href="//example.com">pills</a>';

/** The visitor's own page, with other bindings than the usual; waits for what it left running. */
async function atLinkWith(
  bindings: Partial<Env>,
  link: string,
  fields: Record<string, string>,
  headers: Record<string, string> = browserHeaders,
) {
  const context = createExecutionContext();
  const init = { method: 'POST', body: new URLSearchParams(fields), headers };
  const answer = await app.request(`${site}${link}`, init, { ...env, ...bindings }, context);
  await waitOnExecutionContext(context);
  return answer;
}

/** The real D1, in which somebody changes every enquiry just before a change is written. */
function overtaken(change = 'update enquiries set version = version + 1') {
  const overtake = async () => {
    await env.DB.prepare(change).run();
  };
  const DB = new Proxy(env.DB, {
    get: (target, name) =>
      name === 'batch'
        ? async (statements: D1PreparedStatement[]) => {
            await overtake();
            return target.batch(statements);
          }
        : Reflect.get(target, name).bind(target),
  });
  return { DB };
}

const stored = (column: string) => env.DB.prepare(`select ${column} as it from enquiries`).first('it');

test('consent is taken back also when the practitioner changes the enquiry at that very moment', async () => {
  const link = await linkOf(await send(goodForm));
  const answer = await atLinkWith(overtaken(), link, { contact, action: 'withdraw' });
  expect(await answer.text()).toContain('I will not use your enquiry any more');
  expect(await stored('withdrawn_at')).toBeTypeOf('number');
  // Pressed twice, it is still so, and in the history once.
  const again = await atLink(link, { contact, action: 'withdraw' });
  expect(await again.text()).toContain('I will not use your enquiry any more');
  expect(await env.DB.prepare('select count(*) as n from changes').first('n')).toBe(1);
  const late = await atLink(link, { ...correction, name: 'Too Late' });
  expect(await late.text()).toContain('Nothing was changed');
});

test('“Done” is not said of an enquiry that is gone', async () => {
  const link = await linkOf(await send(goodForm));
  for (const fields of [{ contact, action: 'withdraw' }, correction]) {
    const answer = await atLinkWith(overtaken('delete from enquiries'), link, fields);
    expect(await answer.text()).not.toContain('Done');
    expect(await env.DB.prepare('select count(*) as n from changes').first('n')).toBe(0);
  }
});

test('a correction that met another change keeps every word and is saved by the next press', async () => {
  const link = await linkOf(await send(goodForm));
  const form = { ...correction, email: 'new@example.com', message: 'My new words' };
  const met = await atLinkWith(overtaken(), link, form);
  const words = await met.text();
  expect([met.status, words]).toEqual([409, expect.stringContaining('Nothing is saved yet')]);
  for (const kept of ['new@example.com', 'My new words', 'value="ada@example.com"'])
    expect(words).toContain(kept);
  expect(await (await atLink(link, form)).text()).toContain('This is what I have now');
});

test('a correction is no way around Review, and is told of by mail like the enquiry itself', async () => {
  const { sent, subjects, mail } = watchedMail();
  const answer = await sendWithFaults(goodForm, mail);
  const reference = referenceIn(answer);
  const link = await linkOf(answer);
  const saved = await atLinkWith(mail, link, { ...correction, message: spam });
  expect(await saved.text()).toContain('This is what I have now');
  expect(subjects()).toEqual([`New enquiry ${reference}`, `Enquiry ${reference} was corrected, in Review`]);
  expect(JSON.stringify(sent)).not.toMatch(/pills|Ada|ada@/);
  const review = await deskPage('/desk/review', mail);
  expect(review).toContain(reference);
  expect(review).toContain(spamSignals.advert.words);
  expect(await deskPage('/desk', mail)).not.toContain(reference);
  // Corrected back, it stays there until somebody has looked.
  await atLinkWith(mail, link, correction);
  expect(await deskPage('/desk/review', mail)).toContain(reference);
});

test('what the practitioner has looked at stays in the inbox, marked, however it is corrected', async () => {
  const link = await linkOf(await send(goodForm));
  const id = await stored('id');
  await submit(`/desk/enquiries/${id}/stage`, { version: '0', move: 'replied' });
  await atLink(link, { ...correction, message: spam });
  expect(await stored('folder')).toBe('inbox');
  expect(await page('/desk')).toContain(spamSignals.advert.words);
});

test('what led to Review stays beside it after a correction, and who was moved from there is not sent back', async () => {
  const link = await linkOf(await send({ ...goodForm, topic: 'x' }));
  const id = await stored('id');
  await submit(`/desk/enquiries/${id}/inbox`, { version: '0' });
  await atLink(link, { ...correction, message: spam });
  expect(await stored('folder')).toBe('inbox');
  expect(await stored('votes')).toMatch(/^trap advert/);
});

test('one that nobody was told of yet is mailed of once, after a correction as before', async () => {
  const { subjects, mail } = watchedMail(1);
  const answer = await sendWithFaults(goodForm, mail);
  await env.DB.prepare('update enquiries set notify_after = 0').run();
  await atLinkWith(mail, await linkOf(answer), { ...correction, name: 'Ada Corrected' });
  expect(subjects()).toEqual([`New enquiry ${referenceIn(answer)}`]);
});

test('nobody is told of an enquiry whose consent was taken back before the mail went out', async () => {
  const { sent, mail } = watchedMail();
  const link = await linkOf(await send(goodForm));
  await atLink(link, { contact, action: 'withdraw' });
  await emptyOutbox({ ...env, ...mail });
  expect(sent).toEqual([]);
  expect(await deskPage('/desk', mail)).not.toContain('not gone out');
});

test('a long message is compared with others’ after a correction too, and a correction without a browser is marked', async () => {
  const message = 'Grow your practice with our unbeatable marketing package, only today!';
  await send({ ...goodForm, name: 'First', email: 'first@example.com', message });
  const link = await linkOf(await send(goodForm));
  await atLinkWith({}, link, { ...correction, message }, { 'Sec-Fetch-Site': 'same-origin' });
  const row = await env.DB.prepare('select folder, votes from enquiries where row = 2').first();
  expect(row).toEqual({ folder: 'review', votes: 'headers repeated' });
});

test('what is entered by hand is in the history once, also when somebody else was quicker', async () => {
  const form = { ...goodForm, takenBy: 'phone' };
  await submit('/desk/enquiries', form);
  const id = await stored('id');
  await env.DB.prepare('delete from changes').run();
  await env.DB.prepare('update enquiries set version = 3').run();
  await submit('/desk/enquiries', form);
  await submit('/desk/enquiries', form);
  expect((await page(`/desk/enquiries/${id}`)).split('entered by hand')).toHaveLength(2);
});

test('a second tap on “my own records have this” is done, and a reason that met another change is kept', async () => {
  await send(goodForm);
  const path = `/desk/enquiries/${await stored('id')}`;
  await submit(`${path}/stage`, { version: '0', move: 'attendedFirst' });
  for (let taps = 0; taps < 2; taps++)
    expect((await submit(`${path}/hand-over`, { version: '1' })).status).toBe(303);
  const met = await submit(`${path}/keep`, { version: '1', reason: 'A complaint is open' });
  expect([met.status, await met.text()]).toEqual([409, expect.stringContaining('A complaint is open')]);
});

test.each(['taken back', 'closed', 'corrected'] as const)(
  'what was %s and is sent again from the same form is a new enquiry, once',
  async (end) => {
    const sent = await send(goodForm);
    const link = await linkOf(sent);
    const { id } = (await env.DB.prepare('select id from enquiries').first<{ id: string }>()) ?? { id: '' };
    if (end === 'taken back') await atLink(link, { contact, action: 'withdraw' });
    if (end === 'closed') await submit(`/desk/enquiries/${id}/stage`, { version: '0', move: 'closedRobot' });
    if (end === 'corrected') await atLink(link, { ...correction, name: 'Another Name' });
    const again = [await send(goodForm), await send(goodForm)].map(referenceIn);
    expect(new Set(again)).not.toContain(referenceIn(sent));
    expect(new Set(again).size).toBe(1);
    const { results } = await env.DB.prepare('select reference, stage from enquiries order by row').all();
    expect(results).toMatchObject([{ reference: referenceIn(sent) }, { reference: again[0], stage: 'new' }]);
  },
);

test('one that is sent again through the queue after it was taken back is set aside for a person to look at', async () => {
  const link = await linkOf(await send(goodForm));
  await atLink(link, { contact, action: 'withdraw' });
  const taken: unknown[] = [];
  const DB = faultyDatabase(env.DB, ['throws', 'throws'], databaseErrors[0] ?? '');
  const ENQUIRY_QUEUE = faultyQueue(env.ENQUIRY_QUEUE, [], taken);
  expect((await sendWithFaults(goodForm, { DB, ENQUIRY_QUEUE })).status).toBe(303);
  await emptyQueue();
  const aside = 'select count(*) as n from set_aside where body = ?';
  const asIt = JSON.stringify(taken[0]);
  expect(await env.DB.prepare(aside).bind(asIt).first('n')).toBe(1);
  // It is not dropped by the job that stores what was set aside either.
  await recoverSetAside(env);
  expect(await env.DB.prepare(aside).bind(asIt).first('n')).toBe(1);
});

test('a message that comes twice is not taken for one that was sent again, whatever was done meanwhile', async () => {
  const taken: unknown[] = [];
  const DB = faultyDatabase(env.DB, ['throws', 'throws'], databaseErrors[0] ?? '');
  const ENQUIRY_QUEUE = faultyQueue(env.ENQUIRY_QUEUE, [], taken);
  const link = await linkOf(await sendWithFaults(goodForm, { DB, ENQUIRY_QUEUE }));
  await emptyQueue();
  await atLink(link, { contact, action: 'withdraw' });
  await env.ENQUIRY_QUEUE.send(taken[0]);
  await emptyQueue();
  const aside = env.DB.prepare('select count(*) as n from set_aside where body = ?').bind(
    JSON.stringify(taken[0]),
  );
  expect(await aside.first('n')).toBe(0);
});

test('nobody works on an enquiry that was taken back', async () => {
  const link = await linkOf(await send(goodForm));
  await atLink(link, { contact, action: 'withdraw' });
  const id = await env.DB.prepare('select id from enquiries').first('id');
  const html = await page(`/desk/enquiries/${id}`);
  expect(html).toContain('They took their consent back');
  expect(html).not.toContain(`/desk/enquiries/${id}/stage`);
  await submit(`/desk/enquiries/${id}/stage`, { version: '1', move: 'replied' });
  expect(await env.DB.prepare('select stage from enquiries').first('stage')).toBe('closed');
});

test('a link opens nothing to an empty box, whatever the enquiry has no answer to', async () => {
  const link = await linkOf(await send({ ...goodForm, phone: '' }));
  for (const typed of ['', ' ', '\u200b', ',', 'none'])
    expect((await atLink(link, { contact: typed, action: 'see' })).status).toBe(422);
  expect((await atLink(link, { contact, action: 'see' })).status).toBe(200);
});
