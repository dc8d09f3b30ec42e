import { createHash } from 'node:crypto';
import { Stop } from '../command.ts';
import { type Asking, askAll } from '../d1.ts';

/** What says whether two databases hold the same. Of enquiries, those up to a row: others may come any moment. */
export interface Summary {
  highestRow: number;
  enquiries: number;
  /** SHA-256 in hex over id, key and sealed answers of each, in order. */
  sha256: string;
  changes: number;
  exports: number;
  tombstones: number;
}

export function summarise(ask: Asking, upTo?: number): Summary {
  const [counts] = ask<Omit<Summary, 'enquiries' | 'sha256'>>(
    `select (select coalesce(max("row"), 0) from enquiries) as highestRow, (select count(*) from changes) as changes,
      (select count(*) from exports) as exports, (select count(*) from tombstones) as tombstones`,
  );
  if (!counts) throw new Stop('The database did not answer.');
  const highestRow = upTo ?? counts.highestRow;
  const rows = askAll<{ id: string; key_id: string; sealed: string }>(
    ask,
    `select id, key_id, sealed from enquiries where "row" <= ${highestRow} order by "row"`,
  );
  const hash = createHash('sha256');
  for (const { id, key_id, sealed } of rows) hash.update(`${id}:${key_id}:${sealed}\n`);
  return { ...counts, highestRow, enquiries: rows.length, sha256: hash.digest('hex') };
}

/** In which numbers the second is not as the first, in words. */
export function differences(expected: Summary, found: Summary): string[] {
  // Its keys are those of the type it has.
  const names = Object.keys(found) as (keyof Summary)[];
  return names
    .filter((name) => found[name] !== expected[name])
    .map((name) => `${name}: ${found[name]} instead of ${expected[name]}`);
}
