import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { paths } from '../../pages/paths.ts';
import { log } from '../../worker/log.ts';
import { atDeskWith } from '../support/mail.ts';
import { atDesk, downloadLeads } from '../support/practitioner.ts';
import { goodForm, send, site, visit } from '../support/visitor.ts';

test('every kind of answer carries the security headers', async () => {
  const answers = [
    await visit('/'),
    await visit('/nowhere'),
    await visit('/desk'),
    await visit('/enquiry'),
    await send({}),
    await send(goodForm),
    await send({ ...goodForm, message: 'x'.repeat(70_000) }),
    await visit('/enquiry', { method: 'POST', body: 'x' }),
    await atDesk('/desk'),
    await downloadLeads(),
  ];
  expect(answers.map((answer) => answer.status)).toEqual([200, 404, 403, 200, 422, 303, 413, 400, 200, 200]);
  for (const { headers } of answers) {
    expect(headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(headers.get('Content-Security-Policy')).not.toContain('unsafe');
    expect(headers.get('Strict-Transport-Security')).toBe('max-age=63072000');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('X-Frame-Options')).toBe('DENY');
    expect(headers.get('Referrer-Policy')).toBe('same-origin');
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
    expect(headers.get('Permissions-Policy')).toContain('geolocation=()');
    expect(headers.get('Set-Cookie')).toBeNull();
  }
});

test('text and XML say in which encoding they are', async () => {
  const fixed = Object.values(paths).filter((path) => !path.includes(':') && !path.startsWith('/cdn-cgi'));
  const answers = [
    ...(await Promise.all(fixed.map((path) => visit(path)))),
    ...(await Promise.all(fixed.filter((path) => path.startsWith('/desk')).map((path) => atDesk(path)))),
    await downloadLeads(),
  ];
  const types = answers.map(({ headers }) => headers.get('Content-Type') ?? 'none');
  expect(types.filter((type) => /text|xml/.test(type) && !/; ?charset=utf-8$/i.test(type))).toEqual([]);
  expect(new Set(types.map((type) => type.split(';')[0]))).toEqual(
    new Set([
      'text/html',
      'text/plain',
      'text/csv',
      'application/xml',
      'image/svg+xml',
      'image/png',
      'application/json',
      'none',
    ]),
  );
});

test('what is not the same for everybody is kept apart from the page that opened it', async () => {
  for (const [path, policy] of [
    ['/', null],
    ['/?c=fb-nov-a', null],
    ['/privacy', null],
    ['/yours/34679CDF/x', 'same-origin'],
    ['/desk', 'same-origin'],
    ['/nowhere', 'same-origin'],
  ])
    expect([path, (await visit(`${path}`)).headers.get('Cross-Origin-Opener-Policy')]).toEqual([
      path,
      policy,
    ]);
  expect((await send({})).headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
});

test('a page with an empty form may be kept by the visitor’s browser, and by nobody else', async () => {
  expect((await visit('/')).headers.get('Cache-Control')).toBe('private, no-cache');
});

test('a failure inside answers 500 in plain words, without a trace of what failed', async () => {
  await env.DB.exec('drop table enquiries');
  const answer = await atDesk('/desk');
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toMatch(/D1|SQL|no such table|Error:/);
});

test('a path answers only to its own methods, and says which', async () => {
  for (const [path, method, allow] of [
    ['/', 'POST', 'GET, HEAD'],
    ['/', 'DELETE', 'GET, HEAD'],
    ['/enquiry', 'PUT', 'GET, HEAD, POST'],
    ['/sent/34679CDF/x', 'POST', 'GET, HEAD'],
    ['/', 'TRACE', 'GET, HEAD'],
  ] as const) {
    const answer = await visit(path, { method });
    expect([path, answer.status, answer.headers.get('Allow')]).toEqual([path, 405, allow]);
  }
  expect((await atDesk('/desk/enquiries', { method: 'PUT' })).status).toBe(405);
  expect((await visit('/desk', { method: 'POST' })).status).toBe(403);
  expect((await visit('/', { method: 'HEAD' })).status).toBe(200);
});

test('an address with a slash too many leads to its page, with its query, and never to another site', async () => {
  const from = async (path: string, init?: RequestInit) => {
    const { status, headers } = await visit(path, init);
    return [status, headers.get('Location')];
  };
  for (const path of ['/desk', '/desk/review'])
    expect(await from(`${path}/?q=a%2Fb%2F`)).toEqual([301, `${site}${path}?q=a%2Fb%2F`]);
  // Of an advert's address only what may travel on.
  for (const path of ['/evidence', '/privacy', '/enquiry', '/sent/34679CDF/x', '/nowhere']) {
    expect(await from(`${path}/`)).toEqual([301, `${site}${path}`]);
    expect(await from(`${path}/?c=fb-nov-a&q=jane@example.com`)).toEqual([301, `${site}${path}?c=fb-nov-a`]);
  }
  expect(await from('/evidence//')).toEqual([301, `${site}/evidence`]);
  expect(await from('/evidence/', { method: 'HEAD' })).toEqual([301, `${site}/evidence`]);
  expect(await from('/enquiry/', { method: 'POST' })).toEqual([404, null]);
  for (const path of ['//evil.example/', '/\\evil.example/', '///evil.example//', '//evil.example/?x=/'])
    expect(new URL(`${(await from(path))[1]}`).origin).toBe(site);
});

test('an endless query is left behind; one as long as an advert may have is read', async () => {
  const click = `fbclid=${'x'.repeat(1500)}`;
  expect(await (await visit(`/?${click}&c=fb-nov-a`)).text()).toContain('name="c" value="fb-nov-a"');
  for (const path of ['/', '/enquiry', '/desk', '/nowhere', '//evil.example']) {
    const { status, headers } = await visit(`${path}?c=${'%90'.repeat(2000)}`);
    expect([status, headers.get('Location')]).toEqual([302, `${site}${path}`]);
  }
});

test('a visitor’s words cannot be logged without a compile error', () => {
  const words: string = 'Ada';
  const lines = () => {
    // @ts-expect-error There is no field for a message.
    log({ event: 'enquiry_stored', message: words });
    // @ts-expect-error A reference is made from an id, not typed by anybody.
    log({ event: 'enquiry_stored', reference: words });
    // @ts-expect-error A code is one of a few.
    log({ event: 'request_failed', code: words });
  };
  expect(lines).toBeTypeOf('function');
});

test('when the keys cannot be used, the desk still says so, takes a reply time and ends an alarm', async () => {
  const broken = { ROOT_KEY: 'broken', SEAL_KEYS: 'broken' };
  expect((await atDeskWith(broken, '/desk')).status).toBe(500);
  expect((await atDeskWith(broken, '/desk/promise')).status).toBe(200);
  expect((await atDeskWith(broken, '/desk/nope')).status).toBe(404);
  const problem = await atDeskWith(broken, '/desk/alarms/x/end', {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  });
  expect([problem.status, await problem.text()]).toEqual([404, expect.stringContaining('Open the inbox')]);
});
