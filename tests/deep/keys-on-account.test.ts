import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSite } from '../../scripts/account/site-file.ts';
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
  site.run('keys/rotate-keys.ts', [...args.split(' '), '--remote'], env);
const inUse = () => liveVersion(scriptNamed(site.account, site.name))?.secrets.get('SEAL_KEYS');
test('a key is shown once, asked back, sent unseen and noted; another ring than the one in use is refused', async () => {
  const wrong = await keys('add', { SEAL_KEYS: `k1:${randomKey()}`, NEW_KEY: randomKey() });
  expect(wrong).toMatchObject({ status: 1, text: expect.stringContaining('k1 ends otherwise') });
  const silent = await keys('add', { SEAL_KEYS: `k1:${key}` });
  expect(silent).toMatchObject({ status: 1, text: expect.stringContaining('only shown on a terminal') });
  expect(site.account.scripts.size).toBe(0);

  const command = ['--no-warnings', join(root, 'scripts/keys/rotate-keys.ts'), 'add', '--remote'];
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
