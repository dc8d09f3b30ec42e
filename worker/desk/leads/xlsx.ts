import { writeXlsxStream } from 'hucre/xlsx';
import { headings, widths } from './leads-cells.ts';
import type { LeadsKind } from './leads-register.ts';

/** More would take a Worker longer than is sensible, and a spreadsheet on a phone too. */
export const mostXlsxRows = 20_000;

const text = { numFmt: '@' };
/** Excel takes no more in a cell: a file with a longer one is damaged to it. */
const mostInCell = 32_767;

/** The rows as a spreadsheet in which every cell is a text, and the head stays where it is. */
export function xlsx(kind: LeadsKind, pages: AsyncIterable<string[][]>): AsyncIterator<Uint8Array> {
  const wide = widths(kind);
  const columns = headings(kind).map((header, place) => ({ header, width: wide[place] ?? 0, style: text }));
  return writeXlsxStream(rows(pages), { name: 'Leads', columns, freezePane: { rows: 1 } }).values();
}

async function* rows(pages: AsyncIterable<string[][]>) {
  for await (const page of pages)
    for (const row of page) yield row.map((cell) => (cell === '' ? null : xlsxText(cell)));
}

/** A text as XLSX can say it: `_x000D_` would be read as a character's number, and some characters cannot be in XML. */
function xlsxText(cell: string): string {
  const whole = cell.length > mostInCell ? `${cell.slice(0, mostInCell - 1)}…` : cell;
  return whole
    .toWellFormed()
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
}
