import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { earlierRelease } from '../../pages/content/settings.ts';
import { deleteExpired } from '../../worker/enquiries/delete-expired.ts';
import { arrived, page, receivedAt, submit } from '../support/desk.ts';
import { atDeskWith, watchedMail } from '../support/mail.ts';
import { withSettings } from '../support/settings.ts';
import { shownIn } from '../support/shown-words.ts';
import { visit } from '../support/visitor.ts';

const path = '/desk/settings';
const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day);
const dayIn = (days: number) => inDays(days).toISOString().slice(0, 10);
const count = () => env.DB.prepare('select count(*) as n from enquiries').first('n');
const versions = () =>
  env.DB.prepare("select count(*) as n from practice_versions where kind = 'settings'").first('n');

const basisIn = (html: string) => /name="basis" value="(\d+)"/.exec(html)?.[1] ?? '';

const usual = {
  days: ['1', '2', '3', '4', '5'],
  from: '09:00',
  to: '17:00',
  nation: 'england-and-wales',
  closedDays: '',
  workingDays: '2',
  awayUntil: '',
  remindAfter: '4',
  quietAfter: '',
  months: '6',
  attendedMonths: '12',
  reviewDays: '60',
  mailTo: '',
};

type Fields = Partial<
  Record<keyof typeof usual | 'acknowledges' | 'shorter' | 'basis' | 'mailToAsked', string | string[]>
>;

/** The form as a browser sends it. */
async function filled(fields: Fields) {
  const basis = basisIn(await page(path));
  return new URLSearchParams(
    Object.entries({ ...usual, basis, ...fields }).flatMap(([name, value]) =>
      [value].flat().map((one) => [name, one]),
    ),
  );
}

async function save(fields: Fields, bindings: Partial<Env> = {}) {
  return atDeskWith(bindings, path, { method: 'POST', body: await filled(fields) });
}

test('what is saved is in the form again, and counts', async () => {
  const saved = await save({
    days: ['2', '6'],
    from: '10',
    to: '7 pm',
    nation: 'scotland',
    workingDays: '3',
    remindAfter: '6',
    quietAfter: '21',
    mailTo: 'Me <me@a-practice.co.uk>',
    acknowledges: 'yes',
  });
  expect([saved.status, saved.headers.get('Location')]).toEqual([303, path]);
  const form = await page(path);
  for (const shown of ['value="10:00"', 'value="19:00"', 'value="6"', 'value="21"', 'me@a-practice.co.uk'])
    expect(form).toContain(shown);
  expect(form).toMatch(/value="scotland" checked/);
  expect(form.match(/name="days" value="\d" checked/g)).toHaveLength(2);
  expect(form).toContain('by practitioner@example.com');
  expect(await (await visit('/')).text()).toContain('I reply within 3 working days.');
  expect(await (await visit('/privacy')).text()).toContain(
    'a short email tells you that I have your enquiry',
  );
});

test.each<[Fields, Fields]>([
  [
    { from: '9', to: '5' },
    { from: '09:00', to: '17:00' },
  ],
  [
    { from: '9am', to: '5.30 pm' },
    { from: '09:00', to: '17:30' },
  ],
  [
    { from: 'noon', to: 'until 8' },
    { from: '12:00', to: '20:00' },
  ],
  [
    { months: '7 months', attendedMonths: '2 years', reviewDays: '61 days', remindAfter: '5 working hours' },
    { months: '7', attendedMonths: '24', reviewDays: '61', remindAfter: '5' },
  ],
  [
    { workingDays: '3 days', quietAfter: '21 days' },
    { workingDays: '3', quietAfter: '21' },
  ],
])('times and numbers are read as people write them: %o', async (typed, shown) => {
  expect((await save(typed)).status).toBe(303);
  const form = await page(path);
  for (const [name, value] of Object.entries(shown))
    expect(form).toContain(`name="${name}" value="${value}"`);
});

test('closed days are read as people write them, shown with their weekdays, and those that are over are left out', async () => {
  const year = Number(dayIn(0).slice(0, 4)) + 1;
  const typed = `1/2/2020\n${year}-12-24\n25/12/${year} - 2 Jan ${year + 1}`;
  expect((await save({ closedDays: typed })).status).toBe(303);
  const form = await page(path);
  expect(form).toMatch(new RegExp(`\\w+day 24 December ${year} - \\w+day 2 January ${year + 1}<`));
  expect(form).not.toContain('2020');
  // What is shown can be saved again as it is.
  const [, shown = ''] = /<textarea[^>]*>\n?([^<]*)</.exec(form) ?? [];
  await save({ closedDays: shown });
  expect(await page(path)).toContain(shown);
});

test('a closed day that is over goes on counting in figures and reply times', async () => {
  await withSettings({ closedDays: [dayIn(-3), dayIn(-300)] });
  await save({ remindAfter: '5' });
  const content = await env.DB.prepare(
    "select content from practice_versions where kind = 'settings' order by version desc",
  ).first('content');
  expect(JSON.parse(String(content)).closedDays).toEqual([dayIn(-3)]);
});

test.each<[string, Fields, string]>([
  ['no day is ticked', { days: [] }, 'Choose the days'],
  ['a time is none', { from: 'early' }, 'Enter a time like 09:00'],
  ['the day ends before it begins', { from: '17:00', to: '09:00' }, 'Enter a time after the first'],
  ['a closed day is none', { closedDays: '24/12/2026\n<i>31/2/2027' }, 'is no day'],
  ['a stretch runs backwards', { closedDays: '2/1/2028 - 24/12/2027' }, 'ends before it begins'],
  ['a stretch is endless', { closedDays: '1/1/2027 - 1/1/2999' }, 'too far away'],
  ['a number is too high', { months: '25' }, 'Enter a number from 1 to 24'],
  ['a number is too low', { reviewDays: '6' }, 'Enter a number from 7 to 365'],
  ['a number is in another unit', { months: '6 weeks' }, 'Enter a number from 1 to 24'],
  ['a number is none', { remindAfter: 'soon' }, 'Enter a number from 1 to 100'],
  ['being away is over', { awayUntil: '2020-01-01' }, 'still to come'],
  ['being away is without end', { awayUntil: '9999-12-31' }, 'at most a year away'],
  ['the address is none', { mailTo: 'my mail' }, 'does not look like an email address'],
  ['the address stands for yours', { mailTo: 'name@domain.com' }, 'is only an example'],
  ['the address has a slip', { mailTo: 'me@gmial.com' }, 'Did you mean me@gmail.com?'],
])('nothing is saved when %s; it is said, and every word stays', async (_what, wrong, words) => {
  const before = await versions();
  const answer = await save({ remindAfter: '44', ...wrong });
  const html = await answer.text();
  expect(answer.status).toBe(422);
  expect(html).toContain('<title>Error: Settings');
  expect(html).toContain(words);
  expect(html).not.toContain('<i>');
  if (!('remindAfter' in wrong)) expect(html).toContain('value="44"');
  const [name = '', typed] = Object.entries(wrong).at(-1) ?? [];
  expect(html).toContain(`href="#${name}"`);
  if (typeof typed === 'string' && name !== 'closedDays') expect(html).toContain(`value="${typed}"`);
  expect(await versions()).toBe(before);
});

test('an address with a slip is taken when it comes again', async () => {
  expect((await save({ mailTo: 'me@gmial.com', mailToAsked: 'me@gmial.com' })).status).toBe(303);
  const html = await page(path);
  expect(html).toContain('name="mailToAsked" value="me@gmial.com"');
});

test('of two tabs the second overwrites nothing, is told what the first changed, and keeps what was typed', async () => {
  const opened = basisIn(await page(path));
  await save({ remindAfter: '8' });
  const before = await versions();
  const answer = await save({ remindAfter: '9', basis: opened });
  const html = await answer.text();
  expect(answer.status).toBe(409);
  expect(html).toContain('Reminder: after 4 working hours → after 8 working hours');
  expect(html).toContain('value="9"');
  expect(await versions()).toBe(before);
  expect((await save({ remindAfter: '9', basis: basisIn(html) })).status).toBe(303);
});

test('of two tabs the second, saved once more, undoes nothing that only the first has changed', async () => {
  const opened = basisIn(await page(path));
  await save({ remindAfter: '8', closedDays: dayIn(30) });
  const html = await (await save({ quietAfter: '33', basis: opened })).text();
  expect(html).toMatch(/name="remindAfter" value="8"/);
  expect(html).toMatch(/name="quietAfter" value="33"/);
  expect(html).toMatch(/<textarea[^>]*>\n?\w+day \d+ /);
  const stale = await submit('/desk/promise', { workingDays: '2', awayUntil: dayIn(9), basis: opened });
  expect(stale.status).toBe(409);
  expect(basisIn(await stale.text())).not.toBe(opened);
  const replyTime = await submit('/desk/promise', { workingDays: '0', awayUntil: '', basis: opened });
  // Corrected, the form still knows what it was opened with.
  expect(basisIn(await replyTime.text())).toBe(opened);
});

test('the list of earlier settings says who changed what, and leads back', async () => {
  await save({ remindAfter: '8' });
  await save({ remindAfter: '8', nation: 'scotland' });
  const list = await page(`${path}/history`);
  expect(list).toContain('Bank holidays: England and Wales → Scotland');
  expect(list).toContain('Reminder: after 4 working hours → after 8 working hours');
  const buttons = [...list.matchAll(/<button[^>]*>(.*?)<\/button>/gs)].map(([, words]) => words);
  expect(new Set(buttons).size).toBe(buttons.length);
  const [, version = ''] = [...list.matchAll(/name="version" value="(\d+)"/g)].at(0) ?? [];
  const back = await submit(`${path}/history`, { version, basis: basisIn(list) });
  expect(back.status).toBe(303);
  expect(await page(path)).toMatch(/value="england-and-wales" checked/);
  expect(await page(`${path}/history`)).toContain('back to those of');
  expect((await submit(`${path}/history`, { version, basis: basisIn(list) })).status).toBe(409);
  expect((await submit(`${path}/history`, { version: 'x', basis: '1' })).status).toBe(400);
});

test('a shorter time is saved only after it was said how many enquiries it deletes, and on which day', async () => {
  const { reference } = await arrived();
  await receivedAt(reference, inDays(-100).toISOString());
  await arrived({ name: 'Young' });
  const before = await versions();
  const asked = await save({ months: '3' });
  const html = await asked.text();
  expect(html).toContain('1 enquiry is deleted then that would have stayed for longer.');
  expect(html).toContain(
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' }).format(inDays(7)),
  );
  expect(await versions()).toBe(before);
  const [, shorter = ''] = /name="shorter" value="([^"]+)"/.exec(html) ?? [];
  // With other numbers than those that were agreed to it is asked again.
  expect((await save({ months: '2', shorter })).status).toBe(200);
  expect((await save({ months: '3', shorter })).status).toBe(303);
  expect(await page('/desk/deletions')).toContain('shorter times count for earlier enquiries too');
  expect(await page('/desk/deletions')).toContain(reference);
  expect(await (await visit('/privacy')).text()).toContain('3 months after anything was last done with it');
  await deleteExpired(env, inDays(6.9));
  expect(await count()).toBe(2);
  await deleteExpired(env, inDays(7.1));
  expect(await count()).toBe(1);
});

test('whoever would rather not store for less long gets back all that was typed, and only what is shorter is named', async () => {
  const before = await versions();
  const closedDays = dayIn(30);
  const typed = { months: '3', attendedMonths: '24', remindAfter: '44', closedDays };
  const html = await (await save(typed)).text();
  expect(html).toContain('When it came to nothing: was 6 months, now 3 months');
  expect(html).not.toContain('24 months');
  expect(html).toMatch(/<button[^>]*name="back"/);
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  const body = new URLSearchParams(fields.map(([, name = '', value = '']) => [name, value]));
  body.set('back', 'yes');
  const form = await (await atDeskWith({}, path, { method: 'POST', body })).text();
  for (const value of ['3', '24', '44']) expect(form).toContain(`value="${value}"`);
  expect(form).toContain(closedDays);
  expect(form.match(/name="days" value="\d" checked/g)).toHaveLength(5);
  expect(await versions()).toBe(before);
  const fromHistory = await atDeskWith({}, `${path}/history`, { method: 'POST', body });
  expect([fromHistory.status, fromHistory.headers.get('Location')]).toEqual([303, `${path}/history`]);
});

test('a shorter time that is made longer again within seven days has deleted nothing', async () => {
  const { reference } = await arrived();
  await receivedAt(reference, inDays(-100).toISOString());
  await withSettings({ retention: { months: 3, attendedMonths: 12, reviewDays: 60 } });
  await withSettings({ retention: { months: 6, attendedMonths: 12, reviewDays: 60 } }, inDays(6));
  await deleteExpired(env, inDays(30));
  expect(await count()).toBe(1);
});

test('one that came while the shorter time was told keeps it', async () => {
  const { reference } = await arrived();
  await receivedAt(reference, inDays(-100).toISOString());
  await withSettings({ retention: { months: 3, attendedMonths: 12, reviewDays: 60 } }, inDays(-101));
  await withSettings({ retention: { months: 6, attendedMonths: 12, reviewDays: 60 } }, inDays(-99));
  await deleteExpired(env, new Date());
  expect(await count()).toBe(0);
});

test('a form that was opened before a longer time was saved is stored as long as its page said', async () => {
  const before = shownIn(await (await visit('/')).text());
  await withSettings({ retention: { months: 12, attendedMonths: 12, reviewDays: 60 } }, inDays(-200));
  const now = shownIn(await (await visit('/')).text());
  for (const [name, words] of Object.entries({ Early: before, Late: now })) await arrived({ name, ...words });
  await env.DB.exec('update enquiries set received_at = received_at - 190 * 86400000');
  await deleteExpired(env, new Date());
  expect(await count()).toBe(1);
  expect(await page('/desk')).toContain('Late');
});

test('a shorter time that was made longer again within its seven days never counts for what was there', async () => {
  const { reference } = await arrived();
  await receivedAt(reference, inDays(-175).toISOString());
  const months = (months: number) => ({ retention: { months, attendedMonths: 12, reviewDays: 60 } });
  await withSettings(months(2), inDays(-8));
  await withSettings(months(4), inDays(-2));
  await deleteExpired(env, new Date());
  expect(await count()).toBe(1);
  // The second has its own seven days, and begins to count after them.
  await env.DB.exec("update practice_versions set at = at - 6 * 86400000 where kind = 'settings'");
  await deleteExpired(env, new Date());
  expect(await count()).toBe(0);
});

test('a longer time holds for later enquiries alone', async () => {
  const early = await arrived();
  await receivedAt(early.reference, inDays(-190).toISOString());
  const late = await arrived({ name: 'Late' });
  await receivedAt(late.reference, inDays(-184).toISOString());
  await withSettings({ retention: { months: 9, attendedMonths: 12, reviewDays: 60 } }, inDays(-187));
  const words = await page('/desk/deletions');
  expect(words).toMatch(/Received before.*deleted 6 months after.*Received since.*deleted 9 months after/s);
  await deleteExpired(env, new Date());
  expect(await count()).toBe(1);
  expect(await page('/desk')).toContain(late.reference);
  expect(await page('/desk/deletions')).not.toContain('Received before');
});

test('many changes over the years are still one question to the database', async () => {
  const { reference } = await arrived();
  await receivedAt(reference, inDays(-20).toISOString());
  for (let n = 0; n < 60; n++)
    await withSettings(
      { retention: { months: 6 + (n % 2), attendedMonths: 12 + n, reviewDays: 60 + n } },
      inDays(-1000 + n * 9),
    );
  expect(await page('/desk/deletions')).toContain('deleted 7 months after');
  await deleteExpired(env, new Date());
  expect(await count()).toBe(1);
});

test('a new address for mails is told, and so is the former one', async () => {
  const { sent, mail } = watchedMail();
  expect((await save({ mailTo: 'new@a-practice.co.uk' }, mail)).status).toBe(303);
  expect(sent.map(({ to }) => to).sort()).toEqual(['new@a-practice.co.uk', 'practitioner@example.com']);
  expect(sent[0]?.text).toContain('practitioner@example.com changed at the desk');
  expect(sent[0]?.text).toContain('https://practice.example/desk/settings');
  await save({ mailTo: 'new@a-practice.co.uk', remindAfter: '7' }, mail);
  expect(sent).toHaveLength(2);
  const failing = watchedMail(2);
  expect((await save({ mailTo: '' }, failing.mail)).status).toBe(303);
});

test('settings that a deploy carried over come from an earlier release, and have no date', async () => {
  await env.DB.prepare("delete from practice_versions where kind = 'settings'").run();
  await env.DB.prepare(
    `insert into practice_versions (kind, content, at, by) values ('settings', '{"remindAfter":8}', 1, ?)`,
  )
    .bind(earlierRelease)
    .run();
  expect(await page(path)).toContain('They come from an earlier release.');
  expect((await save({ remindAfter: '9' })).status).toBe(303);
  const history = await page(`${path}/history`);
  expect(history).toMatch(/From an earlier release <span class="hint">\(number \d+\)<\/span><\/h2>/);
  expect(history).not.toContain('1970');
});

test('the reply time that an earlier release has stored is the first version of the settings', async () => {
  const migration = env.MIGRATIONS.flatMap(({ queries }) => queries).find((query) =>
    query.includes("'promise'"),
  );
  await env.DB.prepare("delete from practice_versions where kind = 'settings'").run();
  await env.DB.prepare("insert into settings (name, value) values ('promise', ?)")
    .bind('{"workingDays":4,"awayUntil":""}')
    .run();
  await env.DB.prepare(String(migration)).run();
  const form = await page(path);
  expect(form).toMatch(/name="workingDays" value="4"/);
  expect(await page(`${path}/history`)).toContain('Reply time: 2 working days → 4 working days');
  expect(await page('/desk/deletions')).toContain('deleted 6 months after');
});
