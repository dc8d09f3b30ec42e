/** What a column of a row may hold. Bytes are wanted as such: D1's JSON has them as a list of numbers. */
export type Cell = string | number | null | Uint8Array;
export type Row = Record<string, Cell>;

/** An `insert` of one row, with its values written out: a file of statements has no parameters. */
export function insert(table: string, row: Row): string {
  const names = Object.keys(row).map((name) => `"${name}"`);
  return `insert into ${table} (${names}) values (${Object.values(row).map(literal)})`;
}

export function literal(value: Cell): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  return `x'${Buffer.from(value).toString('hex')}'`;
}
