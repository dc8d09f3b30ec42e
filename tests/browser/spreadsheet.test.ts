import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSite, type TestSite } from '../support/site.ts';
import { sendQuickly } from '../support/states.ts';

const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);

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
  { name: '王小明', phone: '020 7946 0018', message: '@SUM(A1)\t+1' },
];

test.skipIf(!office)(
  'LibreOffice opens the leads file with every row and column, no formula, phones and accents whole',
  async () => {
    for (const person of people) await sendQuickly(site.url, { ...person, replyBy: 'call' });
    const answer = await fetch(`${site.url}/desk/exports`, {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin' },
      body: new URLSearchParams({ kind: 'full', filter: '' }),
    });
    const file = new Uint8Array(await answer.arrayBuffer());
    await writeFile(join(folder, 'leads.csv'), file);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const args = [
      '--headless',
      profile,
      // Comma, quote, UTF-8: what its window proposes for a file with a byte order mark. Without a window nobody asks.
      '--infilter=CSV:44,34,76',
      '--convert-to',
      'fods',
      '--outdir',
      folder,
      join(folder, 'leads.csv'),
    ];
    const opened = spawnSync(String(office), args, { encoding: 'utf8', timeout: 100_000 });
    expect([opened.status, opened.stderr.includes('Error')]).toEqual([0, false]);

    const sheet = await readFile(join(folder, 'leads.fods'), 'utf8');
    expect(sheet).not.toContain('table:formula=');
    const rows = [...sheet.matchAll(/<table:table-row\b.*?<\/table:table-row>/gs)]
      .map(([row]) => cellsOf(row))
      .filter((cells) => cells.some(({ text }) => text !== ''));
    expect(rows).toHaveLength(people.length + 1);
    const heads = rows[0]?.map(({ text }) => text) ?? [];
    expect(heads).toHaveLength(22);
    const column = (name: string) =>
      rows.slice(1).map((cells) => cells[heads.indexOf(name)] ?? { text: '', type: '' });
    expect(column('phone').toReversed()).toEqual(
      ['07700 900123', '(+33) 6 12 34 56 78', '020 7946 0018'].map((text) => ({ text, type: 'string' })),
    );
    expect(
      column('name')
        .toReversed()
        .map(({ text }) => text),
    ).toEqual(['Zoë Łukasiewicz', "'=cmd|x!A0", '王小明']);
  },
  150_000,
);

/** The cells of a row of a flat OpenDocument sheet, with what LibreOffice took each for. */
function cellsOf(row: string): { text: string; type: string }[] {
  return [...row.matchAll(/<table:table-cell\b([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)]
    .flatMap(([, attributes = '', inside = '']) => {
      const [, type = ''] = /office:value-type="(\w+)"/.exec(attributes) ?? [];
      const [, times = '1'] = /number-columns-repeated="(\d+)"/.exec(attributes) ?? [];
      const text = inside
        .replace(/<[^>]*>/g, '')
        .replaceAll('&apos;', "'")
        .trim();
      // The empty rest of the sheet is one cell, repeated thousands of times.
      return Array.from({ length: Math.min(Number(times), 22) }, () => ({ text, type }));
    })
    .slice(0, 22);
}
