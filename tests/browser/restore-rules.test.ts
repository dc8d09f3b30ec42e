import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import {
  differences,
  fileHash,
  manifestOf,
  newerBackup,
  snapshotOf,
  summarise,
} from '../../scripts/backup/backup-file.ts';
import { eraseAgain, leftOver, notHeld, readErased } from '../../scripts/backup/erased.ts';
import { carryOver, findNewer } from '../../scripts/backup/newer.ts';
import { insert } from '../../scripts/d1.ts';
import { enquiryRow, memoryDatabase } from '../support/memory-database.ts';

// What stays erased and what comes along when a backup is brought back, judged on SQLite itself.

const folder = mkdtempSync(join(tmpdir(), 'rules-'));
afterAll(() => rmSync(folder, { recursive: true }));

const stone = (id: string, at: number) => ({ id, at, why: 'erased at the desk', by: 'me' });
const copies = { backups: [], todos: [], references: [] };
const history = (id: string, version = 1) =>
  `insert into changes (enquiry_id, version, at, by, kind, detail) values ('${id}', ${version}, 1, 'me', 'stage', 'it''s; "booked"')`;

test('whoever was erased goes with history and stays out; who wrote again later stays', () => {
  const copy = memoryDatabase([{ id: 'gone' }, { id: 'again', received_at: 900 }, { id: 'other' }]);
  copy.exec(history('gone'), history('again'), history('other'));
  const tombstones = [{ ...stone('gone', 100), row: 1 }, stone('again', 500), stone('never here', 1)];
  const erase = eraseAgain({ tombstones, gone: [], copies });
  // The second time, for a run that broke off.
  for (const _ of [1, 2]) copy.exec(...erase);
  expect(copy.ids()).toEqual(['again', 'other']);
  // By it the site tells the next leads file who is to be deleted from the earlier ones.
  expect(copy.ask('select "row" from tombstones where id = \'gone\'')).toEqual([{ row: 1 }]);
  expect(copy.ask('select enquiry_id as id from changes order by id')).toEqual([
    { id: 'again' },
    { id: 'other' },
  ]);
  expect(copy.ask(leftOver)).toEqual([{ n: 0 }]);
  copy.exec(insert('enquiries', enquiryRow({ id: 'gone', received_at: 99 })));
  expect(copy.ids()).not.toContain('gone');
});

test('a tombstone’s own name keeps somebody out; of before there were names, the site has to look itself', () => {
  const copy = memoryDatabase([{ id: 'gone', tombstone_id: 't-gone' }, { id: 'older' }]);
  copy.exec(...eraseAgain({ tombstones: [stone('t-gone', 5000), stone('t-older', 5000)], gone: [], copies }));
  expect(copy.ids()).toEqual(['older']);
  expect(copy.ask(notHeld)).toEqual([{ n: 1 }]);
  const live = memoryDatabase([
    { id: 'gone', tombstone_id: 't-gone' },
    { id: 'new', tombstone_id: 't-new' },
  ]);
  expect(findNewer(live.ask, copy.ask).enquiries.map(({ id }) => id)).toEqual(['new']);
});

test('what there is to do about copies comes along, and what was done stays done', () => {
  const todo = (copy: string, more: object = {}) =>
    insert('recall_todos', { kind: 'file', copy, why: 'erased at the desk', due_at: 1, ...more });
  const done = { done_at: 9, done_by: 'me', ending: 'gone' };
  const copy = memoryDatabase();
  const live = memoryDatabase();
  copy.exec(todo('1'), todo('2', done), todo('3'));
  live.exec(todo('7'), todo('1', done), todo('2'));
  live.exec(insert('backups', { at: 1, kind: 'file', name: 'x.sql' }));
  for (const _ of [1, 2]) copy.exec(...eraseAgain(readErased(live.ask)));
  expect(copy.ask('select copy, done_at as done from recall_todos order by copy')).toEqual([
    { copy: '1', done: 9 },
    { copy: '2', done: 9 },
    { copy: '3', done: null },
    { copy: '7', done: null },
  ]);
  expect(copy.ask('select name from backups')).toEqual([{ name: 'x.sql' }]);
});

test('a later tombstone wins, and counts of deleted enquiries are those of the database that has more', () => {
  const copy = memoryDatabase();
  const count = (day: string, enquiries: number) => ({
    day,
    code: 'ad',
    enquiries,
    replied: 1,
    booked: 0,
    attended: 0,
  });
  copy.exec(
    insert('tombstones', stone('a', 200)),
    insert('gone_counts', count('2026-11-01', 2)),
    insert('gone_counts', count('2026-11-02', 3)),
  );
  const gone = [count('2026-11-01', 5), count('2026-11-02', 1), count('2026-11-03', 1)];
  copy.exec(...eraseAgain({ tombstones: [stone('a', 100)], gone, copies }));
  expect(readErased(copy.ask).tombstones).toMatchObject([{ id: 'a', at: 200 }]);
  copy.exec(...eraseAgain({ tombstones: [stone('a', 300)], gone, copies }));
  expect(readErased(copy.ask).tombstones).toMatchObject([{ id: 'a', at: 300 }]);
  expect(readErased(copy.ask).gone.map(({ enquiries }) => enquiries)).toEqual([5, 3, 1]);
});

test('newer enquiries come along with history, wordings, files and waiting messages, and never twice', () => {
  const copy = memoryDatabase([{ id: 'old' }, { id: 'changed' }]);
  const live = memoryDatabase([
    { id: 'old' },
    { id: 'changed' },
    { id: 'lost' },
    { id: 'new', sealed: `it's; a "word"\n--` },
    { id: 'canary', folder: 'canary' },
  ]);
  live.exec(history('new'), "update enquiries set version = 1 where id = 'changed'");
  live.exec(
    "insert into wordings values ('w', 'notice', 'We; you', 1)",
    "insert into set_aside values ('m', '{\"a\":1}', 1)",
  );
  live.exec(
    "insert into exports (at, by, kind, filter, rows, highest_row, columns, state, members, seen) values (1, 'me', 'full', '', 2, 9, 3, 'finished', x'0a0b', x'0a0b')",
  );
  copy.exec(
    "insert into dead_letters values ('stale', null, 1, 1)",
    insert('tombstones', stone('lost', 100)),
  );
  const newer = findNewer(live.ask, copy.ask);
  expect(newer.enquiries.map(({ id }) => id)).toEqual(['new']);
  expect(newer).toMatchObject({ changed: ['R-changed'], sameRows: true });
  for (const _ of [1, 2]) copy.exec(...carryOver(live.ask, copy.ask, newer));
  expect(copy.ask('select "row", id, sealed from enquiries where id = \'new\'')).toEqual([
    { row: 4, id: 'new', sealed: `it's; a "word"\n--` },
  ]);
  expect(copy.ask('select detail from changes')).toEqual([{ detail: `it's; "booked"` }]);
  expect(copy.ask('select words from wordings')).toEqual([{ words: 'We; you' }]);
  expect(copy.ask('select body from set_aside')).toEqual([{ body: '{"a":1}' }]);
  expect(copy.ask('select message_id from dead_letters')).toEqual([]);
  expect(copy.ask('select hex(members) as members, seen from exports')).toEqual([
    { members: '0A0B', seen: null },
  ]);
  // The file's highest row was 9: no enquiry to come may count as one in it.
  copy.exec(insert('enquiries', enquiryRow({ id: 'next', received_at: 999 })));
  expect(copy.ask('select "row" from enquiries where id = \'next\'')).toEqual([{ row: 10 }]);
});

test('what was published, checked and begun at the desk since comes along, and what is newer stays', () => {
  const version = (number: number, content: string) =>
    insert('practice_versions', { version: number, kind: 'facts', content, at: number, by: 'me' });
  const check = (at: number, note: string) =>
    insert('source_checks', {
      source: 's',
      fingerprint: 'f',
      answer: 'says so',
      note,
      name: 'Me',
      by: 'me',
      at,
    });
  const act = (name: string, at: number) => insert('opening_acts', { name, at, by: `me at ${at}` });
  const picture = insert('portraits', { hash: 'p', bytes: Buffer.from([0, 255, 39]), at: 1, by: 'me' });
  const copy = memoryDatabase();
  const live = memoryDatabase();
  copy.exec(version(1, '{"name":"Old; ’s"}'), check(1, 'old'), act('newer here', 9));
  live.exec(version(1, '{}'), version(2, `{"name":"It's; \\"new\\""}`), check(2, 'new'), picture);
  live.exec(act('newer here', 3), act('only there', 3));
  live.exec(insert('practice_drafts', { kind: 'facts', content: '{}', basis: 2, edits: 3, at: 4, by: 'me' }));
  const newer = findNewer(live.ask, copy.ask);
  for (const _ of [1, 2]) copy.exec(...carryOver(live.ask, copy.ask, newer));
  expect(copy.ask('select version, content from practice_versions')).toEqual([
    { version: 1, content: '{"name":"Old; ’s"}' },
    { version: 2, content: `{"name":"It's; \\"new\\""}` },
  ]);
  expect(copy.ask('select note from source_checks')).toEqual([{ note: 'new' }]);
  expect(copy.ask('select hex(bytes) as bytes from portraits')).toEqual([{ bytes: '00FF27' }]);
  expect(copy.ask('select name, at from opening_acts order by at')).toEqual([
    { name: 'only there', at: 3 },
    { name: 'newer here', at: 9 },
  ]);
  expect(copy.ask('select basis, edits from practice_drafts')).toEqual([{ basis: 2, edits: 3 }]);
});

test('a draft that was published or given up since does not come back, nor does what was taken back', () => {
  const act = (name: string, at: number) => insert('opening_acts', { name, at, by: 'me' });
  const draft = (at: number) =>
    insert('practice_drafts', { kind: 'facts', content: '{}', basis: 1, edits: 1, at, by: 'me' });
  const names = (ask: typeof copy.ask) => ask('select name from opening_acts order by name');
  const drafts = (ask: typeof copy.ask) => ask('select at from practice_drafts');
  const copy = memoryDatabase();
  const live = memoryDatabase();
  copy.exec(act('keys', 1), act('codes', 1), draft(1));
  live.exec(act('codes', 1), act('later', 2));
  for (const _ of [1, 2]) copy.exec(...carryOver(live.ask, copy.ask, findNewer(live.ask, copy.ask)));
  expect(names(copy.ask)).toEqual([{ name: 'codes' }, { name: 'later' }]);
  expect(drafts(copy.ask)).toEqual([]);

  // The site uses the restored one now: what was done there stays, what was taken back in the old one is gone.
  const later = Date.now() + 60_000;
  copy.exec(act('at the new desk', later), draft(later));
  live.exec("delete from opening_acts where name = 'later'");
  const version = (number: number, kind: string, at: number) =>
    insert('practice_versions', { version: number, kind, content: '{}', at, by: 'me' });
  copy.exec(version(1, 'facts', later));
  live.exec(version(1, 'facts', 5), version(2, 'facts', 6), version(3, 'settings', 7));
  for (const _ of [1, 2]) copy.exec(...carryOver(live.ask, copy.ask, findNewer(live.ask, copy.ask), true));
  expect(names(copy.ask)).toEqual([{ name: 'at the new desk' }, { name: 'codes' }]);
  expect(drafts(copy.ask)).toEqual([{ at: later }]);
  expect(copy.ask('select version, at from practice_versions')).toEqual([
    { version: 1, at: later },
    { version: 3, at: 7 },
  ]);
});

test('a database of before there was anything of the practice has nothing of it to bring along', () => {
  const live = memoryDatabase();
  for (const table of ['practice_versions', 'practice_drafts', 'source_checks', 'opening_acts', 'portraits'])
    live.exec(`drop table ${table}`);
  const copy = memoryDatabase();
  copy.exec(...carryOver(live.ask, copy.ask, findNewer(live.ask, copy.ask)));
  expect(copy.ask('select * from practice_versions')).toEqual([]);
});

test('where the numbers of rows are taken, newer enquiries get others, and a file no longer says whom it had', () => {
  const copy = memoryDatabase([{ id: 'a' }, { id: 'b' }]);
  const live = memoryDatabase([{ id: 'c' }]);
  live.exec(
    "insert into exports (at, by, kind, filter, rows, highest_row, columns, state, members) values (1, 'me', 'full', '', 1, 1, 3, 'finished', x'02')",
  );
  const newer = findNewer(live.ask, copy.ask);
  copy.exec(...carryOver(live.ask, copy.ask, newer));
  expect(copy.ask('select "row", id from enquiries where id = \'c\'')).toEqual([{ row: 3, id: 'c' }]);
  expect(copy.ask('select members from exports')).toEqual([{ members: null }]);
});

test('the newest other backup of the same site is taken, if it is newer and as it was made', () => {
  const write = (name: string, more: object, words = 'create table tombstones (id text);') => {
    const file = join(folder, `${name}.sql`);
    writeFileSync(file, words);
    writeFileSync(manifestOf(file), JSON.stringify({ fileSha256: fileHash(file), site: 'mine', ...more }));
    return file;
  };
  const first = write('1', { madeAt: '2026-11-01T08:00:00.000Z' });
  expect(newerBackup(first, 'mine')).toBeUndefined();
  const second = write('2', { madeAt: '2026-11-02T08:00:00.000Z' });
  write('3', { madeAt: '2026-11-03T08:00:00.000Z', site: 'another' });
  write('4', { madeAt: '2026-11-04T08:00:00.000Z', fileSha256: 'touched' });
  expect(newerBackup(first, 'mine')).toBe(second);
  expect(newerBackup(second, 'mine')).toBeUndefined();
  expect(snapshotOf(second)('select count(*) as n from tombstones')).toEqual([{ n: 0 }]);
  expect(() => snapshotOf(write('5', {}, 'no SQL'))).toThrow('cannot be read as a database');
});

test('a summary tells two databases apart when one answer differs', () => {
  const one = summarise(memoryDatabase([{ id: 'a' }, { id: 'b' }]).ask);
  expect(differences(one, summarise(memoryDatabase([{ id: 'a' }, { id: 'b' }]).ask))).toEqual([]);
  const other = summarise(memoryDatabase([{ id: 'a' }, { id: 'b', sealed: 'other' }]).ask);
  expect(differences(one, other)).toEqual([expect.stringMatching(/^sha256: .* instead of /)]);
});
