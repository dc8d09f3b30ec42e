import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { askingOf } from '../../scripts/backup/backup-file.ts';
import { insert, type Row } from '../../scripts/d1.ts';

import { root } from '../../scripts/wrangler.ts';

/** A row of an enquiry, of which a test gives what it is about. */
export function enquiryRow(one: Row): Row {
  const usual = { received_at: 100, consent_version: '1', key_id: 'k1' };
  return { ...usual, reference: `R-${one.id}`, sealed: `sealed ${one.id}`, ...one };
}

/** A database in memory with every migration, and these enquiries in it. */
export function memoryDatabase(enquiries: Row[] = []) {
  const made = new DatabaseSync(':memory:');
  const migrations = readdirSync(join(root, 'migrations')).filter((name) => name.endsWith('.sql'));
  for (const name of migrations.sort()) made.exec(readFileSync(join(root, 'migrations', name), 'utf8'));
  for (const one of enquiries) made.exec(insert('enquiries', enquiryRow(one)));
  const ask = askingOf(made);
  const ids = () => ask<{ id: string }>('select id from enquiries order by "row"').map(({ id }) => id);
  return { ask, ids, exec: (...statements: string[]) => made.exec(statements.join(';\n')) };
}
