import { createExecutionContext, createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import worker from '../../worker/index.ts';
import { send as sendMail } from '../../worker/notify/mail.ts';
import { emptyOutbox } from '../../worker/notify/outbox.ts';
import { sendWithFaults } from '../support/faults.ts';
import { deskPage, watchedMail } from '../support/mail.ts';
import { goodForm, referenceIn } from '../support/visitor.ts';

const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);

test('the practitioner is told at once, of the reference, the time and where to look, and nothing else', async () => {
  const { sent, mail } = watchedMail();
  const reference = referenceIn(await sendWithFaults({ ...goodForm, message: 'my private words' }, mail));
  expect(sent).toMatchObject([{ to: 'practitioner@example.com', subject: `New enquiry ${reference}` }]);
  const words = JSON.stringify(sent);
  expect(words).toMatch(/https:\/\/practice\.example\/desk\/enquiries\/[\da-f]{64}/);
  expect(words).not.toMatch(/Ada|ada@|private|pain|acupuncture/i);
  await emptyOutbox({ ...env, ...mail }, later(600));
  expect(sent).toHaveLength(1);
  expect(await deskPage('/desk', mail)).not.toContain('not gone out');
});

test('mail that fails never touches the enquiry, is tried again with growing waits, and shows at the desk', async () => {
  const { sent, mail } = watchedMail(3);
  const answer = await sendWithFaults(goodForm, mail);
  const reference = referenceIn(answer);
  const list = await deskPage('/desk', mail);
  expect(list).toContain('The mail about 1 enquiry has not gone out yet');
  const [, path = ''] = /href="(\/desk\/enquiries\/[\da-f]{64})"/.exec(list) ?? [];
  expect(await deskPage(path, mail)).toContain('tried once (unknown)');

  // 30 s, 1 min, 2 min after the tries before: too early, then in time.
  await emptyOutbox({ ...env, ...mail }, later(0.1));
  await emptyOutbox({ ...env, ...mail }, later(1));
  await emptyOutbox({ ...env, ...mail }, later(1.5));
  await emptyOutbox({ ...env, ...mail }, later(3));
  expect(sent).toEqual([]);
  await emptyOutbox({ ...env, ...mail }, later(10));
  expect(sent).toMatchObject([{ subject: `New enquiry ${reference}` }]);
  expect(await env.DB.prepare('select notify_attempts as n from enquiries').first('n')).toBe(4);
});

test('two runs at once send one mail', async () => {
  await sendWithFaults(goodForm, watchedMail(1).mail);
  const { sent, mail } = watchedMail();
  const run = () => emptyOutbox({ ...env, ...mail }, later(5));
  await Promise.all([run(), run(), run()]);
  expect(sent).toHaveLength(1);
});

test('the cron finds an enquiry of which nobody was told, as when it came through the queue', async () => {
  await sendWithFaults(goodForm, { MAIL_FROM: '' });
  const { subjects, mail } = watchedMail();
  const controller = createScheduledController({ cron: '*/5 * * * *' });
  await worker.scheduled(controller, { ...env, ...mail }, createExecutionContext());
  expect(subjects().filter((subject) => subject.startsWith('New enquiry'))).toHaveLength(1);
});

test('while mail is not set up nothing is sent, and the desk says so', async () => {
  const { sent, mail } = watchedMail();
  await sendWithFaults(goodForm, { ...mail, MAIL_FROM: '' });
  expect(sent).toEqual([]);
  expect(await deskPage('/desk', {})).toContain('Mail is not set up');
});

const form = (n: number, more: Record<string, string> = {}) => ({
  ...goodForm,
  name: `Person ${n}`,
  email: `person${n}@example.com`,
  ...more,
});

async function sendMany(from: number, to: number, bindings: Partial<Env>) {
  for (let n = from; n < to; n++) await sendWithFaults(form(n, n % 5 === 0 ? { topic: 'x' } : {}), bindings);
}

const numberIn = (subject = '') => Number(/^(\d+) new enquiries$/.exec(subject)?.[1] ?? 0);

test('after ten mails in ten minutes the others come as one with their number, once the ten minutes are over', async () => {
  const { sent, subjects, mail } = watchedMail();
  const here = { ...env, ...mail };
  await sendMany(0, 37, mail);
  expect(subjects()).toHaveLength(10);
  expect(await deskPage('/desk', mail)).toContain('The mails about 27 enquiries');
  await emptyOutbox(here, later(9));
  expect(subjects()).toHaveLength(10);
  await Promise.all([1, 2, 3].map(() => emptyOutbox(here, later(10.1))));
  expect(subjects().slice(10)).toEqual(['27 new enquiries']);
  expect(sent.at(-1)?.text).toMatch(/21 in the inbox, 6 in Review.*may be from a person.*And 7 more\./s);
  expect(JSON.stringify(sent)).not.toMatch(/Person|person\d/);
  await emptyOutbox(here, later(30));
  expect(subjects()).toHaveLength(11);
  // One more is told of at once again.
  await sendMany(41, 42, mail);
  expect(subjects()).toHaveLength(12);
  expect(await deskPage('/desk', mail)).not.toContain('not gone out');
});

test('a bundle that fails is tried again whole, and each enquiry is in one mail that went out', async () => {
  const { subjects, mail } = watchedMail(3);
  const here = { ...env, ...mail };
  await sendMany(1, 5, mail);
  await sendMany(6, 8, mail);
  for (const minutes of [0.1, 1, 2, 4, 12, 25]) await emptyOutbox(here, later(minutes));
  const single = subjects().filter((subject) => subject.startsWith('New enquiry'));
  expect(new Set(single).size).toBe(single.length);
  expect(single.length + subjects().reduce((sum, subject) => sum + numberIn(subject), 0)).toBe(6);
  expect(await deskPage('/desk', mail)).not.toContain('not gone out');
});

test('while others wait for their mail, new ones wait with them instead of pushing in', async () => {
  const { subjects, mail } = watchedMail();
  await sendMany(0, 12, mail);
  // As if ten minutes had gone by.
  await env.DB.prepare('update enquiries set received_at = received_at - 660000').run();
  await env.DB.prepare("update settings set value = '[]' where name = 'enquiry_mails'").run();
  await sendMany(12, 14, mail);
  expect(subjects()).toHaveLength(10);
  await emptyOutbox({ ...env, ...mail });
  expect(subjects().slice(10)).toEqual(['4 new enquiries']);
});

test('ten at once from many senders are ten mails, and the eleventh waits', async () => {
  const { subjects, mail } = watchedMail();
  await Promise.all(Array.from({ length: 11 }, (_, n) => sendWithFaults(form(n), mail)));
  expect(subjects().filter((subject) => subject.startsWith('New enquiry'))).toHaveLength(10);
  await emptyOutbox({ ...env, ...mail }, later(11));
  expect(new Set(subjects()).size).toBe(11);
});

test('a line break in a subject begins no header of its own', async () => {
  const { subjects, mail } = watchedMail();
  const to = 'practitioner@example.com';
  await sendMail({ ...env, ...mail }, { to, mail: { subject: 'One\r\nBcc: x', text: 'Text' } });
  expect(subjects()).toEqual(['One Bcc: x']);
});
