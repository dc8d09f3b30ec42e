import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** LibreOffice on this computer; undefined where there is none. */
export const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);

/** How a CSV file is opened: its separator, and whether what looks like a number or a date is taken for one. */
export interface Opening {
  separator: string;
  special: boolean;
}

interface Cell {
  text: string;
  /** Whether it is a text to LibreOffice, and no number, date or formula. */
  isText: boolean;
}

/** The cells of a file's first sheet as LibreOffice reads them. */
export function cellsInOffice(file: string, opening?: Opening): Cell[][] {
  // It puts quotes around texts alone. Its other formats lose a tab in a cell of several lines.
  const csv = convert(file, 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false', 'csv', opening);
  const cast = (text: string, { quoting }: { quoting: boolean }) => ({
    text,
    isText: quoting || text === '',
  });
  // Its types know no cells but texts.
  return parse(csv, { bom: true, relax_column_count: true, cast }) as unknown as Cell[][];
}

export function formulasInOffice(file: string, opening: Opening): number {
  return convert(file, 'fods', 'fods', opening).split('table:formula=').length - 1;
}

function convert(file: string, format: string, extension: string, opening?: Opening): string {
  const folder = join(dirname(file), 'opened');
  mkdirSync(folder, { recursive: true });
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  // Separator, quote, UTF-8, from the first line, no formats, British English, quoted cells are not always texts.
  const asCsv =
    opening && `--infilter=CSV:${opening.separator.charCodeAt(0)},34,76,1,,2057,false,${opening.special}`;
  const args = [
    '--headless',
    profile,
    ...(asCsv ? [asCsv] : []),
    '--convert-to',
    format,
    '--outdir',
    folder,
    file,
  ];
  execFileSync(String(office), args, { stdio: 'ignore', timeout: 300_000 });
  return readFileSync(join(folder, basename(file).replace(/\.\w+$/, `.${extension}`)), 'utf8');
}
