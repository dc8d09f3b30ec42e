import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { sign } from 'hono/jwt';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { app } from '../../worker/app.ts';
import { arrived } from '../support/desk.ts';
import { site } from '../support/visitor.ts';

const team = 'https://team.example';
const kid = 'key-1';
const settings = { ACCESS_TEAM: team, EXPORT_TOKENS: 'robot.access, other.access' };
let ours: CryptoKeyPair;
let theirs: CryptoKeyPair;

beforeAll(async () => {
  ours = await keyPair();
  theirs = await keyPair();
});
afterEach(() => vi.restoreAllMocks());

async function keyPair() {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048 };
  const exponent = { publicExponent: new Uint8Array([1, 0, 1]) };
  return (await crypto.subtle.generateKey({ ...algorithm, ...exponent }, true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair; // An asymmetric algorithm makes a pair.
}

/** Access's page of keys, in the form that it has; everything else is not reachable. */
async function standIn(up = true) {
  const key = await crypto.subtle.exportKey('jwk', ours.publicKey);
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const url = String(input instanceof Request ? input.url : input);
    if (!up || url !== `${team}/cdn-cgi/access/certs`) throw new TypeError('unreachable');
    return Response.json({ keys: [{ ...key, kid, alg: 'RS256', use: 'sig' }] });
  });
}

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

const good = {
  aud: ['test-audience'],
  iss: team,
  common_name: 'robot.access',
  sub: '',
  type: 'app',
  iat: inSeconds(-5),
  exp: inSeconds(60),
};

async function assertion(claims: object, pair = ours, named = kid) {
  const key = await crypto.subtle.exportKey('jwk', pair.privateKey);
  return sign({ ...claims }, { ...key, kid: named } as never, 'RS256');
}

function ask(token: string, path = '/desk/exports', method = 'POST', more: Partial<Env> = {}) {
  const headers = { 'Cf-Access-Jwt-Assertion': token };
  const body = method === 'POST' ? new URLSearchParams({ kind: 'full' }) : null;
  return app.request(
    `${site}${path}`,
    { method, headers, body },
    { ...env, ...settings, ...more },
    createExecutionContext(),
  );
}

test('a listed service token gets the leads file without a browser’s headers, and is in the register', async () => {
  await standIn();
  await arrived();
  const answer = await ask(await assertion(good));
  expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
  expect(await answer.text()).toContain('Ada Example');
  expect(await env.DB.prepare('select "by" from exports').first('by')).toBe('token robot.access');
});

test('it gets nothing else of the desk', async () => {
  await standIn();
  const { path } = await arrived();
  const token = await assertion(good);
  for (const [address, method] of [
    ['/desk', 'GET'],
    ['/desk/exports', 'GET'],
    [path, 'GET'],
    [`${path}/stage`, 'POST'],
    ['/desk/promise', 'POST'],
  ] as const)
    expect((await ask(token, address, method)).status).toBe(403);
});

test('any other token is refused', async () => {
  await standIn();
  await arrived();
  const tokens: Record<string, string> = {
    'not listed': await assertion({ ...good, common_name: 'stranger.access' }),
    'no name': await assertion({ ...good, common_name: undefined }),
    'a person’s': await assertion({ ...good, common_name: undefined, email: 'practitioner@example.com' }),
    'another audience': await assertion({ ...good, aud: ['another'] }),
    'another team': await assertion({ ...good, iss: 'https://elsewhere.example' }),
    expired: await assertion({ ...good, exp: inSeconds(-60) }),
    'never expires': await assertion({ ...good, exp: undefined }),
    'another key': await assertion(good, theirs),
    'unknown key': await assertion(good, ours, 'key-2'),
    'no signature': `${(await assertion(good)).split('.').slice(0, 2).join('.')}.`,
    'no algorithm': `${btoa('{"alg":"none","kid":"key-1"}')}.${btoa(JSON.stringify(good))}.`,
    nonsense: 'nonsense',
  };
  for (const [why, token] of Object.entries(tokens))
    expect([why, (await ask(token)).status]).toEqual([why, 403]);
  expect(await env.DB.prepare('select count(*) as n from exports').first('n')).toBe(0);
});

test('nothing is let through while no team or token is set, or while the team’s keys cannot be had', async () => {
  await standIn();
  const token = await assertion(good);
  for (const more of [{ ACCESS_TEAM: 'none' }, { EXPORT_TOKENS: 'none' }, { ACCESS_AUD: '' }])
    expect((await ask(token, '/desk/exports', 'POST', more)).status).toBe(403);
  await standIn(false);
  expect((await ask(token)).status).toBe(403);
});
