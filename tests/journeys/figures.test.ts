import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { usualSettings } from '../../pages/content/settings.ts';
import { workingTimes } from '../../pages/working-hours.ts';
import { databaseOf } from '../../worker/database/client.ts';
import { readFigures } from '../../worker/desk/figures/read-figures.ts';
import { arrived, page, submit } from '../support/desk.ts';

const now = new Date('2026-11-23T16:00Z');

/** Rows as the database has them: when, answered when, stage, campaign. */
async function rows(...all: [received: string, replied: string | null, stage: string, c?: string][]) {
  const insert = env.DB.prepare(
    "insert into enquiries (id, reference, received_at, replied_at, stage, c, consent_version, key_id, sealed) values (?, ?, ?, ?, ?, ?, 'consent-1', 'gone', '')",
  );
  await env.DB.batch(
    all.map(([received, replied, stage, c = null], n) =>
      insert.bind(`id${n}`, `R${n}`, Date.parse(received), replied && Date.parse(replied), stage, c),
    ),
  );
}

const figures = (days = 7) => readFigures(databaseOf(env.DB), days, workingTimes(usualSettings), now);

test('days are London’s, and each of the period is there', async () => {
  await rows(
    ['2026-11-17T00:30Z', null, 'new'],
    ['2026-11-23T15:00Z', null, 'new'],
    ['2026-11-16T23:30Z', null, 'new'],
  );
  expect((await figures()).days).toEqual(
    [1, 0, 0, 0, 0, 0, 1].map((enquiries, n) => ({ day: `2026-11-${17 + n}`, enquiries })),
  );
  // 28 days before, clocks had gone back the day before.
  const { days } = await figures(90);
  expect(days).toHaveLength(90);
  expect(new Set(days.map(({ day }) => day)).size).toBe(90);
});

test('replies are in working hours, campaigns by size, and stages as far as somebody ever came', async () => {
  await rows(
    ['2026-11-20T16:00Z', '2026-11-23T10:00Z', 'replied', 'fb'],
    ['2026-11-20T16:00Z', '2026-11-20T16:30Z', 'attended', 'fb'],
    ['2026-11-20T16:00Z', null, 'closed'],
    ['2026-11-20T16:00Z', null, 'new'],
  );
  const found = await figures();
  expect(found.replyHours.toSorted()).toEqual([0.5, 2]);
  expect(found.unanswered).toBe(1);
  expect(found.campaigns).toEqual([
    { code: 'fb', enquiries: 2, booked: 1 },
    { code: '', enquiries: 2, booked: 0 },
  ]);
  expect(found.reached).toEqual({ new: 4, replied: 2, booked: 1, attended: 1 });
});

test('somebody who booked and was closed later still counts as booked', async () => {
  const { path } = await arrived();
  await submit(`${path}/stage`, { version: '0', move: 'booked' });
  await submit(`${path}/stage`, { version: '1', move: 'closedPractical' });
  const found = await readFigures(databaseOf(env.DB), 7, workingTimes(usualSettings), new Date());
  expect(found.reached).toEqual({ new: 1, replied: 1, booked: 1, attended: 0 });
});

test.each([0, 1, 9, 10, 300])(
  'with %i enquiries the page is honest: plots from ten on, and no broken number',
  async (count) => {
    const received = Date.now() - 3 * 86_400_000;
    const insert = env.DB.prepare(
      "insert into enquiries (id, reference, received_at, replied_at, stage, consent_version, key_id, sealed) values (?, ?, ?, ?, 'replied', 'consent-1', 'gone', '')",
    );
    for (let start = 0; start < count; start += 100)
      await env.DB.batch(
        Array.from({ length: Math.min(100, count - start) }, (_, n) =>
          insert.bind(`id${start + n}`, `R${start + n}`, received - n, received + n * 60_000),
        ),
      );
    const html = await page('/desk/figures?days=28');
    expect(html).not.toMatch(/NaN|Infinity|undefined|\bnull\b/);
    expect(html.match(/<svg/g)?.length ?? 0).toBe(count < 10 ? 0 : 4);
    if (count < 10) expect(html).toContain(`Not enough yet: ${count} enquiries`);
    else expect(html).toContain(`${count} in 28 days`);
  },
);
