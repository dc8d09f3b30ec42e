import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { runJobs } from '../../worker/jobs.ts';
import { databaseErrors, faultyDatabase, sendWithFaults } from '../support/faults.ts';
import { deskPage, watchedMail } from '../support/mail.ts';
import { withSettings } from '../support/settings.ts';
import { goodForm, referenceIn } from '../support/visitor.ts';

/** One run of the cron at a moment. */
async function run(at: string, bindings: Partial<Env>) {
  const context = createExecutionContext();
  await runJobs({ ...env, ...bindings }, context, new Date(at));
  await waitOnExecutionContext(context);
}

/** Stores an enquiry as if it had come at a moment, with the mail about it out. */
async function arrived(at: string, fields: Record<string, string> = {}): Promise<string> {
  const reference = referenceIn(await sendWithFaults({ ...goodForm, ...fields }, {}));
  await env.DB.prepare('update enquiries set received_at = ?, notified_at = 1 where reference = ?')
    .bind(Date.parse(at), reference)
    .run();
  return reference;
}

const about = (subjects: string[], words: RegExp) => subjects.filter((subject) => words.test(subject));

test('while any enquiry is in Review one mail a day says how many, after eight in the morning in London', async () => {
  const { sent, subjects, mail } = watchedMail();
  await arrived('2026-07-01T03:00Z', { topic: 'x', message: 'private words' });
  await run('2026-07-01T05:00Z', mail);
  await run('2026-07-01T06:59Z', mail);
  // The first run makes up for the day before; the next mail is due at eight, which is seven in UTC in summer.
  expect(about(subjects(), /Review/)).toEqual(['1 enquiry in Review']);
  await run('2026-07-01T07:00Z', mail);
  await run('2026-07-01T07:05Z', mail);
  await run('2026-07-01T23:55Z', mail);
  expect(about(subjects(), /Review/)).toHaveLength(2);
  expect(JSON.stringify(sent)).not.toMatch(/private|Ada/);
  expect(JSON.stringify(sent)).toContain('https://practice.example/desk/review');

  await env.DB.prepare("update enquiries set folder = 'inbox'").run();
  await run('2026-07-02T08:00Z', mail);
  expect(about(subjects(), /Review/)).toHaveLength(2);
});

test('an enquiry without an answer is reminded of after four working hours, once', async () => {
  const { sent, subjects, mail } = watchedMail();
  const friday = await arrived('2026-11-20T15:00Z');
  const answered = await arrived('2026-11-20T09:00Z', { name: 'Answered' });
  await env.DB.prepare("update enquiries set stage = 'replied' where reference = ?").bind(answered).run();
  await run('2026-11-23T10:55Z', mail);
  expect(about(subjects(), /without an answer/)).toEqual([]);
  await run('2026-11-23T11:00Z', mail);
  await run('2026-11-23T16:00Z', mail);
  expect(about(subjects(), /without an answer/)).toEqual(['1 enquiry without an answer']);
  const words = JSON.stringify(sent);
  expect(words).toContain(friday);
  expect(words).not.toMatch(new RegExp(`${answered}|Ada|ada@`));
});

test('one in Review is reminded of like any other, and again when it was moved to the inbox and still waits', async () => {
  const { sent, subjects, mail } = watchedMail();
  const inReview = await arrived('2026-11-20T15:00Z', { topic: 'x' });
  await arrived('2026-11-20T15:00Z', { name: 'In the inbox' });
  await run('2026-11-23T11:00Z', mail);
  expect(about(subjects(), /without an answer/)).toEqual(['2 enquiries without an answer']);
  const words = JSON.stringify(sent);
  expect(words).toContain('1 in the inbox, 1 in Review');
  expect(words).toMatch(new RegExp(`${inReview}[^.]*\\. In Review`));
  await run('2026-11-24T16:00Z', mail);
  expect(about(subjects(), /without an answer/)).toHaveLength(1);

  await env.DB.prepare("update enquiries set folder = 'inbox', moved_at = ? where folder = 'review'")
    .bind(Date.parse('2026-11-25T09:00Z'))
    .run();
  await run('2026-11-25T12:55Z', mail);
  await run('2026-11-25T13:00Z', mail);
  await run('2026-11-26T16:00Z', mail);
  expect(about(subjects(), /without an answer/)).toEqual([
    '2 enquiries without an answer',
    '1 enquiry without an answer',
  ]);
});

test('a reminder of very many is one mail with their number, and none of them is in a second', async () => {
  const { sent, subjects, mail } = watchedMail(1);
  await arrived('2026-11-20T15:00Z');
  await env.DB.prepare(
    `insert into enquiries (id, reference, received_at, consent_version, key_id, sealed, notified_at)
      select 'copy' || value, 'COPY', received_at, consent_version, key_id, sealed, 1 from enquiries, json_each(?)`,
  )
    .bind(JSON.stringify(Array.from({ length: 300 }, (_, n) => n)))
    .run();
  await run('2026-11-23T11:00Z', mail);
  await Promise.all([1, 2, 3].map((minute) => run(`2026-11-23T11:0${minute}Z`, mail)));
  expect(about(subjects(), /without an answer/)).toEqual(['301 enquiries without an answer']);
  expect(JSON.stringify(sent)).toContain('And 281 more.');
});

test('the hours, days, holidays and closed days after which a reminder comes can be set', async () => {
  const { subjects, mail } = watchedMail();
  await withSettings({
    remindAfter: 1,
    workingTimes: { days: [6, 0], from: '10:00', to: '12:00' },
    nation: 'scotland',
    closedDays: ['2026-11-28', '2026-11-29'],
  });
  await arrived('2026-11-21T08:00Z');
  await run('2026-11-21T10:55Z', mail);
  expect(about(subjects(), /without an answer/)).toEqual([]);
  await run('2026-11-21T11:00Z', mail);
  expect(about(subjects(), /without an answer/)).toHaveLength(1);
  await arrived('2026-11-28T08:00Z', { name: 'Somebody else' });
  await run('2026-11-29T12:00Z', mail);
  await run('2026-12-05T10:55Z', mail);
  expect(about(subjects(), /without an answer/)).toHaveLength(1);
  await run('2026-12-05T11:00Z', mail);
  expect(about(subjects(), /without an answer/)).toHaveLength(2);
});

test('one that was moved from Review is reminded of four working hours after the move', async () => {
  const { subjects, mail } = watchedMail();
  await arrived('2026-11-16T09:00Z');
  await env.DB.prepare('update enquiries set moved_at = ?').bind(Date.parse('2026-11-23T09:00Z')).run();
  await run('2026-11-23T12:55Z', mail);
  expect(about(subjects(), /without an answer/)).toEqual([]);
  await run('2026-11-23T13:00Z', mail);
  expect(about(subjects(), /without an answer/)).toHaveLength(1);
});

test('every Monday a mail says that all is well and how many wait', async () => {
  const { sent, subjects, mail } = watchedMail();
  await run('2026-11-22T09:00Z', mail);
  await arrived('2026-11-22T10:00Z');
  await run('2026-11-23T07:55Z', mail);
  expect(about(subjects(), /^All well/)).toEqual(['All well, 0 waiting']);
  await run('2026-11-23T08:00Z', mail);
  await run('2026-11-29T12:00Z', mail);
  expect(about(subjects(), /^All well/)).toEqual(['All well, 0 waiting', 'All well, 1 waiting']);
  expect(JSON.stringify(sent)).not.toMatch(/Ada|ada@/);
});

test('a mail that fails is tried again at the next run, and keeps no other job from its turn', async () => {
  const { subjects, mail } = watchedMail(2);
  await arrived('2026-11-22T10:00Z', { topic: 'x' });
  await run('2026-11-23T09:00Z', mail);
  expect(await deskPage('/desk/status', mail)).toContain('failed (unknown)');
  await run('2026-11-23T09:05Z', mail);
  expect(about(subjects(), /Review/)).toHaveLength(1);
  expect(about(subjects(), /^All well/)).toHaveLength(1);
  expect(await deskPage('/desk/status', mail)).not.toContain('failed (');
});

test('two runs at once send each mail once', async () => {
  const { subjects, mail } = watchedMail();
  await arrived('2026-11-20T09:00Z');
  await arrived('2026-11-20T09:00Z', { topic: 'x', name: 'Robot' });
  await Promise.all([1, 2, 3].map(() => run('2026-11-23T12:00Z', mail)));
  for (const words of [/Review/, /without an answer/, /^All well/])
    expect(about(subjects(), words)).toHaveLength(1);
});

test('a run that died is taken up by one ten minutes later', async () => {
  await env.DB.prepare(
    'insert into jobs (name, claimed_until, first_run_at, last_run_at) values (?, ?, 1, 1)',
  )
    .bind('weekly', Date.parse('2026-11-23T09:10Z'))
    .run();
  const { subjects, mail } = watchedMail();
  await run('2026-11-23T09:05Z', mail);
  expect(about(subjects(), /^All well/)).toEqual([]);
  await run('2026-11-23T09:10Z', mail);
  expect(about(subjects(), /^All well/)).toHaveLength(1);
});

test('while D1 is down the cron does nothing and does not fall over', async () => {
  const { sent, mail } = watchedMail();
  const DB = faultyDatabase(env.DB, Array(40).fill('throws'), databaseErrors[1] ?? '');
  await run('2026-11-23T09:00Z', { ...mail, DB });
  expect(sent).toEqual([]);
});
