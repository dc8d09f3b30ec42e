import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, vi } from 'vitest';
import { app } from '../../worker/app.ts';
import { site } from './visitor.ts';

// A stand-in of a Cloudflare Access team for tests inside the Worker: its page of keys, and what it signs.

export const team = 'https://practice.cloudflareaccess.com';
export const settings = { ACCESS_TEAM: team, EXPORT_TOKENS: 'robot.access, other.access' };

export const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

/** What Access says of a person, as its documentation has it. */
export const person = {
  aud: ['test-audience'],
  email: 'practitioner@example.com',
  exp: inSeconds(3600),
  iat: inSeconds(-5),
  nbf: inSeconds(-5),
  iss: team,
  type: 'app',
  identity_nonce: '6ei69kawdKzMIAPF',
  sub: '7335d417-61da-459d-899c-0a01c76a2f94',
  country: 'GB',
};

/** What it says of a service token: no email, and no `nbf`. */
export const program = {
  type: 'app',
  aud: ['test-audience'],
  exp: inSeconds(3600),
  iss: team,
  common_name: 'robot.access',
  iat: inSeconds(-5),
  sub: '',
};

const rs256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
const publicExponent = new Uint8Array([1, 0, 1]);

export async function keyPair(hash = 'SHA-256', modulusLength = 2048): Promise<CryptoKeyPair> {
  const algorithm = { name: rs256.name, hash, modulusLength, publicExponent };
  // An asymmetric algorithm makes a pair.
  return (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair;
}

export async function publicJwk(kid: string, { publicKey }: CryptoKeyPair): Promise<object> {
  // The type of exportKey does not tell formats apart.
  const jwk = (await crypto.subtle.exportKey('jwk', publicKey)) as JsonWebKey;
  return { kid, kty: 'RSA', alg: 'RS256', use: 'sig', e: jwk.e, n: jwk.n };
}

/** A team's page of keys, in place of the network; everything else is out of reach. Says how often it was asked. */
export function publish(keys: readonly object[], answer?: () => Promise<Response>) {
  return vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url !== `${team}/cdn-cgi/access/certs`) throw new TypeError(`out of reach: ${url}`);
    return answer ? answer() : Response.json({ keys, public_cert: {}, public_certs: [] });
  });
}

export const base64url = (bytes: ArrayBuffer | Uint8Array | string) =>
  Buffer.from(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : new Uint8Array(bytes)).toString(
    'base64url',
  );

/** Signs any header and claims, also those that no library would. */
export async function signed(header: object, claims: object, key: CryptoKey, algorithm: object = rs256) {
  const words = `${base64url(JSON.stringify(header))}.${base64url(JSON.stringify(claims))}`;
  const signature = await crypto.subtle.sign(algorithm as never, key, new TextEncoder().encode(words));
  return `${words}.${base64url(signature)}`;
}

let made: Promise<CryptoKeyPair> | undefined;

/** The key that the team signs with, made once: the Worker remembers a team's keys for longer than a test. */
export async function ours(): Promise<CryptoKeyPair> {
  made ??= keyPair();
  return made;
}

/** The team's page of keys. */
export async function ourKeys(): Promise<object[]> {
  return [await publicJwk('ours', await ours())];
}

export const header = { alg: 'RS256', kid: 'ours', typ: 'JWT' };

/** An assertion as the team signs it, but for what a test makes of its header. */
export async function sign(claims: object, more: object = {}): Promise<string> {
  return signed({ ...header, ...more }, claims, (await ours()).privateKey);
}

/** Before each test the team's keys are published; after it nothing is left of that, nor of another clock. */
export function publishForEachTest(): void {
  beforeEach(async () => {
    publish(await ourKeys());
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
}

interface Asked extends RequestInit {
  path?: string;
  access?: unknown;
  bindings?: Partial<Env>;
}

/** Asks for a page of the desk with that assertion, and waits for what it left running. */
export async function askWith(assertion: string | undefined, asked: Asked = {}): Promise<Response> {
  const { path = '/desk', access, bindings, ...init } = asked;
  const headers = new Headers(init.headers);
  if (assertion !== undefined) headers.set('Cf-Access-Jwt-Assertion', assertion);
  const context = Object.assign(createExecutionContext(), access === undefined ? {} : { access });
  const request = { ...init, headers };
  const answer = await app.request(`${site}${path}`, request, { ...env, ...settings, ...bindings }, context);
  await waitOnExecutionContext(context);
  return answer;
}
