import { env } from 'cloudflare:workers';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { schemaVersion } from '../../worker/desk/leads/leads-columns.ts';
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
  3: '"schema_version","reference","change","received_london","received_utc","stage","outcome","readable","name","first_name","last_name","reply_by","email","phone","phone_e164","may_leave_message","good_time","message","c","utm_source","utm_medium","utm_campaign","utm_content","consent_version","first_reply_utc","taken_by"',
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
  expect(lines[1]).toMatch(/^("([^"]|"")*",){25}"([^"]|"")*"$/);
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
