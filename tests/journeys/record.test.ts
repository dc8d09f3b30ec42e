import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { headlines } from '../../pages/content/headlines.ts';
import { watch } from '../../worker/notify/watch.ts';
import { arrived, page, submit } from '../support/desk.ts';
import { atDesk } from '../support/practitioner.ts';
import { shownIn } from '../support/shown-words.ts';
import { goodForm, visit } from '../support/visitor.ts';

test('one tap moves the stage, and the history says what, who and when', async () => {
  const { path } = await arrived();
  const answer = await submit(`${path}/stage`, { version: '0', move: 'replied' });
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, path]);
  await submit(`${path}/stage`, { version: '1', move: 'attendedFirst' }, 'second@example.com');
  await submit(`${path}/stage`, { version: '2', move: 'closedPractical' });
  const record = await page(path);
  expect(record).toContain('Closed (time, place or price)');
  for (const line of [
    'practitioner@example.com: stage Replied',
    'second@example.com: stage Attended: first visit',
    'practitioner@example.com: stage Time, place or price',
  ])
    expect(record).toContain(line);
  const list = await page('/desk');
  expect(list).toContain('Closed (time, place or price)');
});

test('the time of the first answer stays, and goes when the enquiry is new again', async () => {
  const { path } = await arrived();
  const repliedAt = () => env.DB.prepare('select replied_at as at from enquiries').first('at');
  expect(await repliedAt()).toBeNull();
  await submit(`${path}/stage`, { version: '0', move: 'replied' });
  const first = await repliedAt();
  expect(first).toBeTypeOf('number');
  await submit(`${path}/stage`, { version: '1', move: 'booked' });
  expect(await repliedAt()).toBe(first);
  await submit(`${path}/stage`, { version: '2', move: 'new' });
  expect(await repliedAt()).toBeNull();
  await submit(`${path}/stage`, { version: '3', move: 'closedRobot' });
  expect(await repliedAt()).toBeNull();
});

test('a note is kept sealed, in the history, with its line breaks', async () => {
  const { path, id } = await arrived();
  await submit(`${path}/notes`, { version: '0', note: 'Rang twice.\n<b>Left</b> a message' });
  expect(await page(path)).toContain('Rang twice.\n&lt;b&gt;Left&lt;/b&gt; a message');
  const row = await env.DB.prepare('select * from changes').first();
  expect(JSON.stringify(row)).not.toContain('Rang');
  // Moved under another enquiry it does not open.
  const other = await arrived({ name: 'Other' });
  await env.DB.prepare('update changes set enquiry_id = ? where enquiry_id = ?').bind(other.id, id).run();
  expect(await page(other.path)).toContain('No key in use opens this note');
});

test('two tabs that change one enquiry get a conflict, which says so and keeps the note that was typed', async () => {
  const { path } = await arrived();
  await submit(`${path}/stage`, { version: '0', move: 'replied' });
  const late = await submit(`${path}/stage`, { version: '0', move: 'closedNoAnswer' });
  expect(late.status).toBe(409);
  expect(await late.text()).toContain('was changed while you had it open');
  const note = await submit(`${path}/notes`, { version: '0', note: 'My long note' });
  expect(note.status).toBe(409);
  const text = await note.text();
  expect(text).toContain('My long note');
  expect(text).toContain('name="version" value="1"');
  expect(await page(path)).toContain('<strong>Replied</strong>');

  // The same tap twice is no conflict, and many at once make one change.
  expect((await submit(`${path}/stage`, { version: '0', move: 'replied' })).status).toBe(303);
  const many = await Promise.all(
    ['booked', 'attendedFirst', 'closedNoAnswer', 'new'].map((move) =>
      submit(`${path}/stage`, { version: '1', move }),
    ),
  );
  expect(many.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409]);
  expect(await env.DB.prepare('select count(*) as n from changes').first('n')).toBe(2);
  expect(await env.DB.prepare('select version from enquiries').first('version')).toBe(2);
});

test('a version that nobody saw, a move that is none, and an enquiry that is not there change nothing', async () => {
  const { path } = await arrived();
  expect((await submit(`${path}/stage`, { version: '7', move: 'replied' })).status).toBe(409);
  expect((await submit(`${path}/stage`, { version: 'x', move: 'replied' })).status).toBe(400);
  expect((await submit(`${path}/stage`, { version: '0', move: 'toString' })).status).toBe(400);
  expect((await submit(`${path}/notes`, { version: '0', note: ' ' })).status).toBe(422);
  expect((await submit(`${path}/notes`, { version: '0', note: 'x'.repeat(2001) })).status).toBe(422);
  expect((await submit('/desk/enquiries/nobody/stage', { version: '0', move: 'replied' })).status).toBe(404);
  expect(await env.DB.prepare('select count(*) as n from changes').first('n')).toBe(0);
});

test('the same email or phone, however it is written, suggests the same person and merges nothing', async () => {
  const first = await arrived({ phone: '+44 7700 900123' });
  const second = await arrived({ name: 'A. Example', email: 'ADA@example.com', phone: '07700900123' });
  const third = await arrived({ name: 'Partner', email: 'other@example.com', phone: '07700 900 123' });
  const stranger = await arrived({ name: 'Stranger', email: 'stranger@example.com' });
  const record = await page(first.path);
  expect(record).toMatch(new RegExp(`${second.reference}</a>.*the same email and phone`));
  expect(record).toMatch(new RegExp(`${third.reference}</a>.*the same phone`));
  expect(record).not.toContain(stranger.reference);
  expect(await page(stranger.path)).not.toContain('The same person?');
  const row = await env.DB.prepare('select email_token, phone_token from enquiries').first();
  expect(JSON.stringify(row)).not.toMatch(/ada|7700/i);
});

test('an old enquiry shows the headline and the notice as they were, after both have changed', async () => {
  const { path } = await arrived({ c: 'research', ...shownIn(await (await visit('/?c=research')).text()) });
  await watch({ ...env, MAIL_FROM: '' }, new Date());
  const record = await page(path);
  expect(record).toContain(headlines.research.heading);
  expect(record).toContain('I will confirm within 30 days that I have your complaint');
  expect(record).toContain(goodForm.consent);
  // As if the page said something else today.
  await env.DB.prepare("update wordings set words = 'What was said then'").run();
  expect(await page(path)).toContain('What was said then');
  const withMail = await arrived({ name: 'Later' });
  expect(await page(withMail.path)).toContain('The privacy notice, as it was then');
});

test('an enquiry that came by phone is entered by hand, marked so, with its consent', async () => {
  const form = { ...goodForm, replyBy: 'call', phone: '07700 900123', email: '', takenBy: 'phone' };
  const refused = await submit('/desk/enquiries', { ...form, consent: '', phone: '' });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('Ada Example');
  const kept = await submit('/desk/enquiries', form);
  expect(kept.status).toBe(303);
  const record = await page(kept.headers.get('Location') ?? '');
  expect(record).toContain('entered by hand, phone; they agreed');
  expect(record).toContain('Taken by you, on the phone');
  expect(await page('/desk')).toContain('Ada Example');
  // The button pressed twice is one enquiry.
  await submit('/desk/enquiries', form);
  expect(await env.DB.prepare('select count(*) as n from enquiries').first('n')).toBe(1);
  expect((await atDesk('/desk/by-hand')).status).toBe(200);
});
