import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { arrived, submit } from '../support/desk.ts';
import { atDeskWith } from '../support/mail.ts';

const down = new Proxy(env.DB, {
  get: () => () => {
    throw new Error('D1_ERROR');
  },
});

const words = 'Balens <b>Ltd</b> & Söhne';
const shown = 'Balens &lt;b&gt;Ltd&lt;/b&gt; &amp; Söhne';

/** What a page says was typed: each field with its words. */
function typedIn(html: string): Record<string, string> {
  const pairs = html.matchAll(/<dt>([^<]*)<\/dt><dd><span class="typed">(.*?)<\/span>/gs);
  return Object.fromEntries([...pairs].map(([, name = '', typed = '']) => [name, typed]));
}

async function record(): Promise<string> {
  return (await arrived()).path;
}

test.each<[string, string | (() => Promise<string>), string]>([
  ['facts', '/desk/practice/facts/you', 'insurer'],
  ['settings', '/desk/settings', 'mailTo'],
  ['reply time', '/desk/promise', 'workingDays'],
  ['evidence', '/desk/evidence/nhsBackPain', 'note-0123'],
  ['what is done', '/desk/opening/acts/testMail', 'typed-testMail'],
  ['an enquiry by hand', '/desk/enquiries', 'message'],
  ['a note', async () => `${await record()}/notes`, 'note'],
  ['an address that takes no form', '/desk/practice/nowhere', 'insurer'],
  ['a group that there is not', '/desk/practice/facts/nowhere', 'insurer'],
])('%s: what was typed is on the page that says it could not be saved', async (_what, address, field) => {
  const path = typeof address === 'string' ? address : await address();
  const body = new URLSearchParams({
    [field]: words,
    seen: 'secret',
    basis: '1',
    'seen-x': 'secret',
    empty: ' ',
  });
  const answer = await atDeskWith({ DB: down }, path, { method: 'POST', body });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  const html = await answer.text();
  expect(typedIn(html)).toEqual({ [field.replaceAll('-', ' ')]: shown });
  expect(html).not.toContain('secret');
  expect(html).toContain('What you typed');
});

test('of what was too much to send, what arrived is there to copy', async () => {
  const long = 'A long story. '.repeat(6000);
  const answer = await submit('/desk/settings', { closedDays: long, mailTo: 'me@a-practice.co.uk' });
  expect(answer.status).toBe(413);
  expect(typedIn(await answer.text())).toEqual({ closedDays: long, mailTo: 'me@a-practice.co.uk' });
});

test('a photo that could not be stored gives back the words beside it', async () => {
  const body = new FormData();
  body.append('seen', '');
  body.append('alt', words);
  body.append('photo', new File(['x'], 'me.jpg'));
  const answer = await atDeskWith({ DB: down }, '/desk/practice/portrait', { method: 'POST', body });
  expect(typedIn(await answer.text())).toEqual({ alt: shown });
});

test('a wrong address below the practice says so, and leads back to it', async () => {
  const answer = await atDeskWith({}, '/desk/practice/nonsense');
  const html = await answer.text();
  expect(answer.status).toBe(404);
  expect(html).toContain('no such page about your practice');
  expect(html).toContain('Open your practice');
  expect(html).not.toContain('erased');
  expect(html).not.toContain('What you typed');
});
