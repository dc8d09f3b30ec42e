import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { actNames } from '../../pages/content/opening.ts';
import { app } from '../../worker/app.ts';
import { sendCanary } from '../../worker/canary.ts';
import { fixtureFacts } from '../fixtures/practice.ts';
import { askWith, program, publishForEachTest, sign } from '../support/access-assertions.ts';
import { arrived, page, submit } from '../support/desk.ts';
import { compareAll } from '../support/evidence.ts';
import { atDeskWith, watchedMail } from '../support/mail.ts';
import { publishPractice, seeNow } from '../support/practice.ts';
import { withSettings } from '../support/settings.ts';
import { valuesIn } from '../support/values.ts';
import { goodForm, send, site, visit } from '../support/visitor.ts';
import { linkOf } from '../support/yours.ts';

publishForEachTest();

/** As a site is before anybody has opened it. */
async function newSite() {
  await env.DB.exec('delete from practice_versions');
  await seeNow();
}

const shut = () => publishPractice(fixtureFacts, { open: false });

/** All that is not a fact, as if a person had done it. */
async function doAll() {
  await compareAll();
  const act = env.DB.prepare(
    "insert or replace into opening_acts (name, at, by, detail) values (?, 1, 'x', ?)",
  );
  await env.DB.batch([
    ...[...actNames, 'backup'].map((name) =>
      act.bind(name, name === 'testMail' ? 'practitioner@example.com' : 'k1'),
    ),
    env.DB.prepare("insert into settings (name, value) values ('desk_opened', 'now')"),
  ]);
}

test('a new site is shut: visitors read that it opens soon, and what they have been given still works', async () => {
  const own = await linkOf(await send(goodForm));
  await newSite();
  for (const path of ['/', '/?c=research', '/evidence', '/accessibility', '/enquiry']) {
    const answer = await visit(path);
    const seen = [answer.status, answer.headers.get('Retry-After'), answer.headers.get('Cache-Control')];
    expect([path, ...seen]).toEqual([path, 503, '86400', 'no-store']);
    const html = await answer.text();
    expect(html).toContain('opens soon');
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).not.toContain('<form');
    expect(html).not.toContain('sent an enquiry already');
  }
  for (const path of [own, '/privacy', '/.well-known/security.txt', '/robots.txt', '/healthz', '/mark.svg'])
    expect([path, (await visit(path)).status]).toEqual([path, 200]);
  expect(await (await visit('/sitemap.xml')).text()).not.toContain('<loc>');
  expect(await page('/desk')).toContain('Ada Example');
});

test('the first page of a new site says what to do first, and offers no file of nobody', async () => {
  await newSite();
  const html = await page('/desk');
  expect(html).toMatch(/<main[^>]*><section class="summary"[^>]*><h2[^>]*>Your site is not open yet/);
  const { missing } = (await (await atDeskWith({}, '/desk/opening.json')).json()) as { missing: object[] };
  expect(html).toContain(`${missing.length} things are missing.`);
  expect(html).toContain('href="/desk/opening"');
  expect(html).not.toContain('Download leads');
  expect(await page('/desk/review')).not.toContain('not open yet');
  await doAll();
  await shut();
  const { path } = await arrived();
  expect(await page('/desk')).toContain('Download leads');
  // Shut by its practitioner, who knows.
  expect(await page('/desk')).not.toContain('not open yet');
  expect(await page(path)).not.toContain('not open yet');
});

test('the privacy notice of a site that is shut is not for search engines, and says plainly what is not given yet', async () => {
  const listed = await (await visit('/privacy')).text();
  expect(listed).toContain('rel="canonical"');
  expect(listed).not.toContain('noindex');
  await newSite();
  const notice = await (await visit('/privacy')).text();
  expect(notice).toContain('<meta name="robots" content="noindex"/>');
  expect(notice).not.toContain('rel="canonical"');
  expect(notice).toContain('(ICO registration number: not given yet)');
  expect(notice).not.toContain('[to add');
});

test('a site that was open before tells those who have written what happens to it', async () => {
  await shut();
  expect(await (await visit('/')).text()).toContain('Have you sent an enquiry already?');
});

test('with a phone number it says so, and nothing else about the practice is needed', async () => {
  await publishPractice({ phone: '+442079460321' }, { open: false });
  expect(await (await visit('/')).text()).toContain('href="tel:+442079460321"');
});

test('a form that was handed out before it was shut is stored for 24 hours; after that every word comes back', async () => {
  await shut();
  expect((await send(goodForm)).status).toBe(303);
  await env.DB.prepare('update practice_versions set at = at - 86500000 where kind = ?').bind('door').run();
  await seeNow();
  const late = await send({ ...goodForm, name: 'Too Late', message: 'Kept words' });
  expect(late.status).toBe(503);
  const html = await late.text();
  expect(valuesIn(html)).toMatchObject({ name: 'Too Late', message: 'Kept words' });
  expect(html).toContain('This page is closed just now');
  expect(html).toContain('tel:+442079460321');
  expect(await env.DB.prepare('select count(*) as n from enquiries').first('n')).toBe(1);
});

test('the daily test enquiry goes through a site that is shut, and nobody else does with its header', async () => {
  await newSite();
  const { mail } = watchedMail();
  await sendCanary({ ...env, ...mail }, new Date(), createExecutionContext());
  for (const token of ['', 'x', 'page'])
    expect((await visit('/', { headers: { 'X-Canary': token } })).status).toBe(503);
});

test('it opens when nothing is missing, and not before: what is missing is listed with where to settle it', async () => {
  await newSite();
  const html = await page('/desk/opening');
  for (const [words, where] of [
    ['phone number', '/desk/practice/facts/reach#phone'],
    ['Say how you work', '/desk/practice/facts/promises#promises'],
    ['keys are in your password manager', '/desk/opening#keys'],
    ['complaints log', '/desk/opening#complaintsLog'],
    ['Back pain', '/desk/evidence/nhsBackPain'],
  ] as const) {
    const at = html.indexOf(words);
    expect([words, html.slice(0, at).lastIndexOf(where) > 0]).toEqual([words, true]);
  }
  expect(html).not.toContain('Open the site to visitors');
  expect((await submit('/desk/opening/open', { basis: '0' })).status).toBe(422);

  await doAll();
  await publishPractice(fixtureFacts, { open: false });
  const basis = /name="basis" value="(\d+)"/.exec(await page('/desk/opening'))?.[1] ?? '';
  expect((await submit('/desk/opening/open', { basis })).status).toBe(303);
  expect((await visit('/')).status).toBe(200);
  // A second tab that still thinks it is shut.
  expect((await submit('/desk/opening/shut', { basis })).status).toBe(409);
});

test('each missing point says whose it is, and a source how much of it is left', async () => {
  await newSite();
  const html = await page('/desk/opening');
  const whose = (words: string) => new RegExp(`${words}[^<]*</a> <span[^>]*>([^<]*)`).exec(html)?.[1];
  expect(whose('phone number')).toBe('Yours');
  expect(whose('A test mail has reached you')).toBe('Yours');
  for (const words of [
    'in your password manager',
    'npm run backup',
    'Cloudflare Access',
    'processing agreement',
  ])
    expect([words, whose(words)]).toEqual([words, 'For whoever set the site up']);
  expect(html).toMatch(/Compare with its source: [^<]*\(\d+ statements? left\)/);
});

test('an open site stays open whatever is missing; only the practitioner shuts it, and is asked once more', async () => {
  expect(await page('/desk/opening')).toContain('It stays open');
  expect((await visit('/')).status).toBe(200);
  const asked = await page('/desk/opening/shut');
  const basis = /name="basis" value="(\d+)"/.exec(asked)?.[1] ?? '';
  expect((await visit('/')).status).toBe(200);
  expect((await submit('/desk/opening/shut', { basis })).status).toBe(303);
  expect((await visit('/')).status).toBe(503);
});

test('the keys, and a mail that arrived, have to be shown; what is only said can be taken back', async () => {
  const act = (name: string, typed = '', done = 'yes') =>
    submit(`/desk/opening/acts/${name}`, { done, [`typed-${name}`]: typed });
  const end = env.SEAL_KEYS.slice(-6);
  for (const wrong of ['', 'wrong!', end.slice(1)]) expect((await act('keys', wrong)).status).toBe(422);
  expect((await act('keys', `k1:${end}`)).status).toBe(303);

  const { sent, mail } = watchedMail();
  await atDeskWith(mail, '/desk/opening/test-mail', { method: 'POST' });
  const code = /an hour: (\w{6})/.exec(sent[0]?.text ?? '')?.[1] ?? '';
  expect((await act('testMail', 'AAAAAA')).status).toBe(422);
  expect((await act('testMail', code.toLowerCase())).status).toBe(303);

  expect((await act('agreement')).status).toBe(303);
  expect(await page('/desk/opening')).toContain('Not so after all');
  expect((await act('agreement', '', 'no')).status).toBe(303);
  expect((await act('nonsense')).status).toBe(404);
});

test('a test mail proves the address that it went to: another one has to be shown anew', async () => {
  const said = 'A test mail has reached you';
  const missing = async (bindings: Partial<Env> = {}) =>
    (await (await atDeskWith(bindings, '/desk/opening.json')).text()).includes(said);
  const { sent, mail } = watchedMail();
  const sendCode = async () => {
    await atDeskWith(mail, '/desk/opening/test-mail', { method: 'POST' });
    return /an hour: (\w{6})/.exec(sent.at(-1)?.text ?? '')?.[1] ?? '';
  };
  const give = async (typed: string) =>
    (await submit('/desk/opening/acts/testMail', { done: 'yes', 'typed-testMail': typed })).status;
  const first = await sendCode();
  await withSettings({ mailTo: 'new@a-practice.co.uk' });
  expect(await give(first)).toBe(422);
  expect(await give(await sendCode())).toBe(303);
  expect(sent.map(({ to }) => to)).toEqual(['practitioner@example.com', 'new@a-practice.co.uk']);
  expect(await missing()).toBe(false);
  expect(await page('/desk/opening')).toContain('It goes to new@a-practice.co.uk');

  await withSettings({ mailTo: '' });
  expect(await missing()).toBe(true);
  expect(await give(await sendCode())).toBe(303);
  expect(await missing()).toBe(false);
  expect(await missing({ DESK_EMAILS: 'Practitioner@example.com' })).toBe(false);
  expect(await missing({ DESK_EMAILS: 'other@example.com, practitioner@example.com' })).toBe(true);
});

test('another key that seals has to be shown anew, and a ring that cannot be read is shown by nothing', async () => {
  const said = 'keys are in your password manager';
  const missing = async (SEAL_KEYS: string) => {
    const list = await (await atDeskWith({ SEAL_KEYS }, '/desk/opening.json')).text();
    return list.includes(said);
  };
  expect(await missing(env.SEAL_KEYS)).toBe(true);
  const body = (typed: string) => ({
    method: 'POST',
    body: new URLSearchParams({ done: 'yes', 'typed-keys': typed }),
  });
  expect((await atDeskWith({}, '/desk/opening/acts/keys', body(env.SEAL_KEYS))).status).toBe(303);
  expect(await missing(env.SEAL_KEYS)).toBe(false);
  const newer = `k2:${'b'.repeat(43)},${env.SEAL_KEYS}`;
  expect(await missing(newer)).toBe(true);
  const former = await atDeskWith({ SEAL_KEYS: newer }, '/desk/opening/acts/keys', body(env.SEAL_KEYS));
  expect(former.status).toBe(422);
  for (const SEAL_KEYS of ['', 'nonsense', 'k1:'])
    expect((await atDeskWith({ SEAL_KEYS }, '/desk/opening/acts/keys', body(''))).status).toBe(422);
});

test('a program with a token of its own gets that list and nothing else; a token for leads files does not', async () => {
  const { path } = await arrived();
  const bindings = { LAUNCH_TOKENS: 'robot.access', EXPORT_TOKENS: 'other.access' };
  const ask = async (address: string, method: string, name: string) => {
    const body = method === 'POST' ? new URLSearchParams() : null;
    const answer = await askWith(await sign({ ...program, common_name: name }), {
      path: address,
      method,
      body,
      bindings,
    });
    return answer;
  };
  const answer = await ask('/desk/opening.json', 'GET', 'robot.access');
  expect(await answer.json()).toMatchObject({ open: true, missing: expect.any(Array) });
  for (const [address, method, name] of [
    ['/desk/opening.json', 'GET', 'other.access'],
    ['/desk/opening.json', 'GET', 'stranger.access'],
    ['/desk/opening.json', 'POST', 'robot.access'],
    ['/desk/opening', 'GET', 'robot.access'],
    ['/desk/exports', 'POST', 'robot.access'],
    ['/desk', 'GET', 'robot.access'],
    [path, 'GET', 'robot.access'],
    ['/desk/opening/open', 'POST', 'robot.access'],
  ] as const)
    expect([address, name, (await ask(address, method, name)).status]).toEqual([address, name, 403]);
});

test('a failure is never "shut": where nobody knows, the page says that something is not working', async () => {
  const DB = new Proxy(env.DB, {
    get: (target, name) =>
      name === 'batch' ? () => Promise.reject(new Error('D1_ERROR')) : Reflect.get(target, name).bind(target),
  });
  const answer = await app.request(`${site}/`, {}, { ...env, DB }, createExecutionContext());
  expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '60']);
  const html = await answer.text();
  expect(html).not.toContain('opens soon');
  expect(html).not.toContain('<form');
});
