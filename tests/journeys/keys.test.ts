import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { app } from '../../worker/app.ts';
import { databaseOf } from '../../worker/database/client.ts';
import { personTokens } from '../../worker/enquiries/person-tokens.ts';
import { enquiryId } from '../../worker/intake/enquiry-id.ts';
import { keyedToken } from '../../worker/sealing/keyed-token.ts';
import { reseal } from '../../worker/sealing/reseal.ts';
import { readKeyRing } from '../../worker/sealing/seal.ts';
import { keysOf } from '../../worker/sealing/secret-keys.ts';
import { arrived, page, submit } from '../support/desk.ts';
import { deskPage } from '../support/mail.ts';
import { site, visit } from '../support/visitor.ts';

const newKey = `k2:${Buffer.alloc(32, 9).toString('base64url')}`;
const both = { SEAL_KEYS: `${newKey},${env.SEAL_KEYS}` };
const keysUsed = async () => {
  const { results } = await env.DB.prepare(
    'select key_id as k from enquiries union all select key_id from changes where key_id is not null',
  ).all<{ k: string }>();
  return results.map(({ k }) => k).sort();
};

test('after a new key is put first, answers and notes are sealed anew in small batches, and the old key can go', async () => {
  const people = [await arrived(), await arrived({ name: 'Second' }), await arrived({ name: 'Third' })];
  await submit(`${people[0]?.path}/notes`, { version: '0', note: 'A note to keep' });
  const ring = await readKeyRing(both.SEAL_KEYS);
  expect(await deskPage('/desk/status', both)).toContain('k1: 4, being sealed again');
  const batches: number[] = [];
  do batches.push(await reseal(databaseOf(env.DB), ring, 3));
  while (batches.at(-1) !== 0);
  expect(batches).toEqual([3, 1, 0]);
  expect(await keysUsed()).toEqual(['k2', 'k2', 'k2', 'k2']);
  const alone = { SEAL_KEYS: newKey };
  expect(await deskPage('/desk', alone)).toContain('Third');
  expect(await deskPage(people[0]?.path ?? '', alone)).toContain('A note to keep');
  expect(await page('/desk')).toContain('Unreadable (key k2)');
});

test('what no key opens is left as it is, is counted, and stops nothing', async () => {
  await arrived();
  await arrived({ name: 'Readable' });
  await env.DB.prepare("update enquiries set sealed = 'cut' where row = 1").run();
  expect(await reseal(databaseOf(env.DB), await readKeyRing(both.SEAL_KEYS), 10)).toBe(1);
  expect(await keysUsed()).toEqual(['k1', 'k2']);
  expect(await page('/desk/status')).toContain('k2: 1, cannot be read: the key is missing');
});

const former = {
  DEDUPE_KEY: Buffer.alloc(32, 21).toString('base64url'),
  TAG_KEY: Buffer.alloc(32, 22).toString('base64url'),
  PERSON_KEY: Buffer.alloc(32, 23).toString('base64url'),
  LINK_KEY: Buffer.alloc(40, 24).toString('base64url'),
};

/** As a site from before there was one root made it: 128 bits of HMAC-SHA-256 in base64url. */
function formerToken(secret: keyof typeof former, words: string): string {
  const hmac = createHmac('sha256', Buffer.from(former[secret], 'base64url')).update(words);
  return hmac.digest().subarray(0, 16).toString('base64url');
}

test('each purpose has a key of its own, all from one root', async () => {
  const { ring, ...keys } = await keysOf(env);
  const tokens = await Promise.all(Object.values(keys).map((key) => keyedToken(key, 'the same words')));
  expect(new Set(tokens).size).toBe(Object.keys(keys).length);
  const other = await keysOf({ ...env, ROOT_KEY: Buffer.alloc(32, 77).toString('base64url') });
  for (const purpose of Object.keys(keys) as (keyof typeof keys)[])
    expect(await keyedToken(other[purpose], 'x')).not.toBe(await keyedToken(keys[purpose], 'x'));
});

test('a site with the four secrets of before goes on: its ids, links and "same person" stay as they were', async () => {
  const words = JSON.stringify(['form-key', { name: 'Ada' }]);
  const id = createHmac('sha256', Buffer.from(former.DEDUPE_KEY, 'base64url')).update(words).digest('hex');
  for (const bindings of [
    { ...env, ...former, ROOT_KEY: '' },
    { ...env, ...former },
  ]) {
    const keys = await keysOf(bindings);
    expect(await enquiryId(keys.dedupe, 'form-key', { name: 'Ada' } as never)).toBe(id);
    expect(await keyedToken(keys.sent, '34679CDF')).toBe(formerToken('TAG_KEY', '34679CDF'));
    expect(await keyedToken(keys.link, '34679CDF')).toBe(formerToken('LINK_KEY', '34679CDF'));
    // What was shown or stored with the former key goes on with it; what has no such past comes from the root.
    const root = bindings.ROOT_KEY || former.TAG_KEY;
    const alone = await keysOf({ SEAL_KEYS: env.SEAL_KEYS, ROOT_KEY: root });
    expect(await keyedToken(keys.limit, 'x')).toBe(await keyedToken(alone.limit, 'x'));
    const { emailToken } = await personTokens(keys.person, { email: 'Ada@example.com', phone: '' });
    expect(emailToken).toBe(formerToken('PERSON_KEY', 'email ada@example.com'));
  }
});

test('the page that says "received" confirms no guess about a stolen database', async () => {
  const message = 'A message of more than forty letters, so that it is known when it comes again';
  await arrived({ message });
  const stolen = await env.DB.prepare('select * from enquiries').first<Record<string, string>>();
  const letters = message.toLowerCase().replace(/[^a-z]/g, '');
  const guesses = {
    message_token: [letters, `message ${letters}`],
    name_token: ['adaexample', 'name adaexample'],
    email_token: ['ada@example.com', 'email ada@example.com'],
  };
  for (const [column, words] of Object.entries(guesses))
    for (const guess of words)
      for (const page of ['sent', 'yours']) {
        expect(stolen?.[column]).toBeTypeOf('string');
        const answer = await visit(`/${page}/${encodeURIComponent(guess)}/${stolen?.[column]}`);
        expect([page, guess, answer.status]).toEqual([page, guess, 404]);
      }
  // With the secrets of before, one key made both: then the shape of a reference is what refuses.
  const old = await keysOf({ ...env, ...former });
  const token = await keyedToken(old.sent, `message ${letters}`);
  const path = `/sent/${encodeURIComponent(`message ${letters}`)}/${token}`;
  const context = createExecutionContext();
  expect((await app.request(`${site}${path}`, {}, { ...env, ...former }, context)).status).toBe(404);
  const good = `/sent/34679CDF/${formerToken('TAG_KEY', '34679CDF')}`;
  expect((await app.request(`${site}${good}`, {}, { ...env, ...former }, context)).status).toBe(200);
});
