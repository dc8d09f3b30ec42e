import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { moves } from '../../pages/content/stages.ts';
import { root } from '../../scripts/wrangler.ts';

function migrate(database: DatabaseSync, name: string) {
  database.exec(readFileSync(join(root, 'migrations', name), 'utf8'));
}

test('what the history said in words becomes the key of a move; notes stay as they are', () => {
  const database = new DatabaseSync(':memory:');
  migrate(database, '0000_enquiries.sql');
  const add = database.prepare(
    "insert into changes (enquiry_id, version, at, by, kind, detail) values ('id', ?, 0, 'me', ?, ?)",
  );
  // Before there was "Did not come", each move had these words.
  const before = Object.entries(moves).filter(([name]) => name !== 'didNotCome');
  for (const [place, [, { words }]] of before.entries()) add.run(place, 'stage', words);
  add.run(100, 'taken', 'in person; they agreed to the wording below');
  add.run(101, 'kept', '');
  add.run(102, 'note', '');
  migrate(database, '0001_history_keys.sql');
  const rows = database.prepare('select kind, detail from changes order by version').all();
  expect(rows.map(({ kind, detail }) => `${kind} ${detail}`)).toEqual([
    ...before.map(([name]) => `stage ${name}`),
    'taken in person',
    'extended ',
    'note ',
  ]);
});
