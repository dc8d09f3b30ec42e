import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { app } from '../../worker/app.ts';
import { site } from '../support/visitor.ts';

const email = 'practitioner@example.com';
const signedIn = { aud: env.ACCESS_AUD, getIdentity: async () => ({ email }) };

function ask(access: unknown, bindings: Partial<Env> = {}) {
  const context = Object.assign(createExecutionContext(), access === undefined ? {} : { access });
  return app.request(`${site}/desk`, {}, { ...env, ...bindings }, context);
}

test('somebody whom Access vouches for, and who is listed, is let in, in whatever case', async () => {
  expect((await ask(signedIn)).status).toBe(200);
  expect(
    (await ask({ ...signedIn, getIdentity: async () => ({ email: ' PRACTITIONER@Example.com' }) })).status,
  ).toBe(200);
});

const refused: [string, unknown, Partial<Env>][] = [
  ['absent', undefined, {}],
  ['empty', {}, {}],
  ['of another audience', { ...signedIn, aud: 'another' }, {}],
  ['without an audience', { getIdentity: signedIn.getIdentity }, {}],
  ['while no audience is set', { ...signedIn, aud: '' }, { ACCESS_AUD: '' }],
  [
    'of somebody who is not listed',
    { ...signedIn, getIdentity: async () => ({ email: 'stranger@example.com' }) },
    {},
  ],
  ['of nobody', { ...signedIn, getIdentity: async () => undefined }, {}],
  ['without an address', { ...signedIn, getIdentity: async () => ({}) }, {}],
  ['with an empty address', { ...signedIn, getIdentity: async () => ({ email: '' }) }, {}],
  ['while nobody is listed', signedIn, { DESK_EMAILS: '' }],
  [
    'while only commas are listed',
    { ...signedIn, getIdentity: async () => ({ email: '' }) },
    { DESK_EMAILS: ' , ' },
  ],
  ['that throws', { ...signedIn, getIdentity: () => Promise.reject(new Error('down')) }, {}],
  ['that hangs', { ...signedIn, getIdentity: () => new Promise(() => {}) }, {}],
];

test.each(refused)('an identity %s is refused', async (_how, access, bindings) => {
  expect((await ask(access, bindings)).status).toBe(403);
});
