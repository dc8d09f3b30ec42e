import { env } from 'cloudflare:workers';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { csvLine } from '../../worker/desk/leads/csv.ts';
import { guessNames } from '../../worker/desk/leads/guess-names.ts';
import { schemaVersion } from '../../worker/desk/leads/leads-columns.ts';
import { xlsx } from '../../worker/desk/leads/xlsx.ts';
import { downloadLeads } from '../support/practitioner.ts';
import { goodForm, referenceIn, send } from '../support/visitor.ts';

/** Bytes as a program that knows CSV reads them; `bom` fails the test by a mangled first column if it is missing. */
async function leads(filter?: string): Promise<Record<string, string>[]> {
  const file = new Uint8Array(await (await downloadLeads(filter)).arrayBuffer());
  expect([...file.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  return parse(Buffer.from(file), { bom: true, columns: true, record_delimiter: '\r\n' });
}

/** What a spreadsheet shows: the apostrophe that disarms a formula is hidden. */
function shown(cell: string | undefined): string | undefined {
  return cell?.startsWith("'") ? cell.slice(1) : cell;
}

/** The heads of the full file, by schema version: one that was released is never changed. */
const heads: Record<number, string> = {
  2: '"schema_version","reference","received_london","received_utc","stage","outcome","readable","name","reply_by","email","phone","may_leave_message","good_time","message","c","utm_source","utm_medium","utm_campaign","utm_content","consent_version","first_reply_utc","taken_by"',
  3: '"schema_version","reference","change","received_london","received_utc","stage","outcome","readable","name","first_name","last_name","reply_by","email","phone","phone_e164","phone_remark","may_leave_message","good_time","message","c","utm_source","utm_medium","utm_campaign","utm_content","consent_version","first_reply_utc","taken_by"',
};

test('the file has fixed columns, every cell quoted, lines ended by CRLF, and its row count in its name', async () => {
  const reference = referenceIn(await send({ ...goodForm, c: 'fb-nov-a' }));
  const answer = await downloadLeads();
  expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
  expect(answer.headers.get('Content-Disposition')).toMatch(
    /^attachment; filename="leads-1-full-\d{4}-\d\d-\d\d-1-rows\.csv"$/,
  );
  const lines = (await answer.text()).replace(/^\uFEFF/, '').split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toBe(heads[schemaVersion]);
  const cells = String(heads[schemaVersion]).split(',').length;
  expect(lines[1]).toMatch(new RegExp(`^("([^"]|"")*",){${cells - 1}}"([^"]|"")*"$`));
  expect(lines[1]).toContain(`"${schemaVersion}","${reference}","","`);
});

test('times stand in London time and in UTC, in summer too', async () => {
  await send(goodForm);
  await env.DB.prepare('update enquiries set received_at = ?')
    .bind(Date.UTC(2026, 6, 1, 23, 30))
    .run();
  expect(await leads()).toMatchObject([
    { received_london: '2026-07-02 00:30', received_utc: '2026-07-01T23:30:00.000Z' },
  ]);
});

test('the file of a list from a day on has what came from that day’s start in London, and no other', async () => {
  await send({ ...goodForm, name: 'The day before' });
  await send({ ...goodForm, name: 'Just after midnight' });
  const at = env.DB.prepare('update enquiries set received_at = ? where row = ?');
  await env.DB.batch([at.bind(Date.UTC(2026, 6, 1, 22, 59), 1), at.bind(Date.UTC(2026, 6, 1, 23, 1), 2)]);
  expect(await leads('?from=2026-07-02')).toMatchObject([{ name: 'Just after midnight' }]);
  expect(await leads('?from=2026-07-01')).toHaveLength(2);
  for (const nonsense of ['2026-02-30', 'yesterday'])
    expect((await downloadLeads(`?from=${nonsense}`)).status).toBe(400);
});

test('phones open as text, with the zero or the plus they were given with', async () => {
  const phones: [typed: string, cell: string][] = [
    ['07700900123', '07700 900123'],
    ['+44 7700 900123', '07700 900123'],
    ['0044 (0)7700 900123', '07700 900123'],
    ['(0161) 496-0000', '0161 496 0000'],
    ['020 7946 0018 ext 12', '020 7946 0018 x12'],
    ['+33 6 12 34 56 78', '(+33) 6 12 34 56 78'],
    ['+1 (202) 555-0143', '(+1) 202 555 0143'],
    ['+353 85 012 3456', '(+353) 85 012 3456'],
  ];
  for (const [typed] of phones) await send({ ...goodForm, replyBy: 'call', phone: typed });
  const cells = (await leads()).map((lead) => lead.phone).reverse();
  // The second is the same enquiry as the first, written differently: one form key, one number.
  expect(cells).toEqual(
    phones.map(([, cell]) => cell).filter((cell, place, all) => all.indexOf(cell) === place),
  );
});

test('formulas, quotes, line breaks, NUL, emoji, right-to-left and 1,000 characters come back unchanged in meaning', async () => {
  const messages: [typed: string, meant: string][] = [
    ['=HYPERLINK("mailto:a@example.com","x")', '=HYPERLINK("mailto:a@example.com","x")'],
    ['+44 is my code', '+44 is my code'],
    ['-1', '-1'],
    ['@SUM(A1)', '@SUM(A1)'],
    ['＝1+1', '＝1+1'],
    ['\u200b=1+1', '\u200b=1+1'],
    ['\0=1+1', '=1+1'],
    ['He said "hello", twice', 'He said "hello", twice'],
    ['one\r\ntwo\nthree\rfour', 'one\ntwo\nthree\nfour'],
    ['a\0b\u0007c', 'abc'],
    ['🧘🏽‍♀️ tomorrow? 👍', '🧘🏽‍♀️ tomorrow? 👍'],
    ['שלום, أهلا وسهلا', 'שלום, أهلا وسهلا'],
    ['half \ud83d a pair', 'half \ufffd a pair'],
    ['é'.repeat(1000), 'é'.repeat(1000)],
    ['😀'.repeat(1000), '😀'.repeat(1000)],
  ];
  for (const [typed] of messages) referenceIn(await send({ ...goodForm, message: typed }));
  const file = (await leads()).reverse();
  expect(file.map((lead) => shown(lead.message))).toEqual(messages.map(([, meant]) => meant));
  for (const lead of file)
    for (const cell of Object.values(lead)) expect(cell).not.toMatch(/^[\s\p{C}]*[=+\-@＝＋－＠]/u);
});

test('an apostrophe stands also where a spreadsheet set to another separator would begin a formula, and nowhere else', () => {
  const cell = (text: string) => parse(csvLine([text]))[0]?.[0];
  for (const [typed, written] of [
    ['a;=1+1;b', "a;'=1+1;b"],
    ['a; \u200b=1+1', "a; \u200b'=1+1"],
    ['a;"=1+1"', 'a;"\'=1+1"'],
    ['a\t@SUM(1)\t=1', "a\t'@SUM(1)\t'=1"],
    ['two\n=1+1\n＝1', "two\n'=1+1\n'＝1"],
    ["x;- cmd|' /C calc'!A0", "x;'- cmd|' /C calc'!A0"],
    ['x\n-SUM(1)', "x\n'-SUM(1)"],
    ['=a;=b', "'=a;'=b"],
  ])
    expect(cell(String(typed))).toBe(written);
  const ordinary = [
    'Hello;\n- Monday\n- Tuesday, after 5\n\nThanks',
    'Ring me on\n+44 7700 900123\nor +44 (0)161 496 0000; 07700 900123',
    '2 = two; a-b; c@d.example; e+f',
    '+447700900123',
    'https://example.com/?a=1;b=2',
  ];
  for (const text of ordinary) expect(cell(text)).toBe(text);
});

test.each([
  ['Ada Lovelace', 'Ada', 'Lovelace'],
  ['Dr. Mary Jane Smith-Jones PhD', 'Mary Jane', 'Smith-Jones'],
  ['Vincent van der Berg', 'Vincent', 'van der Berg'],
  ['María José de la Cruz García', 'María José', 'de la Cruz García'],
  ['Mr van Gogh', '', 'van Gogh'],
  ['Van Morrison', 'Van', 'Morrison'],
  ['Conan O’ Brien', 'Conan', 'O’ Brien'],
  ['Smith, Ann', 'Ann', 'Smith'],
  ['Ms Ng', '', 'Ng'],
  ['Cher', 'Cher', ''],
  ['王小明', '王小明', ''],
  ['Mrs', 'Mrs', ''],
  [',', '', ''],
])('of “%s” the best guess is first name “%s” and last name “%s”', (name, first, last) => {
  expect(guessNames(name)).toEqual({ first, last });
});

test('programs find the names apart, and the phone number in E.164 beside the readable one', async () => {
  await send({ ...goodForm, name: 'Dr Ada van Example', phone: '020 7946 0018 ext 12' });
  expect(await leads()).toMatchObject([
    { first_name: 'Ada', last_name: 'van Example', phone: '020 7946 0018 x12', phone_e164: '+442079460018' },
  ]);
});

/** The rows of a spreadsheet. */
async function spreadsheet(filter = '', more: Record<string, string> = {}) {
  const answer = await downloadLeads(filter, { format: 'xlsx', ...more });
  expect(answer.headers.get('Content-Type')).toContain('spreadsheetml');
  expect(answer.headers.get('Content-Disposition')).toMatch(/-rows\.xlsx"$/);
  const [sheet] = (await readXlsx(new Uint8Array(await answer.arrayBuffer()))).sheets;
  return (sheet?.rows ?? []).map((row) => row.map((cell) => cell ?? ''));
}

test('the spreadsheet has the same rows as the CSV, every cell as it was typed', async () => {
  await send({ ...goodForm, name: '=cmd|x!A0', message: 'a;=1+1\n- b & <c>', c: '007' });
  await send({
    ...goodForm,
    name: 'TRUE',
    message: '_x000D_ \uffff 🧘🏽‍♀️ שלום',
    c: '1e5',
    utm_source: '3-4',
  });
  for (const kind of ['full', 'contacts']) {
    const csv = parse(await (await downloadLeads('', { kind })).text(), { bom: true });
    const typed = csv.map((row) => row.map((cell) => cell.replaceAll("'", '').replace('\uffff', '\ufffd')));
    expect(await spreadsheet('', { kind })).toEqual(typed);
  }
});

test('a spreadsheet’s cells are texts that no character can break, at most as long as Excel takes', async () => {
  const texts = [
    '  two  ',
    'a\tb\n\nc',
    '\ud83d',
    'x'.repeat(40_000),
    '_x0041_',
    '<&>"\'',
    '12345678901234567890',
  ];
  const parts = [];
  async function* page() {
    yield [texts];
  }
  const bytes = xlsx('full', page());
  for (let part = await bytes.next(); !part.done; part = await bytes.next()) parts.push(part.value);
  const [sheet] = (await readXlsx(Buffer.concat(parts), { readStyles: true })).sheets;
  expect(sheet?.rows[1]?.slice(0, texts.length)).toEqual(
    texts.map((text) => (text.length > 32_767 ? `${text.slice(0, 32_766)}…` : text.toWellFormed())),
  );
  expect(sheet?.freezePane).toMatchObject({ rows: 1 });
  const cells = [...(sheet?.cells?.values() ?? [])];
  expect(cells.length).toBeGreaterThan(texts.length);
  for (const cell of cells) expect(cell).toMatchObject({ type: 'string', style: { numFmt: '@' } });
});

test('a name in any script comes back as it was', async () => {
  const names = ['Zoë Łukasiewicz-O’Brien', '王小明', 'Νίκος', 'محمد', 'नेहा', 'ก้อง', '=cmd|x!A0'];
  for (const name of names) await send({ ...goodForm, name });
  expect((await leads()).map((lead) => shown(lead.name)).reverse()).toEqual(names);
});

test('a file of several pages has every enquiry once, also those that share a millisecond', async () => {
  const insert = env.DB.prepare(
    "insert into enquiries (id, reference, received_at, consent_version, key_id, sealed) values (?, ?, 1700000000000, 'consent-1', 'gone', '')",
  );
  for (let start = 0; start < 1200; start += 100) {
    await env.DB.batch(
      Array.from({ length: 100 }, (_, n) => insert.bind(`id${start + n}`, `REF${start + n}`)),
    );
  }
  const answer = await downloadLeads();
  expect(answer.headers.get('Content-Disposition')).toContain('1200-rows');
  const file: Record<string, string>[] = parse(await answer.text(), { bom: true, columns: true });
  expect(new Set(file.map((lead) => lead.reference)).size).toBe(1200);
  expect(file).toHaveLength(1200);
});
