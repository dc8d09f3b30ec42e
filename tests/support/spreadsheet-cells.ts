import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvLine } from '../../worker/desk/leads/csv.ts';
import { xlsx } from '../../worker/desk/leads/xlsx.ts';
import { cellsInOffice, formulasInOffice, type Opening } from './office.ts';

const starts = ['', 'a', 'Hello there', '"', "'", '0', '  ', '你好'];
const breaks = ['', ';', '\t', '\n', '; ', ';;', ';"', ';\u200b', ';\u00a0', '\t\t', '\n\n', ';\n"', ' '];
const formulas = [
  '=1+1',
  '=1+1;b',
  '=1+1\nb',
  '=1+1\tb',
  '=HYPERLINK("https://example.com";"x")',
  "=cmd|' /C calc'!A0",
  '＝1+1',
  '＋1+1',
  '+1+1',
  '-1+1;',
  '-(1+1)',
  '- SUM(1)',
  '@SUM(1+1)',
  '{=1+1}',
  '"=1+1"',
];
const hostile = starts.flatMap((start) => breaks.flatMap((gap) => formulas.map((end) => start + gap + end)));

/** Also what only a spreadsheet changes: numbers, dates and truth in texts. */
export const ordinary = [
  '1234567890123456789',
  '007',
  '1e5',
  '3-4',
  'TRUE',
  '01/02/2026',
  '2026-11-23 09:15',
  '5%',
  '£60',
  '(0161) 496 0000',
  'Hello,\n\n- Monday\n- Tuesday after 5\n\nThanks',
  'Ring me on\n+44 7700 900123\nor\n07700 900123',
  'Mornings; -ish. Tea & cake <3',
  '🧘🏽‍♀️ tomorrow? 👍',
  'שלום, أهلا וسهلا',
  '  two spaces before,  two inside, two after  ',
  'a_x000D_b _x0041_ _x005F_',
  'a\tb\u0085c\u2028d',
  'é'.repeat(1000),
  "'quoted'",
  'NULL',
  '#N/A',
];

/** So many rows, half of them hostile: a number of its own, two texts, a phone number and a code. */
export function rowsToTry(count: number): string[][] {
  return Array.from({ length: count }, (_, n) => {
    // A step that has no factor in common with how many there are: any count of rows has some of every kind.
    const wanted = n % 2 === 0 ? hostile[(n * 389) % hostile.length] : ordinary[n % ordinary.length];
    return ['3', `R${n}`, wanted ?? '', ordinary[n % ordinary.length] ?? '', '+447700900123', 'fb-nov-a'];
  });
}

/** With the three separators; `special` is what LibreOffice calls detecting special numbers. */
export function openings(...special: boolean[]): Opening[] {
  return special.flatMap((is) => [',', ';', '\t'].map((separator) => ({ separator, special: is })));
}

/** The cells of the spreadsheet that LibreOffice reads otherwise than they were, and the formulas in each CSV. */
export async function openEveryWay(folder: string, rows: string[][], ways: readonly Opening[]) {
  const spreadsheet = join(folder, 'rows.xlsx');
  const parts: Uint8Array[] = [];
  const bytes = xlsx('full', pageOf(rows));
  for (let part = await bytes.next(); !part.done; part = await bytes.next()) parts.push(part.value);
  await writeFile(spreadsheet, Buffer.concat(parts));
  const [, ...read] = cellsInOffice(spreadsheet);
  const changed = rows.flatMap((row, n) =>
    row.flatMap((typed, place) => {
      const { text = '', isText = false } = read[n]?.[place] ?? {};
      return text === typed && isText ? [] : [{ typed, text, isText }];
    }),
  );
  const csv = join(folder, 'rows.csv');
  await writeFile(csv, `\uFEFF${rows.map(csvLine).join('')}`);
  const formulas = ways.map((opening) => formulasInOffice(csv, opening));
  const unguarded = join(folder, 'unguarded.csv');
  await writeFile(unguarded, `\uFEFF${rows.map(quoted).join('')}`);
  const withoutGuard = ways.map((opening) => formulasInOffice(unguarded, opening));
  return { rows: read.length, cells: rows.flat().length, changed, formulas, withoutGuard };
}

/** A line of CSV as any other program writes it: to see that there was something to guard against. */
function quoted(cells: string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`;
}

async function* pageOf(rows: string[][]) {
  yield rows;
}
