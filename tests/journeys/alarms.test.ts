import {
  createExecutionContext,
  createMessageBatch,
  getQueueResult,
  waitOnExecutionContext,
} from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { checkForm, emptyForm } from '../../pages/form.ts';
import { consumeEnquiries } from '../../worker/intake/consumer.ts';
import { toMessage } from '../../worker/intake/queue-message.ts';
import { prepareEnquiry } from '../../worker/intake/store-enquiry.ts';
import { runJobs } from '../../worker/jobs.ts';
import { raiseAlarm } from '../../worker/notify/raise-alarm.ts';
import { keysOf } from '../../worker/sealing/secret-keys.ts';
import { databaseErrors, faultyDatabase, sendWithFaults } from '../support/faults.ts';
import { atDeskWith, deskPage, watchedMail } from '../support/mail.ts';
import { withSettings } from '../support/settings.ts';
import { goodForm } from '../support/visitor.ts';

const waits = '50 3 50 2000';
const broken = (times: number) =>
  faultyDatabase(env.DB, Array(times).fill('throws'), databaseErrors[3] ?? '');

async function run(at: Date, bindings: Partial<Env>) {
  const context = createExecutionContext();
  await runJobs({ ...env, ...bindings }, context, at);
  await waitOnExecutionContext(context);
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

/** An enquiry as the message that the queue holds. The real queue would bring it in the middle of another test. */
async function queuedMessage() {
  const checked = checkForm(goodForm);
  if ('errors' in checked) throw new Error('the good form has mistakes');
  const form = emptyForm(goodForm.formKey, {});
  const body = toMessage(await prepareEnquiry(await keysOf(env), form, checked));
  return { body, reference: body.reference };
}

async function deliverDead(body: unknown, attempts: number, bindings: Partial<Env>) {
  const batch = createMessageBatch('enquiries-dead', [{ id: 'dead', timestamp: new Date(), attempts, body }]);
  await consumeEnquiries(batch, { ...env, INTAKE_WAITS: waits, ...bindings });
  return getQueueResult(batch, createExecutionContext());
}

const alarm = 'Please look at your enquiry page';

test('a dead letter raises the alarm at first sight, waits at the desk, and ends it once it is stored', async () => {
  const { subjects, mail } = watchedMail();
  const { body, reference } = await queuedMessage();
  // The alarm's own two statements work; those of the enquiry and of the note about it do not until later.
  const DB = faultyDatabase(env.DB, ['works', 'works', 'throws'], databaseErrors[3] ?? '');
  const first = await deliverDead(body, 1, { ...mail, DB });
  expect(first.retryMessages).toMatchObject([{ msgId: 'dead' }]);
  expect(subjects()).toEqual([alarm]);
  expect(await deskPage('/desk', mail)).toContain('have waited for hours');
  expect(await deskPage('/desk/status', mail)).toContain(reference);

  await run(new Date(), mail);
  expect(await deskPage('/desk', mail)).toContain('have waited for hours');
  expect((await deliverDead(body, 2, mail)).explicitAcks).toEqual(['dead']);
  await run(inDays(0.01), mail);
  expect(await deskPage('/desk', mail)).not.toContain('have waited for hours');
  expect(await deskPage('/desk', mail)).toContain(reference);
  expect(subjects().filter((subject) => subject === alarm)).toHaveLength(1);
});

test('the alarm of a dead letter needs no database: it goes out while D1 is down, and not again with each letter', async () => {
  const { subjects, mail } = watchedMail();
  const { body } = await queuedMessage();
  for (let letters = 0; letters < 3; letters++) await deliverDead(body, 1, { ...mail, DB: broken(9) });
  expect(subjects()).toEqual([alarm]);
});

test('an alarm that goes on is mailed again only after its cool-down, and one that comes and goes is not mailed each time', async () => {
  const { subjects, mail } = watchedMail();
  const here = { ...env, ...mail };
  await raiseAlarm(here, 'canary', 'page', inDays(0));
  await raiseAlarm(here, 'canary', 'page', inDays(0.5));
  await atDeskWith(mail, '/desk/alarms/canary/end', { method: 'POST' });
  await raiseAlarm(here, 'canary', 'page', inDays(0.6));
  expect(subjects()).toEqual([alarm]);
  await raiseAlarm(here, 'canary', 'page', inDays(1));
  expect(subjects()).toEqual([alarm, alarm]);
});

test('an alarm whose mail fails is mailed by the next run', async () => {
  const { subjects, mail } = watchedMail(1);
  await raiseAlarm({ ...env, ...mail }, 'setAside');
  expect(subjects()).toEqual([]);
  await env.DB.prepare("insert into set_aside values ('m', '{}', 1)").run();
  await run(new Date(), mail);
  expect(subjects()).toContain(alarm);
});

test('a message that this version cannot read raises the alarm, and is stored by the first version that can', async () => {
  const { subjects, mail } = watchedMail();
  const { body, reference } = await queuedMessage();
  const batch = createMessageBatch('enquiries', [
    { id: 'new', timestamp: new Date(), attempts: 1, body: { ...body, version: 99 } },
  ]);
  await consumeEnquiries(batch, { ...env, ...mail });
  expect(subjects()).toEqual([alarm]);
  await run(new Date(), mail);
  expect(await deskPage('/desk', mail)).toContain('this version of the site cannot read');

  // As if a version that knows it had been deployed.
  await env.DB.prepare("update set_aside set body = json_set(body, '$.version', 1)").run();
  await run(inDays(0.01), mail);
  const inbox = await deskPage('/desk', mail);
  expect(inbox).toContain(reference);
  expect(inbox).not.toContain('this version of the site cannot read');
  expect(await env.DB.prepare('select count(*) as n from set_aside').first('n')).toBe(0);
});

test('an enquiry that the database will never take shows at the desk, so that its sender can have a reply', async () => {
  const { body } = await queuedMessage();
  await env.DB.exec(
    "create trigger refuse before insert on enquiries begin select raise(abort, 'never'); end",
  );
  const batch = createMessageBatch('enquiries', [{ id: 'm1', timestamp: new Date(), attempts: 1, body }]);
  const { subjects, mail } = watchedMail();
  await consumeEnquiries(batch, { ...env, ...mail });
  expect((await getQueueResult(batch, createExecutionContext())).explicitAcks).toEqual(['m1']);
  expect(subjects()).toEqual([alarm]);
  const status = await deskPage('/desk/status', mail);
  for (const shown of ['Ada Example', 'ada@example.com', 'm1']) expect(status).toContain(shown);
});

/** One enquiry for each of so many days ago. */
async function enquiriesFrom(daysAgo: number[]) {
  const insert = env.DB.prepare(
    "insert into enquiries (id, reference, received_at, consent_version, key_id, sealed, notified_at) values (?, ?, ?, 'consent-1', 'gone', '', 1)",
  );
  await env.DB.batch(daysAgo.map((days, n) => insert.bind(`id${n}`, `REF${n}`, inDays(-days).getTime())));
}

test.each([
  ['never under seven days, however often they come', [6.9, 7, 7.1, 7.2], {}, undefined],
  ['after seven days when they came daily', [7.1, 8, 9, 10], {}, '7 days'],
  ['not before three times the usual gap', [14, 19, 24, 29], {}, undefined],
  ['after three times the usual gap', [15.1, 20, 25, 30], {}, '15 days'],
  ['after as many days as were set', [3.1, 20, 25, 30], { quietAfter: 3 }, '3 days'],
  ['from the day on which the site began to watch, before there is any', [], {}, undefined],
] as const)('the alarm of silence is raised %s', async (_name, daysAgo, settings, words) => {
  const { subjects, mail } = watchedMail();
  if (daysAgo.length > 0) await enquiriesFrom([...daysAgo]);
  await withSettings(settings);
  await run(new Date(), mail);
  const inbox = await deskPage('/desk', mail);
  if (words) expect(inbox).toContain(`No enquiry has come for more than ${words}`);
  else expect(inbox).not.toContain('No enquiry has come');
  expect(subjects().includes(alarm)).toBe(words !== undefined);
});

test('silence from the first day on raises the alarm too, and the first enquiry ends it', async () => {
  const { mail } = watchedMail();
  await run(inDays(-8), mail);
  await run(new Date(), mail);
  expect(await deskPage('/desk', mail)).toContain('No enquiry has come for more than 7 days');
  await sendWithFaults(goodForm, mail);
  await run(inDays(0.01), mail);
  expect(await deskPage('/desk', mail)).not.toContain('No enquiry has come');
});

test('the status page says how all of it is, and the weekly mail does not say that all is well when it is not', async () => {
  const { subjects, mail } = watchedMail();
  const empty = await deskPage('/desk/status', mail);
  expect(empty).toContain('No alarm is open');
  expect(empty).toContain('None so far');
  await env.DB.prepare("insert into set_aside values ('m', '{}', 1)").run();
  await raiseAlarm({ ...env, ...mail }, 'setAside');
  await run(new Date(), mail);
  const status = await deskPage('/desk/status', mail);
  expect(status).toMatch(/Last test enquiry<\/dt><dd>Arrived on/);
  expect(status).toMatch(/could not be read<\/dt><dd>1</);
  expect(subjects()).toContain('Please look: 0 waiting');
  expect((await atDeskWith(mail, '/desk/alarms/nonsense/end', { method: 'POST' })).status).toBe(404);
});
