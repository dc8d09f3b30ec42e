import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSite } from '../../scripts/account/site-file.ts';
import { endOf } from '../../scripts/key-ends.ts';
import { randomKey, smallSite } from '../support/small-site.ts';

test('when the database is lost, the newest other backup says who stays erased; a wrong ring stops it', async () => {
  const key = randomKey();
  const site = await smallSite({ k1: endOf(key) });
  const backups = join(site.folder, 'backups');
  for (const id of ['anna', 'bob']) await site.enquire(id, `k1:${key}`);
  expect((await site.run('backup/backup.ts', ['--to', backups])).status).toBe(0);
  const [first = ''] = (await readdir(backups)).filter((name) => name.endsWith('.sql'));
  await site.rows("delete from enquiries where id = 'bob'");
  await site.rows(
    "insert into tombstones (id, at, why, by) values ('t-bob', 2000, 'erased by the visitor', 'visitor')",
  );
  await site.rows("insert into gone_counts values ('1970-01-01', '', 1, 0, 0, 0)");
  expect((await site.run('backup/backup.ts', ['--to', backups])).status).toBe(0);

  const before = readSite();
  site.account.databases.pop();
  const restore = [join(backups, first), '--yes'];
  const refused = await site.run('backup/restore.ts', restore);
  expect(refused).toMatchObject({ status: 1, text: expect.stringContaining('could not be found') });
  expect(site.account.databases).toEqual([]);

  const anyway = [...restore, '--without-newer'];
  const wrong = await site.run('backup/restore.ts', anyway, { SEAL_KEYS: `k1:${randomKey()}` });
  expect(wrong).toMatchObject({ status: 1, text: expect.stringContaining('1 enquiries do not open') });
  expect(readSite()).toEqual(before);

  const { status, text } = await site.run('backup/restore.ts', anyway);
  expect(text).toMatch(/known from the newer backup .*\.sql, and stays erased/);
  expect(text).toContain('this one goes on with it');
  expect(status).toBe(0);
  expect(site.account.databases).toMatchObject([{ uuid: readSite().database?.id }]);
  expect(await site.rows('select id from enquiries')).toEqual([{ id: 'anna' }]);
  expect(await site.rows('select enquiries from gone_counts')).toEqual([{ enquiries: 1 }]);
  await site.stop();
});
