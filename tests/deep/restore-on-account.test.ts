import { existsSync } from 'node:fs';
import { copyFile, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSite } from '../../scripts/account/site-file.ts';
import { manifestOf } from '../../scripts/backup/backup-file.ts';
import { endOf } from '../../scripts/key-ends.ts';
import { root } from '../../scripts/wrangler.ts';
import { fixtureFacts } from '../fixtures/practice.ts';
import { nobodyThere } from '../support/cloudflare/wrangler.ts';
import { bytesUnder } from '../support/files.ts';
import { publishedRows } from '../support/published-rows.ts';
import { randomKey, smallSite } from '../support/small-site.ts';
import { onTerminal } from '../support/terminal.ts';

// A real site’s database is copied and brought back, on a stand-in of Cloudflare, with the real wrangler.

const key = randomKey();
const ring = `k1:${key}`;
let site: Awaited<ReturnType<typeof smallSite>>;
let backups: string;
let backup: string;
beforeAll(async () => {
  site = await smallSite({ k1: endOf(key) });
  for (const id of ['anna', 'bob', 'carl']) await site.enquire(id, ring);
  await site.rows(
    "insert into changes (enquiry_id, version, at, by, kind, detail) values ('bob', 1, 1, 'me', 'stage', 'Replied')",
  );
  await site.rows(publishedRows());
  backups = join(site.folder, 'backups');
  const made = await site.run('backup/backup.ts', ['--to', backups]);
  expect(made).toMatchObject({ status: 0, text: expect.stringContaining(`the real site, ${site.name}`) });
  const [file] = (await readdir(backups)).filter((one) => one.endsWith('.sql'));
  backup = join(backups, file ?? '');
});
afterAll(() => site.stop());

/** Bob is erased, Dora writes and is taken up, Carl is answered. */
async function goOn() {
  await site.rows("delete from enquiries where id = 'bob'; delete from changes where enquiry_id = 'bob'");
  await site.rows(
    "insert into tombstones (id, at, why, by) values ('t-bob', 2000, 'erased at the desk', 'me')",
  );
  await site.rows("insert into gone_counts values ('1970-01-01', '', 1, 1, 0, 0)");
  await site.enquire('dora', ring, { received_at: 3000 });
  await site.rows(
    "insert into changes (enquiry_id, version, at, by, kind, detail) values ('dora', 1, 4000, 'me', 'stage', 'Replied')",
  );
  await site.rows("update enquiries set version = 1 where id in ('carl', 'dora')");
  await site.rows("insert into set_aside values ('m1', '{}', 3500)");
  await site.rows(publishedRows({ ...fixtureFacts, name: 'Another Name' }, false));
}

test('a backup is for its owner alone, and no log has a row of it or the open address of the export', async () => {
  for (const file of [backup, manifestOf(backup)]) expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(backups)).mode & 0o777).toBe(0o700);
  const logs = await bytesUnder(join(root, '.wrangler/account'), /\.log$/);
  for (const trace of ['/signed/', 'sealed']) expect(logs.includes(trace)).toBe(false);
});

test('a wrong name, a file that was touched, or another site’s backup changes nothing', async () => {
  const asked = await onTerminal(
    process.execPath,
    ['--no-warnings', join(root, 'scripts/backup/restore.ts'), backup],
    site.environment({ ...site.env, SEAL_KEYS: undefined }),
    [
      [/type the name of the site/, 'something else'],
      [/That is not its name[\s\S]*> $/, '\u0003'],
    ],
  );
  expect(asked).toMatchObject({ status: 130, output: expect.stringContaining('Interrupted') });

  const touched = join(site.folder, 'touched.sql');
  await copyFile(backup, touched);
  await copyFile(manifestOf(backup), manifestOf(touched));
  await writeFile(touched, '-- more\n', { flag: 'a' });
  const refused = await site.run('backup/restore.ts', [touched, '--yes']);
  expect(refused).toMatchObject({ status: 1, text: expect.stringContaining('SHA-256 differs') });

  const manifest = JSON.parse(await readFile(manifestOf(backup), 'utf8'));
  const other = join(site.folder, 'other.sql');
  await copyFile(backup, other);
  await writeFile(manifestOf(other), JSON.stringify({ ...manifest, site: 'another' }));
  const foreign = await site.run('backup/restore.ts', [other, '--yes']);
  expect(foreign).toMatchObject({ status: 1, text: expect.stringContaining('a backup of another') });
  expect(site.account.databases).toHaveLength(1);
});

test('a restore goes on after a lost answer: erased people stay erased, newer enquiries come along', async () => {
  const before = readSite();
  await goOn();
  site.loseAnswer(/POST .*\/import/, 2);
  const lost = await site.run('backup/restore.ts', [backup, '--yes']);
  expect(lost.status).toBe(1);
  expect(lost.text).toContain('fetch failed');
  expect(lost.text).toContain('Run the same command again');
  expect(readSite()).toEqual(before);
  expect(site.account.databases).toHaveLength(2);

  site.noMoreFaults();
  const { status, text } = await site.run('backup/restore.ts', [backup, '--yes'], { SEAL_KEYS: ring });
  expect(text).toContain('this one goes on with it');
  expect(text).toContain('3 of the newest 3 enquiries opened');
  expect(text).toContain('1 enquiries were carried over');
  expect(text).toContain('though something was done with them since');
  expect(text).toContain('CARL');
  // What was published since comes along, and what was shut since is not open again.
  expect(text).toMatch(
    /The facts are those of Another Name: version 3, published on .*, newer than the backup\./,
  );
  expect(text).toMatch(/The site was shut on .* by me@practice.co.uk/);
  expect(text).toContain(before.database?.id);
  expect(text).not.toContain(key);
  expect(status).toBe(0);
  expect(site.account.databases).toMatchObject([{}, { jurisdiction: 'eu' }]);
  expect(readSite().database?.name).toMatch(new RegExp(`^${site.name}-enquiries-\\d{8}-\\d{4}$`));
  expect(readSite().database?.id).toBe(site.account.databases[1]?.uuid);

  expect(await site.rows('select "row", id from enquiries order by "row"')).toEqual([
    { row: 1, id: 'anna' },
    { row: 3, id: 'carl' },
    { row: 4, id: 'dora' },
  ]);
  expect(await site.rows('select enquiry_id from changes')).toEqual([{ enquiry_id: 'dora' }]);
  expect(await site.rows('select id from tombstones')).toEqual([{ id: 't-bob' }]);
  expect(await site.rows('select enquiries, replied from gone_counts')).toEqual([
    { enquiries: 1, replied: 1 },
  ]);
  expect(await site.rows('select message_id from set_aside')).toEqual([{ message_id: 'm1' }]);
  expect(existsSync(join(root, '.wrangler/account', site.name, 'restoring.json'))).toBe(false);
  // Whoever is erased from now on is in the backup and in the database that is left behind.
  expect(await site.rows('select kind from backups order by id')).toEqual([
    { kind: 'file' },
    { kind: 'database' },
  ]);

  // Until the deploy enquiries still go into the old one.
  const old = before.database?.id ?? '';
  await site.rows("update enquiries set id = 'emil', reference = 'EMIL' where id = 'anna'", old);
  await site.rows(
    "insert into tombstones (id, at, why, by) values ('t-carl', 5000, 'erased by the visitor', 'visitor')",
    old,
  );
  const caught = await site.run('backup/restore.ts', ['--catch-up', before.database?.name ?? '']);
  expect(caught).toMatchObject({ status: 0, text: expect.stringContaining('1 enquiries were carried over') });
  const ids = await site.rows('select id from enquiries order by id');
  expect(ids).toEqual([{ id: 'anna' }, { id: 'dora' }, { id: 'emil' }]);
}, 180_000);

test('when the database in use does not answer, that is said, with what Cloudflare says', async () => {
  const CLOUDFLARE_API_BASE_URL = await nobodyThere();
  const shut = await site.run('backup/restore.ts', [backup, '--yes'], { CLOUDFLARE_API_BASE_URL });
  expect(shut.status).toBe(1);
  expect(shut.text).toContain('does not answer');
  expect(shut.text).toContain('could not be reached');
  expect(shut.text).toContain('--without-newer');

  site.refuse(/POST \/d1\/database\/.*\/query/, { status: 503, code: 7500, message: 'D1 is overloaded' });
  const busy = await site.run('backup/backup.ts', ['--to', backups]);
  expect(busy).toMatchObject({ status: 1, text: expect.stringContaining('D1 is overloaded') });
  site.noMoreFaults();
});
