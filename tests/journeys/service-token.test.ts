import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { mailAboutLeadsFiles } from '../../worker/notify/leads-file-mails.ts';
import { askWith, program, publishForEachTest, sign } from '../support/access-assertions.ts';
import { arrived } from '../support/desk.ts';
import { watchedMail } from '../support/mail.ts';

publishForEachTest();

const wanted = { path: '/desk/exports', method: 'POST' };
const file = async (more: Parameters<typeof askWith>[1] = {}, claims: object = program) =>
  askWith(await sign(claims), { ...wanted, body: new URLSearchParams({ kind: 'full' }), ...more });

test('a listed service token gets the leads file without a browser’s headers, and is in the register', async () => {
  await arrived();
  const answer = await file();
  expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
  expect(answer.headers.get('Content-Disposition')).toMatch(/leads-\d+-full-[\d-]{10}-1-rows\.csv/);
  expect(await answer.text()).toContain('Ada Example');
  expect(await env.DB.prepare('select "by" from exports').first('by')).toBe('token robot.access');
});

test('it gets the spreadsheet as well, and 204 without a file or an entry when nothing came since its last', async () => {
  await arrived();
  const body = (fields: Record<string, string>) => ({ body: new URLSearchParams(fields) });
  const since = () => file(body({ kind: 'contacts', format: 'xlsx', since: 'last' }));
  const first = await since();
  expect(first.headers.get('Content-Disposition')).toMatch(/leads-1-contacts-[\d-]{10}-1-rows\.xlsx/);
  await first.arrayBuffer();
  for (let times = 0; times < 20; times++) {
    const answer = await since();
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    expect(answer.headers.get('Content-Disposition')).toBeNull();
  }
  expect(await env.DB.prepare('select count(*) as n from exports').first('n')).toBe(1);
  expect((await file(body({ kind: 'contacts', format: 'pdf' }))).status).toBe(400);
});

test('it gets nothing else of the desk, and a token that is not listed gets nothing', async () => {
  const { path } = await arrived();
  for (const [address, method] of [
    ['/desk', 'GET'],
    ['/desk/exports', 'GET'],
    ['/desk/exports/', 'POST'],
    [path, 'GET'],
    [`${path}/stage`, 'POST'],
    ['/desk/promise', 'POST'],
    ['/desk/settings', 'POST'],
  ] as const) {
    const body = method === 'POST' ? new URLSearchParams() : null;
    expect([address, (await file({ path: address, method, body })).status]).toEqual([address, 403]);
  }
  for (const name of ['stranger.access', 'robot.access, other.access', 'none', 'ROBOT.access', ''])
    expect([name, (await file({}, { ...program, common_name: name })).status]).toEqual([name, 403]);
  expect(
    (await file({ bindings: { EXPORT_TOKENS: 'none' } }, { ...program, common_name: 'none' })).status,
  ).toBe(403);
  expect(await env.DB.prepare('select count(*) as n from exports').first('n')).toBe(0);
});

test('the practitioner gets one mail for a token’s first file of a day in London, and one for another token’s', async () => {
  const { sent, mail } = watchedMail();
  await arrived();
  const bindings = { ...mail };
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-07-01T21:00:00Z') });
  const at = (time: string, name: string) => {
    vi.setSystemTime(new Date(time));
    return file({ bindings }, { ...program, common_name: name, exp: Date.now() / 1000 + 60 });
  };
  await at('2026-07-01T21:00:00Z', 'robot.access');
  await at('2026-07-01T22:30:00Z', 'robot.access');
  await at('2026-07-01T22:40:00Z', 'other.access');
  expect(sent.map(({ subject }) => subject)).toEqual(
    Array(2).fill('Was this you? A program downloaded 1 enquiry'),
  );
  expect(sent[0]?.text).toContain('robot.access');
  // After midnight in London.
  await at('2026-07-01T23:05:00Z', 'robot.access');
  expect(sent).toHaveLength(3);
  await mailAboutLeadsFiles({ ...env, ...mail });
  expect(sent).toHaveLength(3);
});

test('a mail that fails is tried again by the cron, and runs of it at once send it once', async () => {
  const { sent, mail } = watchedMail(1);
  expect((await file({ bindings: mail })).status).toBe(200);
  expect(sent).toHaveLength(0);
  await Promise.all([1, 2, 3].map(() => mailAboutLeadsFiles({ ...env, ...mail })));
  expect(sent).toHaveLength(1);
});

test('thirty at once get ten files as well', async () => {
  const statuses = (await Promise.all(Array.from({ length: 30 }, () => file()))).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(10);
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
  expect(Number(await env.DB.prepare('select count(*) as n from exports').first('n'))).toBeLessThanOrEqual(
    10,
  );
});

test('one token gets ten files an hour, then 429 and no file; another token and a person are not stopped by it', async () => {
  const statuses: number[] = [];
  for (let times = 0; times < 11; times++) statuses.push((await file()).status);
  expect(statuses).toEqual([...Array(10).fill(200), 429]);
  const refused = await file();
  expect(refused.headers.get('Retry-After')).toBe('3600');
  expect(await refused.text()).toContain('No file was made');
  expect((await file({}, { ...program, common_name: 'other.access' })).status).toBe(200);
  expect(await env.DB.prepare('select count(*) as n from exports').first('n')).toBe(11);
});
