import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { sendCanary } from '../../worker/canary.ts';
import { canaryHeaders, isCanary } from '../../worker/http/canary-token.ts';
import { keysOf } from '../../worker/sealing/secret-keys.ts';
import { databaseErrors, faultyDatabase, faultyQueue } from '../support/faults.ts';
import { deskPage, watchedMail } from '../support/mail.ts';
import { downloadLeads } from '../support/practitioner.ts';
import { goodForm, referenceIn, send } from '../support/visitor.ts';

async function sing(bindings: Partial<Env>): Promise<unknown> {
  const context = createExecutionContext();
  const failed = await sendCanary({ ...env, ...bindings }, new Date(), context).catch((error) => error);
  await waitOnExecutionContext(context);
  return failed;
}

const count = () => env.DB.prepare('select count(*) as n from enquiries').first('n');

test('the test enquiry goes the whole way, tells nobody, leaves nothing, and raises no alarm', async () => {
  const { sent, mail } = watchedMail();
  expect(await sing(mail)).toBeUndefined();
  expect(sent).toEqual([]);
  expect(await count()).toBe(0);
  expect(await deskPage('/desk', mail)).not.toContain('test enquiry failed');
});

test('while it is in the database it shows in no list, count or file, and is no message of silence broken', async () => {
  await send({ ...goodForm, name: 'A Person' });
  const keys = await keysOf(env);
  const formKey = crypto.randomUUID();
  const mark = await canaryHeaders(keys, formKey);
  const reference = referenceIn(await send({ ...goodForm, name: 'Sung by the canary', formKey }, mark));
  expect(await count()).toBe(2);
  const id = await env.DB.prepare("select id from enquiries where folder = 'canary'").first('id');
  for (const path of ['/desk', '/desk/review', '/desk/status']) {
    const page = await deskPage(path, { MAIL_FROM: 'site@example.com' });
    expect(page).not.toMatch(new RegExp(`${reference}|canary`, 'i'));
  }
  expect(await deskPage('/desk')).toContain('1 enquiry');
  expect(await deskPage('/desk', { MAIL_FROM: 'site@example.com' })).toContain('about 1 enquiry has');
  expect(await (await downloadLeads()).text()).not.toContain(reference);
  await expect(deskPage(`/desk/enquiries/${id}`)).rejects.toThrow();
});

test('nobody without the key can mark an enquiry, and a mark is good for one form', async () => {
  const keys = await keysOf(env);
  const mark = await canaryHeaders(keys, goodForm.formKey);
  expect(await isCanary(keys, new Headers(mark), goodForm.formKey)).toBe(true);
  expect(await isCanary(keys, new Headers(mark), crypto.randomUUID())).toBe(false);
  for (const forged of ['', 'true', 'x'.repeat(22)]) {
    expect(await isCanary(keys, new Headers({ 'X-Canary': forged }), goodForm.formKey)).toBe(false);
    await send({ ...goodForm, formKey: crypto.randomUUID() }, { 'X-Canary': forged });
  }
  expect(await env.DB.prepare("select count(*) as n from enquiries where folder = 'inbox'").first('n')).toBe(
    3,
  );
});

const failures: [string, string, () => Partial<Env>][] = [
  ['it cannot be deleted', 'could not be deleted', () => faultsAt('delete from "enquiries"')],
  ['the database hardly answers', 'something inside', () => faultsAt('select')],
  ['the key that seals is not one', 'secret keys', () => ({ SEAL_KEYS: 'nonsense' })],
  ['nobody may send', 'form was not accepted', () => ({ ...down() })],
  ['mail is not set up', 'would not have been told', () => ({ MAIL_FROM: '' })],
];

/** Neither D1 nor the queue takes an enquiry. */
function down(): Partial<Env> {
  const queue = faultyQueue(env.ENQUIRY_QUEUE, ['throws'], []);
  return { ...faultsAt('insert into "enquiries"'), ENQUIRY_QUEUE: queue };
}

/** Every statement that begins so fails, as often as it is tried; the rest works. */
function faultsAt(start: string): Partial<Env> {
  const broken = faultyDatabase(env.DB, Array(40).fill('throws'), databaseErrors[1] ?? '');
  const DB = new Proxy(env.DB, {
    get: (target, name) =>
      name === 'prepare'
        ? (sql: string) => (sql.startsWith(start) ? broken.prepare(sql) : target.prepare(sql))
        : Reflect.get(target, name).bind(target),
  });
  return { DB, INTAKE_WAITS: '50 3 50 1000' };
}

test.each(failures)(
  'when %s the alarm is raised, says how far it came, and ends once all is well',
  async (_name, words, broken) => {
    const { sent, subjects, mail } = watchedMail();
    expect(await sing({ ...mail, ...broken() })).toBeInstanceOf(Error);
    const told = broken().MAIL_FROM === '' ? [] : ['Please look at your enquiry page'];
    expect(subjects()).toEqual(told);
    if (told.length > 0) expect(sent[0]?.text).toContain(words);
    expect(await deskPage('/desk', mail)).toContain(words);
    expect(await sing(mail)).toBeUndefined();
    expect(await deskPage('/desk', mail)).not.toContain(words);
  },
);

test('one that D1 did not take raises the alarm; when the queue brings it, the next deletes it', async () => {
  const { sent, mail } = watchedMail();
  expect(await sing({ ...mail, ...faultsAt('insert into "enquiries"') })).toBeInstanceOf(Error);
  expect(sent[0]?.text).toContain('was not in the database');
  await expect.poll(count, { timeout: 10_000 }).toBe(1);
  expect(await sing(mail)).toBeUndefined();
  expect(await count()).toBe(0);
});
