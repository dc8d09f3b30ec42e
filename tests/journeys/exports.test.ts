import { env } from 'cloudflare:workers';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { databaseOf } from '../../worker/database/client.ts';
import { schemaVersion } from '../../worker/desk/leads/leads-columns.ts';
import { leadsFilesWith } from '../../worker/desk/leads/leads-register.ts';
import { type Leads, leadsFile } from '../../worker/desk/leads/leads-stream.ts';
import { thinRegister } from '../../worker/desk/leads/thin-register.ts';
import { deleteExpired } from '../../worker/enquiries/delete-expired.ts';
import { keysOf } from '../../worker/sealing/secret-keys.ts';
import { arrived, page, submit } from '../support/desk.ts';
import { databaseErrors, faultyDatabase } from '../support/faults.ts';
import { atDesk, downloadLeads } from '../support/practitioner.ts';
import { goodForm, referenceIn, send } from '../support/visitor.ts';
import { atLink, linkOf } from '../support/yours.ts';

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
    columns: schemaVersion,
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

/** What a file of what is new since the last one says of each enquiry. */
async function changes(filter = '', more: Row = {}): Promise<Row> {
  const rows = await rowsOf(await downloadLeads(filter, { since: 'last', ...more }));
  return Object.fromEntries(rows.map(({ reference = '', change = '' }) => [reference, change]));
}

/** A visitor at the link to their own enquiry, and that enquiry. */
async function visitor(fields: Row) {
  const email = `${fields.name}@example.com`;
  const sent = { ...goodForm, formKey: crypto.randomUUID(), email, ...fields };
  const answer = await send(sent);
  const { formKey, consent, ...typed } = sent;
  const own = await linkOf(answer);
  const act = (action: string, changed: Row = {}) =>
    atLink(own, { ...typed, ...changed, contact: email, action });
  return { reference: referenceIn(answer), act };
}

test.each(['full', 'contacts'])(
  'the next %s file tells what was corrected, withdrawn, erased or moved from Review since, once',
  async (kind) => {
    const robot = await arrived({ name: 'Robot', topic: 'x' });
    const people = ['corrects', 'withdraws', 'leaves', 'erases', 'stays'];
    const [corrects, withdraws, leaves, erases] = await Promise.all(people.map((name) => visitor({ name })));
    expect(Object.values(await changes('', { kind }))).toEqual(Array(5).fill('new'));

    await corrects?.act('correct', { message: 'Now other words' });
    await leaves?.act('withdraw');
    await deleteExpired(env, new Date());
    await withdraws?.act('withdraw');
    await erases?.act('erase-for-good');
    await submit(`${robot.path}/inbox`, { version: '0' });
    const newcomer = await arrived({ name: 'Newcomer' });
    const never = await visitor({ name: 'never' });
    await never.act('erase-for-good');

    const answer = await downloadLeads('', { kind, since: 'last' });
    expect(answer.headers.get('Content-Disposition')).toContain('-6-rows.csv');
    const rows = await rowsOf(answer);
    const row = (reference = '') => rows.find((one) => one.reference === reference) ?? {};
    expect(row(corrects?.reference)).toMatchObject({ name: 'corrects', change: 'corrected' });
    expect(row(robot.reference)).toMatchObject({ name: 'Robot', change: 'moved from Review' });
    expect(row(newcomer.reference)).toMatchObject({ name: 'Newcomer', change: 'new' });
    for (const [one, words] of [
      [withdraws, 'withdrawn: delete it from your copies'],
      [leaves, 'withdrawn: delete it from your copies'],
      [erases, 'erased: delete it from your copies'],
    ] as const) {
      const { reference, change, schema_version: _, ...rest } = row(one?.reference);
      expect([reference, change]).toEqual([one?.reference, words]);
      expect(Object.values(rest).join('')).toBe('');
    }
    expect(await (await downloadLeads('', { kind, since: 'last' })).text()).toContain('Nothing came since');
  },
);

test('whoever took their consent back is in no file, whole or not, from that moment on', async () => {
  await arrived({ name: 'Ann' });
  const { act } = await visitor({ name: 'Ben' });
  expect(await names()).toEqual(['Ben', 'Ann']);
  await act('withdraw');
  expect(await names()).toEqual(['Ann']);
  expect(await rowsOf(await downloadLeads('', { format: 'csv' }))).toMatchObject([{ change: '' }]);
});

test('an enquiry that comes into a list by its stage is new to the files of that list', async () => {
  const ann = await arrived({ name: 'Ann' });
  const ben = await arrived({ name: 'Ben' });
  await submit(`${ann.path}/stage`, { version: '0', move: 'booked' });
  expect(await names('?stage=booked', { since: 'last' })).toEqual(['Ann']);
  await submit(`${ben.path}/stage`, { version: '0', move: 'booked' });
  expect(await changes('?stage=booked')).toEqual({ [ben.reference]: 'new' });
});

test('with nothing new there is a sentence and no file; a file of everything goes on being one', async () => {
  const since = async (more: Row = {}) => downloadLeads('', { since: 'last', ...more });
  expect(await (await since()).text()).toContain('Nothing came yet.');
  expect(await registered()).toBeNull();
  await arrived();
  await (await since()).arrayBuffer();
  await env.DB.prepare('update exports set at = ?').bind(Date.parse('2026-11-14T10:12:00Z')).run();
  for (const format of ['csv', 'xlsx']) {
    const answer = await since({ format });
    expect([answer.status, answer.headers.get('Content-Disposition')]).toEqual([200, null]);
    expect(await answer.text()).toContain('Nothing came since 14 November 2026, 10:12');
  }
  expect(await names('?stage=booked')).toEqual([]);
  expect(await registered()).toMatchObject({ id: 2, rows: 0 });
});

test('a spreadsheet of more than 20,000 enquiries is a sentence, and no file', async () => {
  await env.DB.exec(
    "insert into enquiries (id, reference, received_at, consent_version, key_id, sealed) with recursive n(i) as (select 1 union all select i + 1 from n where i < 20001) select 'id' || i, 'REF' || i, i, 'consent-1', 'gone', '' from n",
  );
  const answer = await downloadLeads('', { format: 'xlsx' });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('This list has 20,001 enquiries. A spreadsheet can have 20,000.');
  expect(await registered()).toBeNull();
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

const day = 86_400_000;

/** A file in the register that holds some rows; one without them is one whose end nobody saw. */
async function entry({ by = 'me', days = 0, highest = 9, members }: Record<string, unknown>) {
  const set = Array.isArray(members) ? members : undefined;
  const bytes =
    set &&
    Uint8Array.from([0, 1], (n) =>
      set.reduce((byte, row) => byte | (row >> 3 === n ? 1 << (row & 7) : 0), 0),
    );
  const made = await env.DB.prepare(
    'insert into exports (at, by, kind, filter, rows, highest_row, columns, state, members) values (?, ?, ?, ?, 1, ?, 3, ?, ?) returning id',
  )
    .bind(
      Date.now() - Number(days) * day,
      by,
      'full',
      '',
      highest,
      set ? 'finished' : 'started',
      bytes ?? null,
    )
    .first('id');
  return Number(made);
}

const filesWith = async (...rows: number[]) =>
  (await leadsFilesWith(databaseOf(env.DB), rows)).map(({ id }) => id).toReversed();

test('the register knows which files hold any of some rows, however many are asked for', async () => {
  const one = await entry({ members: [1, 8] });
  const two = await entry({ members: [2, 15], highest: 15 });
  const unseen = await entry({ highest: 4 });
  expect(await filesWith(1)).toEqual([one, unseen]);
  expect(await filesWith(2, 8)).toEqual([one, two, unseen]);
  expect(await filesWith(15)).toEqual([two]);
  expect(await filesWith(5, 7, 16, 4000)).toEqual([]);
  expect(await filesWith()).toEqual([]);
  expect(await filesWith(...Array.from({ length: 5000 }, (_, n) => n + 5))).toEqual([one, two]);
});

test('at night the register forgets who was in old files that hold nobody any more, and drops a program’s', async () => {
  const [ann, ben] = [await arrived({ name: 'Ann' }), await arrived({ name: 'Ben' })];
  const by = 'token robot.access';
  await submit(`${ben.path}/erase`, { id: ben.id });
  const held = await entry({ days: 400, by, members: [1, 2], highest: 2 });
  const mine = await entry({ days: 400, members: [2], highest: 2 });
  const dropped = await entry({ days: 400, by, members: [2], highest: 2 });
  const unseen = await entry({ days: 400, by, highest: 2 });
  const last = await entry({ days: 399, by, members: [2], highest: 2 });
  await env.DB.prepare("update exports set seen = x'04' where id = ?").bind(last).run();
  const young = await entry({ days: 300, by, members: [2], highest: 2 });
  const left = async () => {
    await thinRegister(env, new Date());
    const { results } = await env.DB.prepare('select id, hex(members) as members from exports').all();
    return Object.fromEntries(results.map(({ id, members }) => [Number(id), members]));
  };
  expect(await left()).toEqual({ [held]: '0600', [mine]: '', [unseen]: '', [last]: '', [young]: '0400' });
  expect(dropped).toBeGreaterThan(mine);
  await submit(`${ann.path}/erase`, { id: ann.id });
  // Nobody is stored who could be in the file whose end nobody saw, so that goes as well.
  expect(await left()).toEqual({ [mine]: '', [last]: '', [young]: '0400' });
  expect(await page('/desk/exports')).toContain('older than 12 months');
});
