import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { acknowledge } from '../../worker/notify/acknowledgement.ts';
import { sendWithFaults } from '../support/faults.ts';
import { watchedMail } from '../support/mail.ts';
import { withSettings } from '../support/settings.ts';
import { goodForm, referenceIn } from '../support/visitor.ts';

// Nobody may open the desk, so that the practitioner gets no mail in between.
const on = { DESK_EMAILS: '' };
const tomorrow = new Date(Date.now() + 86_400_000);

beforeEach(() => withSettings({ acknowledges: true }));

test('visitors get no mail until that is set, nor without a sender', async () => {
  const { sent, mail } = watchedMail();
  await sendWithFaults(goodForm, { ...mail, MAIL_FROM: '' });
  await withSettings({ acknowledges: false });
  await sendWithFaults({ ...goodForm, name: 'Second' }, { ...mail, ...on });
  expect(sent).toEqual([]);
});

test('the acknowledgement repeats nothing that was typed and has no link', async () => {
  const { sent, mail } = watchedMail();
  const form = {
    ...goodForm,
    name: 'Buy cheap things',
    message: 'Read my advert',
    phone: '07700 900123',
  };
  const reference = referenceIn(await sendWithFaults(form, { ...mail, ...on }));
  expect(sent).toMatchObject([{ to: 'ada@example.com', from: { email: 'site@example.com' } }]);
  const words = `${sent[0]?.subject} ${sent[0]?.text}`;
  expect(words).toContain(reference);
  expect(words).not.toMatch(/Buy|cheap|advert|900123|ada@|http|www\.|pain|acupuncture/i);
});

test('an address gets one a day, however it is written and whoever sends', async () => {
  const { sent, mail } = watchedMail();
  const send = (name: string, email: string) =>
    sendWithFaults({ ...goodForm, name, email }, { ...mail, ...on });
  await send('First', 'ada@example.com');
  await send('Second', 'ADA@example.com');
  await send('Third', 'bea@example.com');
  expect(sent.map(({ to }) => to)).toEqual(['ada@example.com', 'bea@example.com']);
});

test('what may be somebody else’s address gets none, and neither does what is none', async () => {
  const { sent, mail } = watchedMail();
  for (const email of ['ada@gmial.com', 'ada at example.com, bea@example.com']) {
    const form = { ...goodForm, email, 'asked-email': email };
    referenceIn(await sendWithFaults(form, { ...mail, ...on }));
  }
  expect(sent).toEqual([]);
});

test('the day after, the same address may get one about another enquiry', async () => {
  const { sent, mail } = watchedMail();
  await sendWithFaults(goodForm, { ...mail, ...on });
  await sendWithFaults({ ...goodForm, name: 'Again' }, { ...mail, MAIL_FROM: '' });
  await env.DB.prepare('update enquiries set received_at = received_at + 3600000').run();
  const id = String(await env.DB.prepare('select id from enquiries where row = 2').first('id'));
  await acknowledge({ ...env, ...mail, ...on }, id, tomorrow);
  expect(sent).toHaveLength(2);
});

test('none goes to whoever gave no address, nor from Review, and a failing one touches nothing', async () => {
  const { sent, mail } = watchedMail();
  const here = { ...mail, ...on };
  const call = { ...goodForm, replyBy: 'call', email: '', phone: '07700 900123' };
  expect((await sendWithFaults(call, here)).status).toBe(303);
  expect((await sendWithFaults({ ...goodForm, topic: 'x' }, here)).status).toBe(303);
  const failing = { ...watchedMail(9).mail, ...on };
  expect((await sendWithFaults({ ...goodForm, email: 'c@example.com' }, failing)).status).toBe(303);
  expect(sent).toEqual([]);
  expect(await env.DB.prepare('select count(*) as n from enquiries').first('n')).toBe(3);
});
