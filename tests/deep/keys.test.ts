import { expect, test } from 'vitest';
import { mergedConfig } from '../../scripts/account/merged-config.ts';
import { readSite, writeSite } from '../../scripts/account/site-file.ts';
import { endOf } from '../../scripts/key-ends.ts';
import { liveVersion, scriptNamed } from '../support/cloudflare/script.ts';
import { randomKey, smallSite } from '../support/small-site.ts';

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

function retire(id: string, retiredAt: string) {
  const { keyEnds, ...more } = readSite();
  writeSite({ ...more, keyEnds: { ...keyEnds, [id]: { salt: '', hash: '', ...keyEnds[id], retiredAt } } });
}

test('a lost answer is mended with the same key only; a key is dropped when nothing can be sealed with it', async () => {
  const key = randomKey();
  const site = await smallSite({ k1: endOf(key) });
  const keys = (args: string, env: Record<string, string>) =>
    site.run('keys/rotate-keys.ts', [...args.split(' '), '--remote'], env);
  const inUse = () => liveVersion(scriptNamed(site.account, site.name))?.secrets.get('SEAL_KEYS');
  const SEAL_KEYS = `k2:${randomKey()},k1:${key}`;
  const [k2 = ''] = SEAL_KEYS.slice(3).split(',');
  writeSite({ ...readSite(), keyEnds: { k1: endOf(key), k2: endOf(k2) } });
  await site.runWrangler(['secret', 'put', 'SEAL_KEYS', '--config', mergedConfig()], { input: SEAL_KEYS });
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
  await site.stop();
});
