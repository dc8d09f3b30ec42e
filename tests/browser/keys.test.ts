import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownConfig } from '../../scripts/d1.ts';
import { fillDemo } from '../../scripts/demo/fill.ts';
import { addMissingSecrets } from '../../scripts/secrets.ts';
import { copyMigratedState } from '../support/migrated-state.ts';

// The keys of the site on this computer; those of a real one are in keys-on-account.test.ts.

let state: string;
beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), 'keys-'));
  addMissingSecrets(join(state, 'dev.vars'));
  await copyMigratedState(state, ownConfig);
  await fillDemo(state, join(state, 'dev.vars'), 12);
});
afterAll(() => rm(state, { recursive: true, force: true, maxRetries: 5 }));

function keys(...args: string[]) {
  const all = ['scripts/keys/rotate-keys.ts', ...args, '--state', state, '--env', join(state, 'dev.vars')];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { encoding: 'utf8' });
  return { status, text: stdout + stderr };
}

const ring = async () => /^SEAL_KEYS=(.*)$/m.exec(await readFile(join(state, 'dev.vars'), 'utf8'))?.[1] ?? '';

test('a key is added, everything sealed anew, and the old one dropped only then', async () => {
  const added = keys('add');
  expect(added.text).toContain('password manager');
  expect(await ring()).toMatch(/^k2:[\w-]{43},k1:[\w-]{43}$/);
  expect(added.text).toContain((await ring()).split(',')[0]);

  const refused = keys('drop', 'k1');
  expect(refused).toMatchObject({ status: 1, text: expect.stringContaining('12 answers or notes') });
  expect(await ring()).toContain('k1:');
  expect(keys('reseal').text).toContain('Done: 12 sealed anew.');
  expect(keys('drop', 'k1').status).toBe(0);
  expect(await ring()).toMatch(/^k2:[\w-]{43}$/);
}, 120_000);
