import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { backupPeriod, tombstonePeriod } from '../../pages/content/backups.ts';
import { deleteExpired } from '../../worker/enquiries/delete-expired.ts';
import { forgetTombstones } from '../../worker/enquiries/forget-tombstones.ts';
import { runJobs } from '../../worker/jobs.ts';
import { arrived, page, submit } from '../support/desk.ts';
import { deskPage, watchedMail } from '../support/mail.ts';
import { atDesk, downloadLeads } from '../support/practitioner.ts';
import { goodForm, send, visit } from '../support/visitor.ts';
import { atLink, linkOf } from '../support/yours.ts';

type Row = Record<string, string | number | null>;

const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day);
const count = (table: string) => env.DB.prepare(`select count(*) as n from ${table}`).first('n');
const rowsOf = async (table: string) => (await env.DB.prepare(`select * from ${table}`).all<Row>()).results;
const file = (filter = '') => downloadLeads(filter).then((answer) => answer.arrayBuffer());

/** As `npm run backup` notes it. */
async function backup(at = new Date()) {
  await env.DB.prepare("insert into backups (at, kind, name) values (?, 'file', 'enquiries.sql')")
    .bind(at.getTime())
    .run();
}

async function cron(now = new Date(), failures = 0) {
  const { sent, mail } = watchedMail(failures);
  const context = createExecutionContext();
  await runJobs({ ...env, ...mail }, context, now);
  await waitOnExecutionContext(context);
  return sent.filter(({ subject }) => subject.startsWith('Please delete'));
}

async function erase(...people: { id: string; path: string }[]) {
  const body = new URLSearchParams(people.map(({ id }) => ['id', id]));
  const answer = await atDesk(`${people[0]?.path}/erase`, { method: 'POST', body });
  expect(answer.status).toBe(200);
  return answer.text();
}

/** The form of a copy on the page of deletions, by its heading. */
async function todo(heading: string): Promise<string | undefined> {
  const html = await page('/desk/deletions');
  const [, path] =
    [...html.matchAll(/<form method="post" action="([^"]+)"><h3>([^<]+)/g)].find(
      ([, , title]) => title === heading,
    ) ?? [];
  return path;
}

const seeTo = async (heading: string, ending = 'gone', by?: string) =>
  submit((await todo(heading)) ?? '/desk/deletions/copies/0', { ending }, by);

/** Puts rows back as they were, as a backup brings them: with the name of their tombstone, or of before there was one. */
async function bringBack(enquiries: Row[], isOlder = false) {
  for (const one of enquiries) {
    const row: Row = isOlder ? { ...one, tombstone_id: null } : one;
    const names = Object.keys(row);
    await env.DB.prepare(
      `insert into enquiries (${names.map((name) => `"${name}"`)}) values (${names.map(() => '?')})`,
    )
      .bind(...Object.values(row))
      .run();
  }
}

test('a person is erased: copies are listed without them, mailed once, ticked off, and no backup brings them back', async () => {
  const other = await arrived({ name: 'Somebody Else', email: 'else@example.com', phone: '07700 900999' });
  await file();
  const first = await arrived({ phone: '07700 900123' });
  await file();
  const second = await arrived({ phone: '07700 900123', email: 'second@example.com' });
  const third = await arrived({ email: 'second@example.com' });
  await file();
  await backup();
  const before = await rowsOf('enquiries');

  const words = await erase(first, second, third);
  expect(words).toContain('3 enquiries are gone');
  for (const copy of ['File 2', 'File 3', 'Backup of'])
    expect(words.toLowerCase()).toContain(copy.toLowerCase());

  const left = JSON.stringify(
    await Promise.all(['recall_todos', 'tombstones', 'backups', 'gone_counts'].map((table) => rowsOf(table))),
  );
  for (const gone of [first, second, third])
    for (const trace of [gone.id, gone.reference]) expect(left).not.toContain(trace);
  expect(await page('/desk')).toContain('3 copies outside of the site are to be seen to');
  const list = await page('/desk/deletions');
  for (const shown of ['File 2', 'File 3', 'The backup of', 'leads-2-full-']) expect(list).toContain(shown);
  expect(list).not.toContain('File 1');

  const [mail, ...more] = await cron();
  expect(more).toEqual([]);
  expect(mail?.subject).toBe('Please delete 3 copies');
  expect(mail?.text).toMatch(/file 2: leads-2-full-.*\nfile 3: .*\nthe backup of /);
  expect(mail?.text).not.toMatch(/Ada|example\.com \(|07700/);
  expect(await cron()).toEqual([]);

  for (const copy of ['File 2', 'File 3']) expect((await seeTo(copy)).status).toBe(303);
  expect(await page('/desk')).toContain('1 copy outside of the site is to be seen to');
  expect(await page('/desk/deletions')).toMatch(/File 2: deleted, .*practitioner@example.com/);

  // Out of a backup of this version the database itself lets nobody back; out of an older one nobody sees them.
  const theirs = before.filter(({ id }) => id !== other.id);
  await bringBack(theirs);
  expect(await count('enquiries')).toBe(1);
  await bringBack(theirs, true);
  expect(await count('enquiries')).toBe(4);
  const inbox = await page('/desk');
  expect(inbox).toContain(other.reference);
  for (const gone of [first, second, third]) expect(inbox).not.toContain(gone.reference);
  expect(await count('enquiries')).toBe(1);
});

test('out of an older backup nobody comes back: not to the cron, and not by the link of their own', async () => {
  const own = await linkOf(await send(goodForm));
  const before = await rowsOf('enquiries');
  await atLink(own, { contact: goodForm.email, action: 'erase-for-good' });
  for (const look of [
    async () => expect((await atLink(own, { contact: goodForm.email, action: 'see' })).status).toBe(422),
    async () => {
      await env.DB.prepare('update enquiries set notified_at = null').run();
      await cron();
    },
  ]) {
    await bringBack(before, true);
    await look();
    expect(await count('enquiries')).toBe(0);
  }
});

test('a visitor’s erasure, a consent taken back and time that is over become things to do alike', async () => {
  const reasons = async () => {
    const why = (await rowsOf('recall_todos')).map((row) => [row.kind, row.why]);
    await env.DB.prepare('delete from recall_todos').run();
    return why;
  };
  const sent = async () => {
    const own = await linkOf(await send({ ...goodForm, formKey: crypto.randomUUID() }));
    await env.DB.prepare('delete from exports').run();
    await env.DB.prepare('delete from backups').run();
    await file();
    await backup();
    return (action: string) => atLink(own, { contact: goodForm.email, action });
  };
  await (await sent())('erase-for-good');
  expect(await reasons()).toEqual([
    ['file', 'erased by the visitor'],
    ['backup', 'erased by the visitor'],
  ]);
  await (await sent())('withdraw');
  await deleteExpired(env, new Date());
  expect(await reasons()).toEqual([
    ['file', 'consent withdrawn'],
    ['backup', 'consent withdrawn'],
  ]);
  await sent();
  await deleteExpired(env, inDays(200));
  expect(await reasons()).toEqual([['file', 'kept long enough']]);
});

test('a file that was only cleaned is asked about again, one that is deleted is not', async () => {
  const people = [await arrived(), await arrived(), await arrived()];
  await file();
  const [one, two, three] = people;
  if (!one || !two || !three) throw new Error('three arrived');
  await erase(one);
  await seeTo('File 1', 'out');
  expect(await todo('File 1')).toBeUndefined();
  await erase(two);
  await seeTo('File 1', 'gone');
  await erase(three);
  expect(await todo('File 1')).toBeUndefined();
});

test('times are over every day, and nobody is sent looking every day', async () => {
  const one = await arrived();
  await arrived();
  await file();
  await erase(one);
  await seeTo('File 1', 'out');
  await deleteExpired(env, inDays(190));
  // The clock of this test goes no further: a month after it was seen to is not yet.
  const due = await env.DB.prepare('select due_at from recall_todos where done_at is null').first('due_at');
  expect(Number(due)).toBeGreaterThan(Date.now() + 29 * day);
  expect(await todo('File 1')).toBeUndefined();
  expect(await cron(inDays(191))).toHaveLength(1);
});

test('the files of a program are one thing to see to', async () => {
  const { path, id } = await arrived();
  for (const _ of [1, 2]) await file();
  await env.DB.prepare("update exports set by = 'token booking.access'").run();
  await erase({ path, id });
  const heading = 'The files that the program “booking.access” fetched';
  expect(await rowsOf('recall_todos')).toHaveLength(1);
  expect((await seeTo(heading, 'gone')).status).toBe(400);
  expect((await seeTo(heading, 'out')).status).toBe(303);
});

test('a tick of something that is not there, or twice, changes nothing', async () => {
  const { path, id } = await arrived();
  await file();
  await erase({ path, id });
  const form = (await todo('File 1')) ?? '';
  expect((await submit('/desk/deletions/copies/99', { ending: 'gone' })).status).toBe(404);
  expect((await submit(form, { ending: 'kept' })).status).toBe(400);
  await submit(form, { ending: 'gone' });
  await submit(form, { ending: 'out' }, 'second@example.com');
  expect(await rowsOf('recall_todos')).toMatchObject([
    { ending: 'gone', done_by: 'practitioner@example.com' },
  ]);
  const answer = await atDesk(form);
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/desk/deletions?signed-out']);
});

test('a mail that fails is tried again', async () => {
  const { path, id } = await arrived();
  await file();
  await erase({ path, id });
  await env.DB.prepare('update enquiries set notified_at = 1').run();
  expect(await cron(new Date(), 9)).toEqual([]);
  expect(await cron(inDays(0.01))).toHaveLength(1);
});

test('a backup whose three months are over is asked about, once, until it is deleted', async () => {
  await arrived();
  await backup(inDays(-100));
  expect(await cron()).toHaveLength(1);
  expect(await page('/desk/deletions')).toContain('no backup is kept for longer than 3 months');
  expect(await cron(inDays(1))).toEqual([]);
  const [{ heading = '' } = {}] = [
    ...(await page('/desk/deletions')).matchAll(/<h3>(?<heading>The backup of [^<]+)/g),
  ].map(({ groups }) => groups ?? {});
  await seeTo(heading);
  expect(await cron(inDays(2))).toEqual([]);
  expect(await deskPage('/desk')).not.toContain('outside of the site');
});

test('a backup that is kept until its time is over is asked about then', async () => {
  const { path, id } = await arrived();
  await backup();
  await erase({ path, id });
  const [row] = await rowsOf('recall_todos');
  await submit(`/desk/deletions/copies/${row?.id}`, { ending: 'stays' });
  expect(await cron(inDays(80))).toEqual([]);
  expect(await cron(inDays(93))).toHaveLength(1);
});

test('tombstones go a month after the last backup, but not while a message of before them waits', async () => {
  const { path, id } = await arrived();
  await erase({ path, id });
  const goes = async (days: number) => {
    await forgetTombstones(env, inDays(days));
    return (await count('tombstones')) === 0;
  };
  expect(await goes(115)).toBe(false);
  await env.DB.prepare("insert into set_aside values ('m', '{}', 1)").run();
  expect(await goes(130)).toBe(false);
  await env.DB.prepare('delete from set_aside').run();
  expect(await goes(130)).toBe(true);
});

test('a reference stays only until every list of leads files has named it, and not at all without a file', async () => {
  const never = await arrived();
  await erase(never);
  expect(await count('recalled_references')).toBe(0);
  const held = await arrived();
  await file();
  await erase(held);
  await forgetTombstones(env, inDays(1));
  expect(await rowsOf('recalled_references')).toMatchObject([{ reference: held.reference }]);
  expect(await (await downloadLeads('', { since: 'last', format: 'csv' })).text()).toContain(held.reference);
  await forgetTombstones(env, inDays(1));
  expect(await count('recalled_references')).toBe(0);
});

test('what an older version left of a person no longer leads to them after the next run of the cron', async () => {
  const { id, reference, path } = await arrived();
  await file();
  const [row] = await rowsOf('enquiries');
  await erase({ id, path });
  await env.DB.prepare('delete from recalled_references').run();
  await env.DB.prepare('update tombstones set id = ?, "row" = ?')
    .bind(id, row?.row ?? 0)
    .run();
  await cron();
  expect(JSON.stringify(await rowsOf('tombstones'))).not.toContain(id);
  expect(await rowsOf('recalled_references')).toMatchObject([{ reference }]);
  await bringBack(row ? [row] : []);
  expect(await count('enquiries')).toBe(0);
});

test('the privacy notice and the page of an erased enquiry name how long copies and codes stay', async () => {
  const notice = await (await visit('/privacy')).text();
  for (const period of [backupPeriod, `For ${tombstonePeriod} a code`]) expect(notice).toContain(period);
  const own = await linkOf(await send(goodForm));
  const gone = await atLink(own, { contact: goodForm.email, action: 'erase-for-good' });
  expect(await gone.text()).toContain(`longer than ${backupPeriod}`);
});
