import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

// A set of rows: bit n of the bytes for row n, lowest bit first.

/** No row yet, of those up to the highest; or what another set has. */
export function rowSet(highest: number, from: Uint8Array = new Uint8Array()): Uint8Array {
  const rows = new Uint8Array(Math.max((highest >> 3) + 1, from.length));
  rows.set(from);
  return rows;
}

export function addRow(rows: Uint8Array, row: number): void {
  rows[row >> 3] = (rows[row >> 3] ?? 0) | (1 << (row & 7));
}

export function hasRow(rows: Uint8Array, row: number): boolean {
  return ((rows[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
}

/** SQL: the same, as 1 or 0. */
export function isInRows(rows: SQLWrapper, row: SQLWrapper): SQL {
  // SQLite has no number for a byte of a blob, but finds its place among all bytes. Past the end it finds the first.
  return sql`((instr(${everyByte}, substr(${rows}, (${row} >> 3) + 1, 1)) - 1) >> (${row} & 7) & 1)`;
}

const everyByte = sql.raw(
  `x'${Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)).toString('hex')}'`,
);
