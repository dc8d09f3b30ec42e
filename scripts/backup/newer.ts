import { type Asking, askAll } from '../d1.ts';
import { type Cell, insert, literal, type Row } from '../sql.ts';
import { removeErased } from './erased.ts';

// What came into a database after a backup of it was made, to be carried over into the one made from that backup.

interface Known {
  row: number;
  id: string;
  version: number;
  reference: string;
}

export interface Newer {
  /** Enquiries that only the first database has. */
  enquiries: Known[];
  /** References of those that both have, and that were changed since at the desk or by their sender. */
  changed: string[];
  /** Whether the numbers of their rows are free in the other database. */
  sameRows: boolean;
}

/** What one database has that another one has not. The daily test enquiry is nobody's. */
export function findNewer(from: Asking, to: Asking): Newer {
  const list = `select "row", id, version, reference from enquiries where folder <> 'canary' order by "row"`;
  const there = new Map(askAll<Known>(to, list).map((one) => [one.id, one]));
  const here = askAll<Known>(from, list);
  const enquiries = here.filter(({ id }) => !there.has(id));
  const changed = here.filter(({ id, version }) => version > (there.get(id)?.version ?? version));
  const [last] = to<{ row: number }>('select coalesce(max("row"), 0) as "row" from enquiries');
  return {
    enquiries,
    changed: changed.map(({ reference }) => reference),
    sameRows: enquiries.every(({ row }) => row > (last?.row ?? 0)),
  };
}

const atOnce = 200;

/** SQL that adds them with their history, and what else only that database knows. Done twice it adds nothing more. */
export function carryOver(from: Asking, to: Asking, { enquiries, sameRows }: Newer): string[] {
  const statements: string[] = [];
  for (let start = 0; start < enquiries.length; start += atOnce) {
    const ids = enquiries.slice(start, start + atOnce).map(({ id }) => literal(id));
    for (const { row, ...rest } of from<Row>(`select * from enquiries where id in (${ids}) order by "row"`))
      statements.push(unlessThere('enquiries', sameRows ? { row: row ?? null, ...rest } : rest));
    for (const change of from<Row>(`select * from changes where enquiry_id in (${ids})`))
      statements.push(unlessThere('changes', change));
  }
  // The tombstones' trigger lets no erased enquiry in, but it does not know of histories.
  statements.push(...removeErased);
  return [...statements, ...wordings(from, to), ...waiting(from), ...exports(from, to, sameRows)];
}

/** The wordings that new enquiries were shown. */
function wordings(from: Asking, to: Asking): string[] {
  const known = to<{ version: string }>('select version from wordings').map(({ version }) =>
    literal(version),
  );
  return from<Row>(`select * from wordings where version not in (${known})`).map((row) =>
    unlessThere('wordings', row),
  );
}

/** A message that was set aside is an enquiry that is nowhere else. Dead letters are as the queue says, not a backup. */
function waiting(from: Asking): string[] {
  const dead = from<Row>('select * from dead_letters').map((row) => unlessThere('dead_letters', row));
  return [
    ...from<Row>('select * from set_aside').map((row) => unlessThere('set_aside', row)),
    'delete from dead_letters',
    ...dead,
  ];
}

/** The record of files that left the desk. Which rows were in one only says something under the same numbers. */
function exports(from: Asking, to: Asking, sameRows: boolean): string[] {
  const [last] = to<{ id: number }>('select coalesce(max(id), 0) as id from exports');
  const files = from<Row & { bytes: string | null }>(
    `select *, hex(members) as bytes from exports where id > ${last?.id ?? 0} order by id`,
  );
  const rows = Math.max(0, ...files.map(({ highest_row }) => Number(highest_row)));
  return [
    ...files.map(({ bytes, ...file }) => {
      const members: Cell = sameRows && bytes ? Buffer.from(bytes, 'hex') : null;
      return unlessThere('exports', { ...file, members });
    }),
    // A row's number is never used again, or an enquiry to come would count as one that is in such a file.
    ...(sameRows ? [`update sqlite_sequence set seq = max(seq, ${rows}) where name = 'enquiries'`] : []),
  ];
}

function unlessThere(table: string, row: Row): string {
  return `${insert(table, row)} on conflict do nothing`;
}
