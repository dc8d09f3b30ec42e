/** RFC 4180: every cell quoted, lines ended by CRLF; no cell can start a formula in a spreadsheet. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

// Nearly every cell starts like a word and has nothing that could end one: nothing to do, and a file has millions of cells.
const harmless = /^(?:[A-Za-z\d][^";\p{Cc}]*)?$/u;

function csvCell(cell: string): string {
  return harmless.test(cell) ? `"${cell}"` : `"${disarmed(cell).replaceAll('"', '""')}"`;
}

// Quoting does not stop a formula, an apostrophe in front does. A spreadsheet that is set to another separator begins new
// cells inside of one.
function disarmed(cell: string): string {
  const [start = '', ...more] = cell.replaceAll('\0', '').split(/(?<=[;\t\r\n])/);
  return (startsFormula(start) ? `'${start}` : start) + more.map(disarmedInside).join('');
}

// Looked for behind anything invisible: white space, control and format characters. A plus and digits is a phone number.
function startsFormula(text: string): boolean {
  return /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u.test(text) && !/^\+\d+$/.test(text);
}

// Many people write lists with dashes, and a phone number on a line of its own: those stay as they are.
function disarmedInside(text: string): string {
  const [, before, sign = '', after = ''] = /^([\s\p{Cc}\p{Cf}"]*)([=+\-@＝＋－＠])(.*)$/su.exec(text) ?? [];
  const isOrdinary = '+-'.includes(sign) && /^(?:\s+\p{L}[^=(|!]*|[\d\s().;]*)$/u.test(after);
  return before === undefined || isOrdinary ? text : `${before}'${sign}${after}`;
}
