import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import worker from '../../worker/index.ts';
import { emptyOutbox } from '../../worker/notify/outbox.ts';
import { sendWithFaults } from '../support/faults.ts';
import { atDesk } from '../support/practitioner.ts';
import { goodForm, referenceIn } from '../support/visitor.ts';

/** The real mail binding, with what it was given noted, and failing as often as asked. */
function watchedMail(failures = 0) {
  const sent: EmailMessageBuilder[] = [];
  const MAIL = {
    async send(mail: EmailMessageBuilder) {
      if (failures-- > 0) throw new Error(`mail to ${JSON.stringify(mail.to)} refused`);
      const result = await env.MAIL.send(mail);
      sent.push(mail);
      return result;
    },
  } as SendEmail; // Of the binding's two forms of `send` the Worker uses one.
  return { sent, MAIL };
}

const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);

test('the practitioner is told at once, of the reference, the time and where to look, and nothing else', async () => {
  const { sent, MAIL } = watchedMail();
  const reference = referenceIn(await sendWithFaults({ ...goodForm, message: 'my private words' }, { MAIL }));
  expect(sent).toMatchObject([{ to: 'practitioner@example.com', subject: `New enquiry ${reference}` }]);
  const mail = JSON.stringify(sent);
  expect(mail).toMatch(/https:\/\/practice\.example\/desk\/enquiries\/[\da-f]{64}/);
  expect(mail).not.toMatch(/Ada|ada@|private|pain|acupuncture/i);
  await emptyOutbox({ ...env, MAIL }, later(600));
  expect(sent).toHaveLength(1);
  expect(await (await atDesk('/desk')).text()).not.toContain('not gone out');
});

test('mail that fails never touches the enquiry, is tried again with growing waits, and shows at the desk', async () => {
  const { sent, MAIL } = watchedMail(3);
  const answer = await sendWithFaults(goodForm, { MAIL });
  const reference = referenceIn(answer);
  const list = await (await atDesk('/desk')).text();
  expect(list).toContain('The mail about 1 enquiry has not gone out yet');
  const [, path = ''] = /href="(\/desk\/enquiries\/\w+)"/.exec(list) ?? [];
  expect(await (await atDesk(path)).text()).toContain('tried 1 times (unknown)');

  // 30 s, 1 min, 2 min after the tries before: too early, then in time.
  await emptyOutbox({ ...env, MAIL }, later(0.1));
  await emptyOutbox({ ...env, MAIL }, later(1));
  await emptyOutbox({ ...env, MAIL }, later(1.5));
  await emptyOutbox({ ...env, MAIL }, later(3));
  expect(sent).toEqual([]);
  await emptyOutbox({ ...env, MAIL }, later(10));
  expect(sent).toMatchObject([{ subject: `New enquiry ${reference}` }]);
  expect(await env.DB.prepare('select notify_attempts as n from enquiries').first('n')).toBe(4);
});

test('two runs at once send one mail', async () => {
  await sendWithFaults(goodForm, watchedMail(1));
  const { sent, MAIL } = watchedMail();
  const run = () => emptyOutbox({ ...env, MAIL }, later(5));
  await Promise.all([run(), run(), run()]);
  expect(sent).toHaveLength(1);
});

test('the cron finds an enquiry of which nobody was told, as when it came through the queue', async () => {
  await sendWithFaults(goodForm, { MAIL_TO: '' });
  const { sent, MAIL } = watchedMail();
  const controller = createScheduledController({ cron: '*/5 * * * *' });
  await worker.scheduled(controller, { ...env, MAIL });
  expect(sent).toHaveLength(1);
});

test('while mail is not set up nothing is sent, and the desk says so', async () => {
  const { sent, MAIL } = watchedMail();
  await sendWithFaults(goodForm, { MAIL, MAIL_TO: '' });
  expect(sent).toEqual([]);
});
