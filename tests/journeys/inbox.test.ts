import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { arrived, page, receivedAt, submit } from '../support/desk.ts';
import { goodForm, referenceIn, send, visit } from '../support/visitor.ts';

const shown = (html: string) => [...html.matchAll(/<bdi>([^<]*)<\/bdi><\/a><\/h2>/g)].map(([, name]) => name);

async function people(...names: string[]) {
  const all = [];
  for (const name of names) all.push(await arrived({ name, email: `${name.toLowerCase()}@example.com` }));
  return all;
}

test('filters by stage, campaign and days live in the address, combine, and say how many each would show', async () => {
  const [ann, ben] = await people('Ann', 'Ben');
  const cas = await arrived({ name: 'Cas', c: 'fb-nov-a' });
  await receivedAt(ann?.reference ?? '', '2026-07-01T23:30Z');
  await receivedAt(ben?.reference ?? '', '2026-07-02T22:59Z');
  await submit(`${ben?.path}/stage`, { version: '0', move: 'booked' });

  expect(shown(await page('/desk?stage=booked'))).toEqual(['Ben']);
  expect(shown(await page('/desk?campaign=fb-nov-a'))).toEqual(['Cas']);
  expect(shown(await page('/desk?campaign=(none)'))).toEqual(['Ben', 'Ann']);
  expect(shown(await page('/desk?from=2026-07-02&to=2026-07-02'))).toEqual(['Ben', 'Ann']);
  expect(shown(await page('/desk?to=2026-07-02&stage=new'))).toEqual(['Ann']);
  const list = await page('/desk?to=2026-07-02');
  for (const count of ['All (2)', 'New (1)', 'Booked (1)', 'Replied (0)']) expect(list).toContain(count);
  expect(list).toContain('href="/desk?stage=booked&amp;to=2026-07-02"');
  expect(await page('/desk')).toContain(`fb-nov-a (1)`);
  expect(cas.reference).toMatch(/\w{8}/);
});

test('a day that is none, or days the wrong way round, are told of, and nothing is hidden', async () => {
  await people('Ann');
  for (const [query, words] of [
    ['from=yesterday', 'yesterday” is not a day'],
    ['from=2026-02-30', '2026-02-30” is not a day'],
    ['from=2026-07-02&to=2026-07-01', 'The first day is after the last'],
  ] as const) {
    const list = await page(`/desk?${query}`, 422);
    expect(list).toContain(words);
    expect(shown(list)).toEqual(['Ann']);
  }
});

test('who has waited longer than the reminder takes can be shown alone', async () => {
  const [ann] = await people('Ann', 'Ben');
  await receivedAt(ann?.reference ?? '', '2026-01-05T09:00Z');
  expect(shown(await page('/desk?stage=late'))).toEqual(['Ann']);
  expect(await page('/desk')).toContain('Waiting over 4 working hours (1)');
});

test.each([
  ['half a phone number, as at home', '0770090'],
  ['half a phone number, as from abroad', '+44 7700 9001'],
  ['half a phone number, with (0)', '+44 (0)7700'],
  ['the end of a phone number', '00123'],
  ['part of a name, without accents', 'zoe'],
  ['part of a name, in capitals', 'ŁUK'],
  ['a name with another apostrophe', "o'brien"],
  ['part of an email address', '@mail.example'],
])('the search finds somebody by %s', async (_by, q) => {
  await people('Ann', 'Ben');
  const { reference } = await arrived({
    name: 'Zoë Łukasz O’Brien',
    replyBy: 'call',
    phone: '07700 900123',
    email: 'zoe@mail.example',
  });
  const found = await page(`/desk?q=${encodeURIComponent(q)}`);
  expect(shown(found)).toEqual(['Zoë Łukasz O’Brien']);
  expect(found).toContain('Searched 3 of 3 enquiries');
  expect(shown(await page(`/desk?q=${reference.toLowerCase()}`))).toEqual(['Zoë Łukasz O’Brien']);
  expect(shown(await page('/desk?q=nobody-at-all'))).toEqual([]);
});

test('a search with many matches goes on where it stopped, with its filters, and shows everybody once', async () => {
  for (let n = 0; n < 30; n++) await arrived({ name: `Same ${n}`, email: `s${n}@example.com` });
  await arrived({ name: 'Different' });
  const names: (string | undefined)[] = [];
  for (let path: string | undefined = '/desk?stage=new&q=same'; path; ) {
    const list = await page(path);
    names.push(...shown(list));
    path = /href="(\/desk\?[^"]*before=[^"]*)"/.exec(list)?.[1]?.replaceAll('&amp;', '&');
    if (path) expect(path).toContain('stage=new&q=same');
  }
  expect(names).toEqual(Array.from({ length: 30 }, (_, n) => `Same ${29 - n}`));
});

test('paging is complete and without repeats while new enquiries arrive', async () => {
  for (let n = 0; n < 60; n++) await send({ ...goodForm, name: `Person ${n}` });
  const names: (string | undefined)[] = [];
  for (let path: string | undefined = '/desk'; path; ) {
    const list = await page(path);
    names.push(...shown(list));
    await send({ ...goodForm, name: `Newcomer ${names.length}` });
    path = /href="(\/desk\?[^"]*before=[^"]*)"/.exec(list)?.[1];
  }
  expect(names).toEqual(Array.from({ length: 60 }, (_, n) => `Person ${59 - n}`));
});

test('the promise that visitors read is set at the desk, and being away ends by itself', async () => {
  const landing = async () => (await visit('/')).text();
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const basis = async () => /name="basis" value="(\d+)"/.exec(await page('/desk/promise'))?.[1] ?? '';
  const set = async (fields: Record<string, string>) =>
    submit('/desk/promise', { ...fields, basis: await basis() });
  expect(await landing()).toContain('I reply within 2 working days.');
  const before = await basis();
  expect((await set({ workingDays: '1', awayUntil: '' })).status).toBe(303);
  expect(await landing()).toContain('I reply within 1 working day.');
  const late = await submit('/desk/promise', { workingDays: '7', awayUntil: '', basis: before });
  expect(late.status).toBe(409);
  expect(await late.text()).toContain('value="7"');
  await set({ workingDays: '3', awayUntil: inDays(10) });
  expect(await landing()).toMatch(/I am away until \d+ \w+ \d{4}\. I will reply within 3 working days of/);
  for (const wrong of [
    { workingDays: '0', awayUntil: '' },
    { workingDays: 'two', awayUntil: '' },
    { workingDays: '2', awayUntil: inDays(-1) },
    { workingDays: '2', awayUntil: inDays(367) },
    { workingDays: '2', awayUntil: '9999-12-31' },
    { workingDays: '2', awayUntil: 'soon' },
  ]) {
    const answer = await set(wrong);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(`value="${wrong.workingDays}"`);
  }
  expect(await page('/desk/promise')).toContain('I am away until');
});

test('the desk warns when fewer than nine in ten were answered within the promise, of at least ten', async () => {
  const warning = /Only \d+ of \d+ enquiries/;
  const insert = env.DB.prepare(
    "insert into enquiries (id, reference, received_at, replied_at, stage, consent_version, key_id, sealed, notified_at) values (?, ?, ?, ?, ?, 'consent-1', 'gone', '', 1)",
  );
  const day = 86_400_000;
  const received = Date.now() - 20 * day;
  const add = (n: number, waited: number | null, stage: string) =>
    insert.bind(`id${n}`, `R${n}`, received, waited === null ? null : received + waited, stage);
  await env.DB.batch(Array.from({ length: 8 }, (_, n) => add(n, day / 48, 'replied')));
  await env.DB.batch([add(8, 15 * day, 'replied')]);
  expect(await page('/desk')).not.toMatch(warning);
  // A robot's that was closed unanswered does not count; somebody who still waits does.
  await env.DB.batch([add(9, null, 'closed')]);
  expect(await page('/desk')).not.toMatch(warning);
  await env.DB.batch([add(10, null, 'new')]);
  expect(await page('/desk')).toContain('Only 8 of 10 enquiries of the last 30 days');
});

test('a search finds who is in Review as well, and the second number somebody gave', async () => {
  const reference = referenceIn(await send({ ...goodForm, name: 'Robin Review', topic: 'x' }));
  await send({ ...goodForm, name: 'Two Numbers', phone: '07700 900001 or 07700 900002 after 6pm' });
  for (const q of [reference, 'robin'])
    expect(await page(`/desk?q=${q}`)).toMatch(/Found in Review.*Robin Review/s);
  expect(await page('/desk?q=nobody')).not.toContain('Found in Review');
  for (const q of ['07700 900002', 'after 6pm'])
    expect(await page(`/desk?q=${encodeURIComponent(q)}`)).toContain('Two Numbers');
});
