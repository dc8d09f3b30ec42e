import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSite, writeSite } from '../../scripts/account/site-file.ts';
import { endOf, isKeyEnd } from '../../scripts/key-ends.ts';
import { root } from '../../scripts/wrangler.ts';
import { liveVersion, scriptNamed } from '../support/cloudflare/script.ts';
import { bytesUnder } from '../support/files.ts';
import { randomKey, smallSite } from '../support/small-site.ts';
import { onTerminal } from '../support/terminal.ts';

// The key ring of a real site, on a stand-in of Cloudflare, with the real wrangler.

const key = randomKey();
let site: Awaited<ReturnType<typeof smallSite>>;
beforeAll(async () => {
  site = await smallSite({ k1: endOf(key) });
});
afterAll(() => site.stop());

const keys = (args: string, env: Record<string, string>) =>
  site.run('keys/keys.ts', [...args.split(' '), '--remote'], env);
const inUse = () => liveVersion(scriptNamed(site.account, site.name))?.secrets.get('SEAL_KEYS');
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

function retire(id: string, retiredAt: string) {
  const { keyEnds, ...more } = readSite();
  writeSite({ ...more, keyEnds: { ...keyEnds, [id]: { salt: '', hash: '', ...keyEnds[id], retiredAt } } });
}

test('a key is shown once, asked back, sent unseen and noted; another ring than the one in use is refused', async () => {
  const wrong = await keys('add', { SEAL_KEYS: `k1:${randomKey()}`, NEW_KEY: randomKey() });
  expect(wrong).toMatchObject({ status: 1, text: expect.stringContaining('k1 ends otherwise') });
  const silent = await keys('add', { SEAL_KEYS: `k1:${key}` });
  expect(silent).toMatchObject({ status: 1, text: expect.stringContaining('only shown on a terminal') });
  expect(site.account.scripts.size).toBe(0);

  const command = ['--no-warnings', join(root, 'scripts/keys/keys.ts'), 'add', '--remote'];
  const env = site.environment({ ...site.env, SEAL_KEYS: `k1:${key}`, NEW_KEY: undefined });
  const shownKey = (shown: string) => /k2:([\w-]{43})/.exec(shown)?.[1] ?? '';
  const { status, output } = await onTerminal(process.execPath, command, env, [
    [/last six characters/, 'abcdef'],
    [/last six characters/, (shown) => shownKey(shown).slice(-6)],
  ]);
  const k2 = shownKey(output);
  expect(output.split(k2)).toHaveLength(2);
  expect(output).not.toContain(key);
  expect(status).toBe(0);
  expect(inUse()).toBe(`k2:${k2},k1:${key}`);
  const { keyEnds } = readSite();
  expect(isKeyEnd(`k2:${k2.slice(-6)}`, keyEnds)).toBe(true);
  expect(keyEnds.k2).not.toHaveProperty('unsure');
  expect(keyEnds.k1?.retiredAt).toBeTruthy();
  const logs = await bytesUnder(join(root, '.wrangler/account'), /\.log$/);
  for (const secret of [key, k2]) expect(logs.includes(secret)).toBe(false);
});

test('a lost answer is mended with the same key only; a key is dropped when nothing can be sealed with it', async () => {
  const SEAL_KEYS = String(inUse());
  const NEW_KEY = `k3:${randomKey()}`;
  site.loseAnswer(/PUT .*\/secrets/);
  const lost = await keys('add', { SEAL_KEYS, NEW_KEY });
  expect(lost).toMatchObject({ status: 1, text: expect.stringContaining('It is not certain') });
  const another = await keys('add', { SEAL_KEYS, NEW_KEY: randomKey() });
  expect(another).toMatchObject({ status: 1, text: expect.stringContaining('same key in NEW_KEY') });
  expect((await keys('add', { SEAL_KEYS, NEW_KEY })).status).toBe(0);
  const ring = `${NEW_KEY},${SEAL_KEYS}`;
  expect(inUse()).toBe(ring);

  const sealed = await keys('drop k3', { SEAL_KEYS: ring });
  expect(sealed).toMatchObject({ status: 1, text: expect.stringContaining('k3 is the key that seals now') });
  retire('k1', daysAgo(13));
  const early = await keys('drop k1', { SEAL_KEYS: ring });
  expect(early).toMatchObject({ status: 1, text: expect.stringContaining('14 days at most') });
  retire('k1', daysAgo(15));
  await site.enquire('anna', `k1:${key}`);
  const needed = await keys('drop k1', { SEAL_KEYS: ring });
  expect(needed).toMatchObject({ status: 1, text: expect.stringContaining('1 answers or notes') });
  await site.rows('delete from enquiries');
  const dropped = await keys('drop k1', { SEAL_KEYS: ring });
  expect(dropped).toMatchObject({ status: 0, text: expect.stringContaining('k1 is off the ring') });
  expect(inUse()).not.toContain('k1:');
  expect(Object.keys(readSite().keyEnds).sort()).toEqual(['k2', 'k3']);

  // For a backup from before: it opens again, and does not seal.
  const back = await keys('add', { SEAL_KEYS: String(inUse()), NEW_KEY: `k1:${key}` });
  expect(back).toMatchObject({ status: 0, text: expect.stringContaining('on the ring again') });
  expect(inUse()).toBe(ring);
});
