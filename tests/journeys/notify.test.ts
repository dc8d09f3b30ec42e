import { createExecutionContext, createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import worker from '../../worker/index.ts';
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
  await sendWithFaults(goodForm, { MAIL_TO: '' });
  const { subjects, mail } = watchedMail();
  const controller = createScheduledController({ cron: '*/5 * * * *' });
  await worker.scheduled(controller, { ...env, ...mail }, createExecutionContext());
  expect(subjects().filter((subject) => subject.startsWith('New enquiry'))).toHaveLength(1);
});

test('while mail is not set up nothing is sent, and the desk says so', async () => {
  const { sent, mail } = watchedMail();
  await sendWithFaults(goodForm, { ...mail, MAIL_TO: '' });
  expect(sent).toEqual([]);
  expect(await deskPage('/desk', {})).toContain('Mail is not set up');
});
