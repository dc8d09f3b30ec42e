import { expect, test } from 'vitest';
import type { StoredAnswers } from '../../pages/content/questions.ts';
import { readKeyRing, seal, unseal } from '../../worker/sealing/seal.ts';

const answers: StoredAnswers = {
  name: 'Ada Example',
  replyBy: 'email',
  email: 'ada@example.com',
  phone: '',
  voicemail: 'no',
  goodTime: '',
  message: 'Is there parking?',
};
const key = (byte: number) => Buffer.alloc(32, byte).toString('base64url');

test('what was sealed opens again, and looks different every time', async () => {
  const ring = await readKeyRing(`k1:${key(1)}`);
  const [one, two] = await Promise.all([seal(answers, 'row', ring), seal(answers, 'row', ring)]);
  expect(one.sealed).not.toBe(two.sealed);
  expect(await unseal({ id: 'row', ...one }, ring)).toEqual(answers);
});

test('the newest key seals, and older rows still open', async () => {
  const older = await readKeyRing(`k1:${key(1)}`);
  const row = { id: 'row', ...(await seal(answers, 'row', older)) };
  const newer = await readKeyRing(`k2:${key(2)}, k1:${key(1)}`);
  expect(await unseal(row, newer)).toEqual(answers);
  expect((await seal(answers, 'row', newer)).keyId).toBe('k2');
});

test('a row moved under another id, a wrong key, another key’s name, cut or changed bytes: none opens', async () => {
  const ring = await readKeyRing(`k1:${key(1)},k3:${key(1)}`);
  const row = { id: 'row', ...(await seal(answers, 'row', ring)) };
  for (const changed of [
    { ...row, id: 'another row' },
    { ...row, keyId: 'k2' },
    { ...row, keyId: 'k3' },
    { ...row, sealed: row.sealed.slice(0, -8) },
    { ...row, sealed: row.sealed.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')) },
    { ...row, sealed: `${row.sealed}AAAA` },
    { ...row, sealed: '' },
    { ...row, sealed: 'not base64 ✗' },
  ]) {
    expect(await unseal(changed, ring)).toBeUndefined();
  }
  expect(await unseal(row, await readKeyRing(`k1:${key(9)}`))).toBeUndefined();
});

test('a key ring that is not one is refused', async () => {
  for (const pairs of [
    '',
    'k1',
    'k1:',
    `:${key(1)}`,
    'k1:c2hvcnQ',
    `k1:${key(1)},k1:${key(2)}`,
    `bad id:${key(1)}`,
  ]) {
    await expect(readKeyRing(pairs)).rejects.toThrow();
  }
});
