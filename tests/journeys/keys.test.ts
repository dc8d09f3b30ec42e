import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { reseal } from '../../worker/enquiry/reseal.ts';
import { readKeyRing } from '../../worker/enquiry/seal.ts';
import { arrived, page, submit } from '../support/desk.ts';
import { deskPage } from '../support/mail.ts';

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
  expect(await deskPage('/desk/status', both)).toContain('k1: 4, being sealed anew');
  const batches: number[] = [];
  do batches.push(await reseal(env.DB, ring, 3));
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
  expect(await reseal(env.DB, await readKeyRing(both.SEAL_KEYS), 10)).toBe(1);
  expect(await keysUsed()).toEqual(['k1', 'k2']);
  expect(await page('/desk/status')).toContain('k2: 1, cannot be read: the key is missing');
});
