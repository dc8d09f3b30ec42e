import { env } from 'cloudflare:workers';
import { beforeAll, expect, test, vi } from 'vitest';
import {
  askWith,
  base64url,
  header,
  inSeconds,
  keyPair,
  ourKeys,
  ours,
  person,
  program,
  publicJwk,
  publishForEachTest,
  settings,
  sign,
  signed,
  team,
} from '../support/access-assertions.ts';

publishForEachTest();

let theirs: CryptoKeyPair;
let keys: object[];
beforeAll(async () => {
  theirs = await keyPair();
  keys = await ourKeys();
});

/** What `wrangler dev` gives the Worker, with [access.dev]. */
const access = { aud: env.ACCESS_AUD, getIdentity: async (): Promise<unknown> => ({ email: person.email }) };

// First, because an isolate notes it once.
test('the first person who is let in by a signed assertion is noted, once', async () => {
  const noted = () =>
    env.DB.prepare("select count(*) as n from settings where name = 'desk_opened'").first('n');
  await askWith(undefined, { access });
  await askWith(await sign({ ...person, email: 'stranger@example.com' }));
  expect(await noted()).toBe(0);
  await askWith(await sign(person));
  await askWith(await sign(person));
  expect(await noted()).toBe(1);
});

const good: [string, object, object?][] = [
  ['as Access signs it', person],
  ['whose audience is a text', { ...person, aud: 'test-audience' }],
  ['with a second audience', { ...person, aud: ['another', 'test-audience'] }],
  ['without nbf', { ...person, nbf: undefined }],
  ['in capitals', { ...person, email: 'PRACTITIONER@Example.COM' }],
  ['with spaces around', { ...person, email: ' practitioner@example.com ' }],
  ['of the second who is listed', { ...person, email: 'second@example.com' }],
  ['without typ', person, { typ: undefined }],
  ['whose clock is a second ahead', { ...person, nbf: inSeconds(2), iat: inSeconds(2) }],
  ['with claims of Access that nobody reads', { ...person, custom: { groups: ['a'] }, device_sessions: {} }],
];

test.each(good)('a person is let in by an assertion %s', async (_how, claims, more) => {
  expect((await askWith(await sign(claims, more))).status).toBe(200);
});

test('the address of a team may be written with a slash, and without https', async () => {
  const assertion = await sign(person);
  for (const written of [`${team}/`, team.slice('https://'.length), ` ${team} `, `${team}/cdn-cgi`])
    expect((await askWith(assertion, { bindings: { ACCESS_TEAM: written } })).status).toBe(200);
});

const without = <Claim extends string>(claims: Record<string, unknown>, name: Claim) => ({
  ...claims,
  [name]: undefined,
});

const secretOfPublicKey = async () => {
  const bytes = new TextEncoder().encode(JSON.stringify(keys[0]));
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
};
const parts = async () => (await sign(person)).split('.') as [string, string, string];

/** Each is refused, with 403 and in the desk's own frame. */
const forged: [string, () => Promise<string> | string][] = [
  ['empty', () => ''],
  ['nonsense', () => 'nonsense'],
  ['three dots', () => '...'],
  ['of two parts', async () => (await parts()).slice(0, 2).join('.')],
  ['with an empty signature', async () => `${(await parts()).slice(0, 2).join('.')}.`],
  ['with a fifth part', async () => `${await sign(person)}.${(await parts())[2]}.x`],
  ['too long', () => sign({ ...person, padding: 'x'.repeat(20_000) })],
  ['with a bit of the signature changed', async () => (await sign(person)).replace(/.{4}$/, 'AAAA')],
  [
    'with other claims under the signature',
    async () => {
      const [head, , signature] = await parts();
      return `${head}.${base64url(JSON.stringify({ ...person, sub: 'x' }))}.${signature}`;
    },
  ],
  ['signed by somebody else', () => signed(header, person, theirs.privateKey)],
  ['with an unknown key id', () => sign(person, { kid: 'theirs' })],
  ['without a key id', () => sign(person, { kid: undefined })],
  ['with a key id that is a number', () => sign(person, { kid: 1 })],
  ['with a key id of an object’s own', () => sign(person, { kid: '__proto__' })],
  [
    'that brings its own key',
    async () => signed({ ...header, kid: 'x', jwk: await publicJwk('x', theirs) }, person, theirs.privateKey),
  ],
  [
    'that names another page of keys',
    () => signed({ ...header, jku: 'https://evil.example/certs' }, person, theirs.privateKey),
  ],
  ['without an algorithm', () => `${base64url('{"alg":"none","kid":"ours"}')}.${base64url('{}')}.`],
  [
    'of the algorithm none, with good claims',
    async () => `${base64url('{"alg":"none","kid":"ours"}')}.${(await parts())[1]}.`,
  ],
  [
    'whose secret is our public key',
    async () => signed({ ...header, alg: 'HS256' }, person, await secretOfPublicKey(), { name: 'HMAC' }),
  ],
  [
    'by RS512',
    async () => {
      const pair = await keyPair('SHA-512');
      return signed({ ...header, alg: 'RS512' }, person, pair.privateKey);
    },
  ],
  ['that says PS256', () => sign(person, { alg: 'PS256' })],
  ['that says ES256', () => sign(person, { alg: 'ES256' })],
  ['with a critical extension', () => sign(person, { crit: ['b64'], b64: false })],
  ['whose payload is a list', async () => signed(header, [person], (await ours()).privateKey)],
  ['of another audience', () => sign({ ...person, aud: ['another'] })],
  ['with no audience', () => sign(without(person, 'aud'))],
  ['with an empty list of audiences', () => sign({ ...person, aud: [] })],
  ['whose audience only begins so', () => sign({ ...person, aud: ['test-audience-2'] })],
  ['of another team', () => sign({ ...person, iss: 'https://elsewhere.cloudflareaccess.com' })],
  ['of a team with a longer name', () => sign({ ...person, iss: `${team}.evil.example` })],
  ['without a team', () => sign(without(person, 'iss'))],
  ['that has run out', () => sign({ ...person, exp: inSeconds(-10) })],
  ['that has run out this second', () => sign({ ...person, exp: inSeconds(-1) })],
  ['that runs out on no day there is', () => sign({ ...person, exp: 9e12 })],
  ['that never runs out', () => sign(without(person, 'exp'))],
  ['whose end is a text', () => sign({ ...person, exp: String(person.exp) })],
  ['that holds only from later on', () => sign({ ...person, nbf: inSeconds(120) })],
  ['whose beginning is a text', () => sign({ ...person, nbf: 'now' })],
  ['of the whole team and not of this desk', () => sign({ ...person, type: 'org' })],
  ['without a type', () => sign(without(person, 'type'))],
  ['of nobody', () => sign(without(person, 'email'))],
  ['with an empty address', () => sign({ ...person, email: '' })],
  ['with a blank address', () => sign({ ...person, email: '  ' })],
  ['with a list of addresses', () => sign({ ...person, email: ['practitioner@example.com'] })],
  ['of somebody who is not listed', () => sign({ ...person, email: 'stranger@example.com' })],
  ['of two who are listed at once', () => sign({ ...person, email: env.DESK_EMAILS })],
  [
    'with a look-alike letter',
    () => sign({ ...person, email: 'practitioner@example.com'.replace('i', 'ı') }),
  ],
  ['with the sign for kelvin', () => sign({ ...person, email: 'boo\u212Aer@example.com' })],
  ['of a person who is a program as well', () => sign({ ...person, common_name: 'robot.access' })],
  ['of a program', () => sign(program)],
];

test.each(forged)(
  'an assertion %s is refused, also beside a good identity of the runtime',
  async (_how, make) => {
    const assertion = await make();
    for (const more of [{}, { access }]) {
      const bindings = { DESK_EMAILS: `${env.DESK_EMAILS}, booker@example.com` };
      const answer = await askWith(assertion, { ...more, bindings });
      const page = await answer.text();
      expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([403, 'no-store']);
      expect(page).toMatch(/<title>[^<]* desk<\/title>/);
      expect(page).not.toMatch(/Inbox|start again from the first page|aria-label="Desk"/);
    }
  },
);

test('the words of a refusal say what to do', async () => {
  const words = async (assertion: string | undefined, more: Parameters<typeof askWith>[1] = {}) =>
    (await askWith(assertion, more)).text();
  const stranger = await words(await sign({ ...person, email: 'Stranger <b>@example.com' }));
  expect(stranger).toContain(
    'Signed in as <bdi>Stranger &lt;b&gt;@example.com</bdi>, who is not on this desk’s list',
  );
  expect(stranger).toContain('/cdn-cgi/access/logout?returnTo=https%3A%2F%2Fpractice.example%2Fdesk');
  expect(await words(await sign({ ...person, exp: inSeconds(-10) }))).toContain('Sign in again');
  expect(await words(undefined)).toContain('You are not signed in');
  for (const missing of [{ ACCESS_TEAM: '' }, { ACCESS_TEAM: 'none' }, { ACCESS_AUD: '' }])
    expect(await words(await sign(person), { bindings: missing })).toContain('is not set up yet');
  const init = {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' },
  };
  expect(await words(await sign(person), { ...init, path: '/desk/promise' })).toContain(
    'did not come from this desk',
  );
});

test('while the team cannot be asked, the page says so; once it can be, the desk opens', async () => {
  const elsewhere = 'https://second.cloudflareaccess.com';
  const bindings = { ACCESS_TEAM: elsewhere };
  const assertion = await sign({ ...person, iss: elsewhere });
  const down = [
    () => Promise.reject(new TypeError('no network')),
    async () => new Response('Bad gateway', { status: 502 }),
    async () => Response.json({ keys: [] }),
    async () => Response.json({ keys: 'none' }),
    async () => Response.json({ keys }, { status: 500 }),
    async () => new Response('<html>'),
  ];
  for (const answer of down) {
    vi.spyOn(globalThis, 'fetch').mockImplementation(answer);
    const refused = await askWith(assertion, { bindings });
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('could not be asked');
  }
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json({ keys }));
  expect((await askWith(assertion, { bindings })).status).toBe(200);
});

test('a team that does not answer is given up after three seconds', async () => {
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => new Promise(() => {}));
  const elsewhere = 'https://slow.cloudflareaccess.com';
  const began = Date.now();
  const answer = await askWith(await sign({ ...person, iss: elsewhere }), {
    bindings: { ACCESS_TEAM: elsewhere },
  });
  expect(await answer.text()).toContain('could not be asked');
  expect(Date.now() - began).toBeLessThan(4500);
});

test('keys are asked for once an hour, unknown key ids make us ask once in 30 seconds, and a new key is found', async () => {
  const elsewhere = 'https://rotating.cloudflareaccess.com';
  const bindings = { ACCESS_TEAM: elsewhere };
  const claims = { ...person, iss: elsewhere, exp: inSeconds(200_000) };
  const old = await sign(claims);
  const next = await signed({ ...header, kid: 'next' }, claims, theirs.privateKey);
  let published = keys;
  const asked = vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation(async () => Response.json({ keys: published }));
  const status = async (assertion: string) => (await askWith(assertion, { bindings })).status;
  vi.useFakeTimers({ toFake: ['Date'] });

  expect([await status(old), await status(old), asked.mock.calls.length]).toEqual([200, 200, 1]);
  for (let times = 0; times < 10; times++)
    expect(await status(await sign(claims, { kid: `made-up-${times}` }))).toBe(403);
  expect([await status(next), asked.mock.calls.length]).toEqual([403, 1]);

  published = [...keys, await publicJwk('next', theirs)];
  vi.setSystemTime(Date.now() + 31_000);
  expect([await status(next), await status(old), asked.mock.calls.length]).toEqual([200, 200, 2]);

  // Somebody who floods us with made-up key ids keeps nobody else from coming in.
  asked.mockImplementation(() => Promise.reject(new TypeError('down')));
  vi.setSystemTime(Date.now() + 3_700_000);
  expect([await status(old), await status(next), asked.mock.calls.length]).toEqual([200, 200, 3]);
  vi.setSystemTime(Date.now() + 86_400_000);
  expect(await status(old)).toBe(403);

  // Those who come together while the keys are old ask once.
  asked.mockImplementation(async () => Response.json({ keys: published }));
  expect(await status(old)).toBe(200);
  vi.setSystemTime(Date.now() + 3_700_000);
  const before = asked.mock.calls.length;
  const together = await Promise.all([status(old), status(next), status(old)]);
  expect([together, asked.mock.calls.length - before]).toEqual([[200, 200, 200], 1]);
});

test('keys that are not for RS256 signatures count as absent, and one that is broken spoils no other', async () => {
  const elsewhere = 'https://odd.cloudflareaccess.com';
  const [own] = keys;
  const odd = [
    { kid: 'enc', kty: 'RSA', use: 'enc', n: 'AQAB', e: 'AQAB' },
    { kid: 'ec', kty: 'EC', crv: 'P-256', x: 'AQAB', y: 'AQAB' },
    { kid: 'broken', kty: 'RSA', n: '?', e: '!' },
    null,
    'text',
    [],
    { kty: 'RSA' },
  ];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () =>
    Response.json({ keys: [...odd, { ...own, kid: 'rs512', alg: 'RS512' }, own] }),
  );
  const bindings = { ACCESS_TEAM: elsewhere };
  const claims = { ...person, iss: elsewhere };
  expect((await askWith(await sign(claims, { kid: 'rs512' }), { bindings })).status).toBe(403);
  expect((await askWith(await sign(claims), { bindings })).status).toBe(200);
});

test('without a header, the runtime’s own word counts, as under `npm start`', async () => {
  expect((await askWith(undefined, { access })).status).toBe(200);
});

const unclear: [string, unknown, Partial<Env>?][] = [
  ['absent', undefined],
  ['empty', {}],
  ['of another audience', { ...access, aud: 'another' }],
  ['without an audience', { getIdentity: access.getIdentity }],
  ['while no audience is set', { ...access, aud: '' }, { ACCESS_AUD: '' }],
  [
    'of somebody who is not listed',
    { ...access, getIdentity: async () => ({ email: 'stranger@example.com' }) },
  ],
  ['of nobody', { ...access, getIdentity: async () => undefined }],
  ['without an address', { ...access, getIdentity: async () => ({}) }],
  ['with an empty address', { ...access, getIdentity: async () => ({ email: '' }) }],
  ['while nobody is listed', access, { DESK_EMAILS: '' }],
  [
    'while only commas are listed',
    { ...access, getIdentity: async () => ({ email: '' }) },
    { DESK_EMAILS: ' , ' },
  ],
  ['that throws', { ...access, getIdentity: () => Promise.reject(new Error('down')) }],
  ['that hangs', { ...access, getIdentity: () => new Promise(() => {}) }],
];

test.each(unclear)('an identity of the runtime %s is refused', async (_how, given, bindings = {}) => {
  expect((await askWith(undefined, { access: given, bindings })).status).toBe(403);
});

test('the end of the session stands where long text is typed, and a way to go on when it is near', async () => {
  const open = async (exp: number) =>
    (await askWith(await sign({ ...person, exp }), { path: '/desk/by-hand' })).text();
  expect(await open(inSeconds(7200))).toContain('Signed in until');
  expect(await open(inSeconds(7200))).not.toContain('sign in again in a new tab');
  expect(await open(inSeconds(1700))).toMatch(
    /You will be signed out .*logout\?returnTo=.* target="_blank"/s,
  );
});

test('every page of the desk has a way to sign out', async () => {
  for (const path of ['/desk', '/desk/figures', '/desk/by-hand'])
    expect([path, await (await askWith(await sign(person), { path })).text()]).toEqual([
      path,
      expect.stringContaining('<a href="/cdn-cgi/access/logout">Sign out</a>'),
    ]);
});

test('that one had been signed out is said right after signing in, on a page that was opened, and not for ever', async () => {
  const says = async (iat: number, more: Parameters<typeof askWith>[1]) =>
    (await (await askWith(await sign({ ...person, iat, nbf: iat }), more)).text()).includes(
      'Nothing was saved',
    );
  const path = '/desk/promise?signed-out';
  expect(await says(inSeconds(-30), { path })).toBe(true);
  expect(await says(inSeconds(-30), { path: '/desk/promise' })).toBe(false);
  // A bookmark, or a page that is reloaded later.
  expect(await says(inSeconds(-3600), { path })).toBe(false);
  const body = new URLSearchParams({ workingDays: '99' });
  const headers = { 'Sec-Fetch-Site': 'same-origin' };
  expect(await says(inSeconds(-30), { path, method: 'POST', headers, body })).toBe(false);
});

test('a desk form may be sent on to the team’s sign-in page and to those it names, a visitor’s form nowhere', async () => {
  const policy = async (path: string, more: Partial<Env> = {}) =>
    (await askWith(undefined, { path, bindings: more })).headers.get('Content-Security-Policy');
  expect(await policy('/desk')).toContain(`form-action 'self' ${team};`);
  expect(
    await policy('/desk/enquiries/x', { SIGN_IN_ORIGINS: 'https://accounts.google.com/, nonsense' }),
  ).toContain(`form-action 'self' ${team} https://accounts.google.com;`);
  expect(await policy('/desk', { ACCESS_TEAM: '', SIGN_IN_ORIGINS: 'none' })).toContain(
    "form-action 'self';",
  );
  for (const odd of [
    'https://x;frame-ancestors',
    "https://'self'",
    'https://*.example',
    'http://accounts.example',
    'javascript:alert(1)',
    'data:text/html',
    'localhost:1234',
  ]) {
    const said = await policy('/desk', { SIGN_IN_ORIGINS: odd, ACCESS_TEAM: odd });
    expect([odd, said]).toEqual([odd, expect.stringContaining("form-action 'self';")]);
  }
  for (const path of ['/', '/nowhere', '/deskside'])
    expect([path, await policy(path)]).toEqual([path, expect.stringContaining("form-action 'self';")]);
  expect(settings.ACCESS_TEAM).toBe(team);
});
