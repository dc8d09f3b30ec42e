import { env } from 'cloudflare:workers';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { databaseOf } from '../../worker/database/client.ts';
import { type Leads, leadsFile } from '../../worker/desk/leads/leads-stream.ts';
import { keysOf } from '../../worker/sealing/secret-keys.ts';
import { arrived, page, submit } from '../support/desk.ts';
import { databaseErrors, faultyDatabase } from '../support/faults.ts';
import { atDesk, downloadLeads } from '../support/practitioner.ts';

type Row = Record<string, string>;

async function names(filter = '', more: Row = {}): Promise<(string | undefined)[]> {
  return rowsOf(await downloadLeads(filter, more)).then((rows) => rows.map(({ name }) => name));
}

async function rowsOf(answer: Response): Promise<Row[]> {
  return parse(Buffer.from(await answer.arrayBuffer()), { bom: true, columns: true });
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Buffer.from(digest).toString('hex');
}

const registered = () => env.DB.prepare('select * from exports order by id desc').first<Row>();

test('the file is the list on the screen, filtered and searched alike', async () => {
  const ann = await arrived({ name: 'Ann', email: 'ann@example.com' });
  await arrived({ name: 'Ben', email: 'ben@example.com', c: 'fb-nov-a' });
  await submit(`${ann.path}/stage`, { version: '0', move: 'booked' });
  expect(await names()).toEqual(['Ben', 'Ann']);
  expect(await names('?stage=booked')).toEqual(['Ann']);
  expect(await names('?campaign=fb-nov-a')).toEqual(['Ben']);
  expect(await names('?q=ann%40')).toEqual(['Ann']);
  expect(await names('?q=nobody')).toEqual([]);
  expect(JSON.stringify(await registered())).not.toContain('nobody');
});

test('Contacts has how to reach people and what they agreed to, and no message', async () => {
  await arrived({ message: 'Private words', goodTime: 'evening' });
  const [row] = await rowsOf(await downloadLeads('', { kind: 'contacts' }));
  expect(row).toMatchObject({
    name: 'Ada Example',
    email: 'ada@example.com',
    reply_by: 'Email',
    good_time: 'Early evening',
    stage: 'new',
    consent_scope: 'reply only',
  });
  expect(JSON.stringify(row)).not.toMatch(/Private|"message":/);
});

test('every export is registered: who, when, what, how many, and the hash of the very bytes', async () => {
  await arrived({ c: 'fb-nov-a' });
  const answer = await downloadLeads('?campaign=fb-nov-a');
  const name = answer.headers.get('Content-Disposition') ?? '';
  const bytes = await answer.arrayBuffer();
  const entry = await registered();
  expect(entry).toMatchObject({
    by: 'practitioner@example.com',
    kind: 'full',
    filter: '?campaign=fb-nov-a',
    rows: 1,
    columns: 3,
    state: 'finished',
    sha256: await sha256(bytes),
  });
  expect(name).toContain(`leads-${entry?.id}-full-`);
  const list = await page('/desk/exports');
  for (const shown of [
    String(entry?.sha256),
    'Finished',
    '/desk?campaign=fb-nov-a',
    'practitioner@example.com',
  ])
    expect(list).toContain(shown);
});

test('since my last file of a kind: what came after it, and what was moved from Review since', async () => {
  const robot = await arrived({ name: 'Taken for a robot', topic: 'x' });
  await arrived({ name: 'Ann' });
  expect(await names('', { since: 'last' })).toEqual(['Ann']);
  await arrived({ name: 'Ben' });
  await submit(`${robot.path}/inbox`, { version: '0' });
  expect((await names('', { since: 'last' })).sort()).toEqual(['Ben', 'Taken for a robot']);
  // Another kind, and another person, have files of their own.
  expect(await names('', { since: 'last', kind: 'contacts' })).toHaveLength(3);
  const body = new URLSearchParams({ filter: '', kind: 'full', since: 'last' });
  const second = await atDesk('/desk/exports', { method: 'POST', body }, 'second@example.com');
  expect(await rowsOf(second)).toHaveLength(3);
});

test('a narrower file does not hide from the next what it left out', async () => {
  await arrived({ name: 'Ann' });
  await arrived({ name: 'Ben', c: 'fb-nov-a' });
  await names('?campaign=fb-nov-a');
  await arrived({ name: 'Cas' });
  expect(await names('', { since: 'last' })).toEqual(['Cas', 'Ben', 'Ann']);
});

test.each(['csv', 'xlsx'] as const)(
  'a %s that cannot be finished ends in an error, and the register says failed',
  async (format) => {
    await arrived();
    const { ring } = await keysOf(env);
    const start = async () => {
      await downloadLeads().then((answer) => answer.arrayBuffer());
      const { id } = (await registered()) ?? {};
      await env.DB.prepare("update exports set state = 'started', sha256 = null").run();
      return Number(id);
    };
    const leads: Omit<Leads, 'id' | 'rows'> = {
      by: 'practitioner@example.com',
      kind: 'full',
      format,
      filter: '',
      selection: { folder: 'inbox', highestSequence: 9 },
      q: '',
      highestSequence: 9,
      onlyNew: false,
      last: undefined,
      gone: [],
    };
    const short = leadsFile(databaseOf(env.DB), ring, { ...leads, id: await start(), rows: 2 });
    await expect(new Response(short).text()).rejects.toThrow();
    expect(await registered()).toMatchObject({ state: 'failed', sha256: null });
    expect(await page('/desk/exports')).toContain('the file is not whole, do not use it');

    const DB = faultyDatabase(env.DB, ['throws'], databaseErrors[3] ?? '');
    const broken = leadsFile(databaseOf(DB), ring, { ...leads, id: await start(), rows: 1 });
    await expect(new Response(broken).text()).rejects.toThrow(/could not be finished: d1/);
    expect(await registered()).toMatchObject({ state: 'failed' });

    // Somebody who closes the window before the end has no whole file either.
    const cut = leadsFile(databaseOf(env.DB), ring, { ...leads, id: await start(), rows: 1 });
    const reader = cut.getReader();
    await reader.read();
    await reader.cancel();
    expect(await registered()).toMatchObject({ state: 'failed' });
  },
);

test('a failed file does not count as the last one', async () => {
  await arrived({ name: 'Ann' });
  await names();
  await env.DB.prepare("update exports set state = 'failed'").run();
  expect(await names('', { since: 'last' })).toEqual(['Ann']);
});

test('a kind that is none, and days that are none, are refused and register nothing', async () => {
  expect((await downloadLeads('', { kind: 'everything' })).status).toBe(400);
  expect((await downloadLeads('?from=soon')).status).toBe(400);
  expect(await registered()).toBeNull();
});
