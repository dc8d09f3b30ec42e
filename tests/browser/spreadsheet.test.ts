import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cellsInOffice, formulasInOffice, office } from '../support/office.ts';
import { startTestSite, type TestSite } from '../support/site.ts';
import { openEveryWay, openings, rowsToTry } from '../support/spreadsheet-cells.ts';
import { sendQuickly } from '../support/states.ts';

let site: TestSite;
let folder: string;
beforeAll(async () => {
  if (!office) return;
  folder = await mkdtemp(join(tmpdir(), 'spreadsheet-'));
  site = await startTestSite();
});
afterAll(async () => {
  await site?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

const people = [
  { name: 'Zoë Łukasiewicz', phone: '+44 7700 900123', message: '=1+1' },
  { name: '=cmd|x!A0', phone: '+33 6 12 34 56 78', message: '"quoted", and\ntwo lines' },
  { name: '王小明', phone: '020 7946 0018', message: '@SUM(A1) +1', c: '007' },
  { name: 'Ann O’Brien', phone: '07700 900124', message: '3-4', c: '1e5' },
  { name: 'שירה', phone: '07700 900125', message: 'a;=1+1;b', c: '12345678901234567890' },
];

async function download(format: string): Promise<string> {
  const answer = await fetch(`${site.url}/desk/exports`, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({ kind: 'full', format, filter: '' }),
  });
  const path = join(folder, `leads.${format}`);
  await writeFile(path, Buffer.from(await answer.arrayBuffer()));
  return path;
}

const comma = { separator: ',', special: false };

test.skipIf(!office)(
  'LibreOffice opens both leads files with every row and column, no formula, phones and accents whole',
  async () => {
    for (const person of people) await sendQuickly(site.url, { ...person, replyBy: 'call' });
    const [xlsx, csv] = [cellsInOffice(await download('xlsx')), cellsInOffice(await download('csv'), comma)];
    expect(formulasInOffice(join(folder, 'leads.csv'), comma)).toBe(0);
    const column = ([heads = [], ...rows]: typeof csv, name: string) =>
      rows.map((cells) => cells[heads.findIndex(({ text }) => text === name)]).toReversed();
    const texts = (values: string[]) => values.map((text) => ({ text, isText: true }));
    const phones = ['07700 900123', '(+33) 6 12 34 56 78', '020 7946 0018', '07700 900124', '07700 900125'];
    for (const file of [xlsx, csv]) {
      expect([file.length, file[0]?.length]).toEqual([people.length + 1, csv[0]?.length]);
      expect(column(file, 'phone')).toEqual(texts(phones));
      expect(column(file, 'name').map((cell) => cell?.text.replace(/^'/, ''))).toEqual(
        people.map(({ name }) => name),
      );
    }
    // The spreadsheet has all of it as it was typed.
    for (const name of ['name', 'message'] as const)
      expect(column(xlsx, name)).toEqual(texts(people.map((person) => person[name])));
    expect(column(xlsx, 'c').slice(2)).toEqual(texts(['007', '1e5', '12345678901234567890']));
    expect(column(xlsx, 'phone_e164')[1]).toEqual({ text: '+33612345678', isText: true });
  },
  150_000,
);

test.skipIf(!office)(
  'hostile and ordinary cells open as they were typed, and no CSV runs a formula, whatever separates its cells',
  async () => {
    const { rows, changed, formulas, withoutGuard } = await openEveryWay(
      folder,
      rowsToTry(120),
      openings(true),
    );
    expect({ rows, changed }).toEqual({ rows: 120, changed: [] });
    expect(formulas).toEqual(Array(3).fill(0));
    expect(Math.max(...withoutGuard)).toBeGreaterThan(0);
  },
  300_000,
);
