import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { arrived, page, submit } from '../support/desk.ts';
import { atDesk } from '../support/practitioner.ts';

const count = (table: string) => env.DB.prepare(`select count(*) as n from ${table}`).first('n');
const ids = (html: string, more = '') =>
  [...html.matchAll(new RegExp(`name="id" value="([\\da-f]{64})"${more}`, 'g'))].map(([, id]) => id);
const ticked = (html: string) => ids(html, ' checked');

interface Shown {
  held: { reference: string; why: string; history: object[] }[];
}

const phone = '07700 900123';

/** Copies of an enquiry, as if strangers had sent them: the same tokens, unless the SQL says otherwise. */
async function copies(id: string, howMany: number, tokens: string) {
  await env.DB.prepare(
    `insert into enquiries (id, reference, received_at, consent_version, key_id, sealed, email_token, phone_token)
      select printf('%064x', value), 'FLOOD', received_at + value, consent_version, key_id, sealed, ${tokens}
      from enquiries, json_each(?) where enquiries.id = ?`,
  )
    .bind(JSON.stringify(Array.from({ length: howMany }, (_, n) => n + 1)), id)
    .run();
}

test('everything about a person follows email and phone to the end, says beside each why, and ticks only what is surely theirs', async () => {
  const a = await arrived({ name: 'A' });
  const b = await arrived({ name: 'B', phone });
  const partner = await arrived({ name: 'C', email: 'c@example.com', phone });
  const further = await arrived({ name: 'D', email: 'c@example.com' });
  const stranger = await arrived({ name: 'E', email: 'e@example.com' });
  await submit(`${further.path}/notes`, { version: '0', note: 'A note' });

  const from = await page(`${a.path}/person`);
  expect(ids(from)).toEqual([a.id, b.id, partner.id, further.id]);
  expect(ticked(from)).toEqual([a.id, b.id]);
  expect(from).toContain('the same email address');
  expect(from).toContain(`only through ${b.reference}: the same phone number as there`);
  expect(from).toContain(`only through ${partner.reference}: the same email address as there`);
  expect(from).not.toContain(stranger.reference);
  expect(ticked(await page(`${b.path}/person`))).toEqual([b.id, a.id]);

  const { held }: Shown = JSON.parse(await page(`${a.path}/person.json`));
  expect(held.map(({ reference, why }) => [reference, why])).toEqual([
    [a.reference, 'the one you came from'],
    [b.reference, 'the same email address'],
    [partner.reference, `only through ${b.reference}: the same phone number as there`],
    [further.reference, `only through ${partner.reference}: the same email address as there`],
  ]);
  expect(held[3]?.history).toMatchObject([{ kind: 'note', note: 'A note' }]);

  const erased = await submit(`${a.path}/erase`, { id: b.id });
  expect(await erased.text()).toContain('3 that lead to them are still here');
  // Without B nothing leads from A to the others any more.
  expect(ids(await page(`${a.path}/person`))).toEqual([a.id]);
});

test('two thousand with a victim’s number hide nothing of the victim’s, and all of them can be seen, handed out and erased', async () => {
  const own = await arrived({ phone });
  const other = await arrived({ name: 'Other', phone });
  await copies(own.id, 2000, `printf('stranger-%d', value), phone_token`);
  const first = await page(`${own.path}/person`);
  expect(ids(first).slice(0, 2)).toEqual([own.id, other.id]);
  expect(ticked(first)).toEqual([own.id, other.id]);
  expect(first).toContain('2002');
  const [, next = ''] = /href="([^"]+\?from=\d+)"/.exec(first) ?? [];
  const last = await page(`${own.path}/person?from=2000`);
  expect(new Set([first, await page(next), last].flatMap((html) => ids(html))).size).toBe(202);
  expect(last).not.toContain('?from=');
  const { held }: Shown = JSON.parse(await page(`${own.path}/person.json`));
  expect(held).toHaveLength(2002);
  // The page about one of them has the victim's own first.
  expect(await page(own.path)).toContain(other.reference);

  const body = new URLSearchParams(ids(first).map((id) => ['id', `${id}`]));
  const erased = await atDesk(`${own.path}/erase`, { method: 'POST', body });
  const words = await erased.text();
  expect(words).toContain('100 enquiries are gone');
  expect(words).toContain('1902 that lead to them are still here');
  const [, rest = ''] = /href="(\/desk\/enquiries\/\w+\/person)"/.exec(words) ?? [];
  expect(await page(rest)).toContain('1902');
  expect([await count('enquiries'), await count('tombstones')]).toEqual([1902, 100]);
}, 60_000);

test('a chain of two thousand, each linked only through the one before, is followed to its end', async () => {
  const { id, path } = await arrived({ phone });
  // Each pair of neighbours shares an email address or a phone number, in turn.
  await copies(
    id,
    2000,
    "iif(value = 1, email_token, printf('e%d', value / 2)), printf('p%d', (value + 1) / 2)",
  );
  const { held }: Shown = JSON.parse(await page(`${path}/person.json`));
  expect(held).toHaveLength(2001);
}, 60_000);

test('who is deleted twice at once is counted once', async () => {
  const { id, path } = await arrived();
  await Promise.all([1, 2, 3].map(() => submit(`${path}/erase`, { id })));
  expect(await env.DB.prepare('select sum(enquiries) as n from gone_counts').first('n')).toBe(1);
});
