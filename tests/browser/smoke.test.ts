import { createServer, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isOpen } from '../../scripts/deploy/site-answers.ts';
import { smoke } from '../../scripts/deploy/smoke.ts';
import { addressOf, listen } from '../support/cloudflare/server.ts';

// What the look from outside after a deploy makes of a site, of its zone's settings and of what stands before the desk.

const team = 'https://practice.cloudflareaccess.com';
const audience = 'ab'.repeat(32);
const patience = { longest: 600, between: 50 };
const servers: ReturnType<typeof createServer>[] = [];
beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const server of servers.splice(0))
    await new Promise((done) => server.close(done).closeAllConnections());
});

interface Page {
  status?: number;
  headers?: Record<string, string | string[]>;
  body?: string;
}

const login = (more = `kid=${audience}`, at = team) => `${at}/cdn-cgi/access/login/localhost?${more}`;
const guarded = { 'Content-Security-Policy': "default-src 'none'" };
const well: Record<string, Page> = {
  'GET /healthz': { headers: guarded },
  'GET /': { headers: guarded, body: '<input name="formKey">' },
  'GET /evidence': { headers: guarded },
  'POST /enquiry': { status: 422, headers: guarded },
  'GET /desk': { status: 302, headers: { Location: login() } },
  'GET /desk/review': { status: 302, headers: { Location: login() } },
};

/** A site that is well, but for some pages. */
async function site(change: Record<string, Page | ((times: number, request: IncomingMessage) => Page)> = {}) {
  const times = new Map<string, number>();
  const server = createServer((request, answer) => {
    const line = `${request.method} ${request.url}`;
    const count = (times.get(line) ?? 0) + 1;
    times.set(line, count);
    const page = change[line] ?? well[line] ?? { status: 404 };
    const {
      status = 200,
      headers = {},
      body = '',
    } = typeof page === 'function' ? page(count, request) : page;
    request.resume();
    answer.writeHead(status, headers).end(body);
  });
  servers.push(server);
  await listen(server);
  return addressOf(server);
}

const look = async (change?: Parameters<typeof site>[0], open = true) =>
  smoke({ site: await site(change), team, audience, open }, patience);

test('a site that is well has nothing to be said of it', async () => {
  expect(await look()).toEqual({ warnings: [], shut: false, deskShut: undefined });
});

const shut: Record<string, Page> = {
  'GET /': { status: 503, headers: { ...guarded, 'Retry-After': '86400' } },
  'GET /evidence': { status: 503, headers: guarded },
  'POST /enquiry': { status: 503, headers: guarded },
};

test('a site that nobody has opened yet is well, and shut', async () => {
  expect(await look(shut, false)).toEqual({ warnings: [], shut: true, deskShut: undefined });
  // It may have been opened in the meantime.
  expect(await look({}, false)).toMatchObject({ shut: false });
});

test('a site that is open at the desk and shut to visitors stops everything, loudly', async () => {
  await expect(look(shut, true)).rejects.toThrow('OPEN AT THE DESK AND SHUT TO VISITORS');
});

test('before a deploy, a site is open whose form visitors get', async () => {
  expect(await isOpen(await site())).toBe(true);
  expect(await isOpen(await site(shut))).toBe(false);
  expect(await isOpen(await site({ 'GET /': { body: '<input name="formKey">' } }))).toBe(false);
  expect(await isOpen('http://localhost:9')).toBe(false);
});

test('a page that fails is not one that is shut', async () => {
  const failing = { status: 503, headers: { ...guarded, 'Retry-After': '60' } };
  await expect(look({ ...shut, 'GET /': failing }, false)).rejects.toThrow('the landing page');
});

test('it waits for an address that is new, and for a database that wakes up', async () => {
  const found = await look({
    'GET /healthz': (times) =>
      times < 3
        ? { status: 530, body: 'error code: 1016' }
        : { status: times < 5 ? 503 : 200, headers: guarded },
  });
  expect(found.deskShut).toBeUndefined();
});

test.each([
  ['to answer', { 'GET /healthz': { status: 522 } }],
  ['for the database to answer', { 'GET /healthz': { status: 503, headers: guarded } }],
  ['the landing page has its form', { 'GET /': { headers: guarded, body: 'opens soon' } }],
  ['an empty form comes back', { 'POST /enquiry': { status: 503, headers: guarded } }],
  ['the evidence opens', { 'GET /evidence': { status: 500, headers: guarded } }],
  ['/desk is shut for strangers', { 'GET /desk': { body: '<nav aria-label="Desk">' } }],
  ['/desk/review is shut for strangers', { 'GET /desk/review': { headers: guarded } }],
] satisfies [string, Parameters<typeof site>[0]][])(
  'it stops where it is not so: %s',
  async (words, change) => {
    await expect(look(change)).rejects.toThrow(words);
  },
);

test('nobody there is said, once patience is over', async () => {
  await expect(smoke({ site: 'http://localhost:9', team, audience, open: true }, patience)).rejects.toThrow(
    'in vain',
  );
});

test.each([
  ['Access is not in front of /desk:', { 'GET /desk': { status: 403, headers: guarded } }],
  ['Access is not in front of /desk/review', { 'GET /desk/review': { status: 403, headers: guarded } }],
  [
    'npm run setup -- --set ACCESS_TEAM=other.cloudflareaccess.com',
    {
      'GET /desk': {
        status: 302,
        headers: { Location: login(undefined, 'https://other.cloudflareaccess.com') },
      },
    },
  ],
  [
    `npm run setup -- --set ACCESS_AUD=${'cd'.repeat(32)}`,
    { 'GET /desk/review': { status: 302, headers: { Location: login(`kid=${'cd'.repeat(32)}`) } } },
  ],
] satisfies [string, Parameters<typeof site>[0]][])(
  'a desk that nobody could open: %s',
  async (words, change) => {
    expect((await look(change)).deskShut).toContain(words);
  },
);

test('plain http leads to https, to the same host', async () => {
  const secure = await site();
  const plain = (to: string, status = 308) => site({ 'GET /?c=x': { status, headers: { Location: to } } });
  const seen = async (by: string) => smoke({ site: secure, plain: by, team, audience, open: true }, patience);
  expect((await seen(await plain(`${secure}/?c=x`))).warnings).toEqual([]);
  await expect(seen(await plain('https://elsewhere.example/'))).rejects.toThrow('plain http leads to https');
  await expect(seen(await plain(`${secure}/?c=x`, 200))).rejects.toThrow('plain http leads to https');
});

test('what the zone adds is a warning that names the switch', async () => {
  const cookie = (name: string) => ({ headers: { ...guarded, 'Set-Cookie': `${name}=x; path=/` } });
  const bots = await look({ 'GET /evidence': cookie('__cf_bm') });
  expect(bots.warnings).toEqual([expect.stringContaining('Bot Fight Mode')]);
  const own = await look({ 'GET /evidence': cookie('session') });
  expect(own.warnings).toEqual([expect.stringContaining('sets the cookie session')]);
  for (const header of ['NEL', 'Report-To']) {
    const reports = await look({ 'GET /evidence': { headers: { ...guarded, [header]: '{}' } } });
    expect(reports.warnings).toEqual([expect.stringContaining('Network Error Logging')]);
  }
});
