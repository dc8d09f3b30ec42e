import { type Asking, askAll, type Cell, insert, literal, type Row } from '../d1.ts';
import { removeErased } from './erased.ts';
import { carryPractice } from './restored-practice.ts';

// What came into a database after a backup of it was made, to be carried over into the one made from that backup.

interface Known {
  row: number;
  id: string;
  version: number;
  reference: string;
  received: number;
  tombstone: string | null;
}

export interface Newer {
  /** Enquiries that only the first database has. */
  enquiries: Known[];
  /** References of those that both have, and that were changed since at the desk or by their sender. */
  changed: string[];
  /** Whether the numbers of their rows are free in the other database. */
  sameRows: boolean;
}

/** An older version has no name for the tombstone of an enquiry. */
function listed(ask: Asking): string {
  const [table] = ask<{ sql: string }>("select sql from sqlite_master where name = 'enquiries'");
  const tombstone = table?.sql.includes('tombstone_id') ? 'tombstone_id' : 'null';
  return `select "row", id, version, reference, received_at as received, ${tombstone} as tombstone from enquiries`;
}

/** What one database has that another one, with the first one's tombstones, has not. The daily test enquiry is nobody's. */
export function findNewer(from: Asking, to: Asking): Newer {
  const here = askAll<Known>(from, `${listed(from)} where folder <> 'canary' order by "row"`);
  const there = askAll<Known>(to, `${listed(to)} order by "row"`);
  const stones = askAll<{ id: string; at: number }>(to, 'select id, at from tombstones order by id');
  const erased = new Map(stones.map(({ id, at }) => [id, at]));
  const known = new Map(there.map((one) => [one.id, one]));
  const isErased = (name: string | null, received: number) => (erased.get(name ?? '') ?? -1) >= received;
  const enquiries = here.filter(
    ({ id, tombstone, received }) =>
      !known.has(id) && !isErased(id, received) && !isErased(tombstone, received),
  );
  const changed = here.filter(({ id, version }) => version > (known.get(id)?.version ?? version));
  const highest = there.at(-1)?.row ?? 0;
  return {
    enquiries,
    changed: changed.map(({ reference }) => reference),
    sameRows: enquiries.every(({ row }) => row > highest),
  };
}

const atOnce = 200;

/** SQL that adds them with their history, and what else only that database knows. Done twice it changes nothing more. */
export function carryOver(
  from: Asking,
  to: Asking,
  { enquiries, sameRows }: Newer,
  isInUse = false,
): string[] {
  const statements: string[] = [];
  for (let start = 0; start < enquiries.length; start += atOnce) {
    const ids = enquiries.slice(start, start + atOnce).map(({ id }) => literal(id));
    const [rows = [], changes = []] = from.each<Row>([
      `select * from enquiries where id in (${ids}) order by "row"`,
      `select * from changes where enquiry_id in (${ids})`,
    ]);
    for (const { row, ...rest } of rows)
      statements.push(unlessThere('enquiries', sameRows ? { row: row ?? null, ...rest } : rest));
    statements.push(...changes.map((change) => unlessThere('changes', change)));
  }
  // The tombstones' trigger lets no erased enquiry in, but it does not know of histories.
  return [
    ...statements,
    ...removeErased,
    ...besides(from, to, sameRows),
    ...carryPractice(from, to, isInUse),
  ];
}

function besides(from: Asking, to: Asking, sameRows: boolean): string[] {
  const [versions = [], [last] = []] = to.each<{ version: string; id: number }>([
    'select version from wordings',
    'select coalesce(max(id), 0) as id from exports',
  ]);
  const [wordings = [], setAside = [], dead = [], files = []] = from.each<Row>([
    `select * from wordings where version not in (${versions.map(({ version }) => literal(version))})`,
    'select * from set_aside',
    'select * from dead_letters',
    `select *, hex(members) as bytes from exports where id > ${last?.id ?? 0} order by id`,
  ]);
  return [
    // The wordings that new enquiries were shown.
    ...wordings.map((row) => unlessThere('wordings', row)),
    // A message that was set aside is an enquiry that is nowhere else.
    ...setAside.map((row) => unlessThere('set_aside', row)),
    // What the queue still tries is as it is now, not as it was.
    'delete from dead_letters',
    ...dead.map((row) => unlessThere('dead_letters', row)),
    ...exports(files, sameRows),
  ];
}

/** The record of files that left the desk. Which rows were in one only says something under the same numbers. From which "since my last file" goes on is left out: at worst the next has more than is new. */
function exports(files: readonly Row[], sameRows: boolean): string[] {
  const records = files.map(({ bytes, seen: _, ...file }) => {
    const members: Cell = sameRows && bytes ? Buffer.from(String(bytes), 'hex') : null;
    return unlessThere('exports', { ...file, members });
  });
  const highest = Math.max(0, ...files.map(({ highest_row }) => Number(highest_row)));
  if (!sameRows || highest === 0) return records;
  // A row's number is never used again, or an enquiry to come would count as one that is in such a file.
  return [...records, `update sqlite_sequence set seq = max(seq, ${highest}) where name = 'enquiries'`];
}

function unlessThere(table: string, row: Row): string {
  return `${insert(table, row)} on conflict do nothing`;
}
