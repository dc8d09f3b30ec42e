import { createHash } from 'node:crypto';
import { Stop } from '../command.ts';
import type { Asking } from '../d1.ts';

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

const atOnce = 2000;
const countsOf =
  'select (select coalesce(max("row"), 0) from enquiries) as highestRow, (select count(*) from changes) as changes, (select count(*) from exports) as exports, (select count(*) from tombstones) as tombstones';

export function summarise(ask: Asking, upTo?: number): Summary {
  const hash = createHash('sha256');
  const page = (after: number, highest: number | string) =>
    `select "row", id, key_id, sealed from enquiries where "row" > ${after} and "row" <= ${highest} order by "row" limit ${atOnce}`;
  const [[counts] = [], first = []] = ask.each<Counts & Sealed>([
    countsOf,
    page(0, upTo ?? '(select max("row") from enquiries)'),
  ]);
  if (!counts) throw new Stop('The database did not answer.');
  const highestRow = upTo ?? counts.highestRow;
  let enquiries = 0;
  for (let rows: Sealed[] = first; ; ) {
    for (const { id, key_id, sealed } of rows) hash.update(`${id}:${key_id}:${sealed}\n`);
    enquiries += rows.length;
    if (rows.length < atOnce) break;
    console.log(`  ${enquiries} enquiries counted …`);
    rows = ask<Sealed>(page(rows.at(-1)?.row ?? 0, highestRow));
  }
  const { changes, exports, tombstones } = counts;
  return { highestRow, enquiries, sha256: hash.digest('hex'), changes, exports, tombstones };
}

type Counts = Omit<Summary, 'enquiries' | 'sha256'>;

interface Sealed {
  row: number;
  id: string;
  key_id: string;
  sealed: string;
}

/** In which numbers the second is not as the first, in words. */
export function differences(expected: Summary, found: Summary): string[] {
  // Its keys are those of the type it has.
  const names = Object.keys(found) as (keyof Summary)[];
  return names
    .filter((name) => found[name] !== expected[name])
    .map((name) => `${name}: ${found[name]} instead of ${expected[name]}`);
}
