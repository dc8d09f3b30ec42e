import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { newestVersion, scriptNamed } from '../support/cloudflare/script.ts';
import { type Account, answers, expectSetUp, newAccount, typed } from '../support/setting-up.ts';
import type { Step } from '../support/terminal.ts';

let account: Account;
afterEach(() => account?.stop());

test('on a terminal: a lost answer, Ctrl-C while a key is shown, slips of the pen; in the end all is there once', async () => {
  account = await newAccount();
  const { cloudflare } = account;
  cloudflare.loseAnswer('POST /d1/database');
  cloudflare.loseAnswer('POST /queues');
  const broken = await account.type('setup.ts', [
    ...typed.slice(0, 5),
    [/may open the desk.*> $/s, 'me@practice.co.uk, "you"@practice'],
    ...typed.slice(5, 8),
    [/last six characters of the sealing key.*> $/s, '\u0003'],
  ]);
  expect([broken.status, broken.output]).toEqual([130, expect.stringContaining('Interrupted')]);
  expect(broken.output).toContain('That is no email address as it stands: "you"@practice.');
  expect(cloudflare.account.scripts.size).toBe(0);

  const wrongEnd: Step = [/last six characters of the sealing key.*> $/s, 'wrong!'];
  const { status, output } = await account.type('setup.ts', [wrongEnd, ...typed.slice(8)]);
  expect([status, output]).toEqual([0, expect.stringContaining('What is left')]);
  expect(output).toContain('Nothing was sent yet');
  await expectSetUp(account);
  expect((await account.site()).settings).toEqual({
    ...answers,
    ACCESS_TEAM: 'https://practice.cloudflareaccess.com',
  });

  const secrets = [
    ...(newestVersion(scriptNamed(cloudflare.account, 'acupuncture'))?.secrets.values() ?? []),
  ];
  const keys = secrets.map((value) => value.replace('k1:', ''));
  for (const key of keys) expect(output.split(key)).toHaveLength(2);
  // The key that was shown first has sealed nothing.
  expect(keys).not.toContain(/k1:([\w-]{43})/.exec(broken.output)?.[1]);

  // Nothing secret stays in a file or in a log.
  const files = await readdir(account.folder, { recursive: true, withFileTypes: true });
  for (const file of files.filter((one) => one.isFile())) {
    const path = join(file.parentPath, file.name);
    expect([path, (await stat(path)).mode & 0o077]).toEqual([path, 0]);
    const text = await readFile(path, 'utf8');
    for (const key of keys) expect([path, text.includes(key)]).toEqual([path, false]);
  }
}, 240_000);
