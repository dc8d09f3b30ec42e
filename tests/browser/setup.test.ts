import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { judgeSetting } from '../../scripts/account/settings.ts';
import { findSite } from '../../scripts/account/site-file.ts';
import { newestVersion, scriptNamed } from '../support/cloudflare/script.ts';
import { type Account, answers, expectSetUp, newAccount, typed } from '../support/setting-up.ts';
import type { Step } from '../support/terminal.ts';

let account: Account;
afterEach(async () => {
  vi.unstubAllEnvs();
  await account?.stop();
});

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

test('an answer is taken as people write it, or a sentence says what is wrong', () => {
  const value = (name: string, typed: string) => {
    const judged = judgeSetting(name, typed);
    return 'value' in judged ? judged.value : `? ${judged.wrong}`;
  };
  for (const [name, typed, taken] of [
    ['SITE_URL', 'backpain.practice.co.uk', 'https://backpain.practice.co.uk'],
    ['SITE_URL', ' https://Backpain.Practice.co.uk/ ', 'https://backpain.practice.co.uk'],
    ['SITE_URL', 'http://localhost:8080', 'http://localhost:8080'],
    ['ACCESS_TEAM', 'my-team', 'https://my-team.cloudflareaccess.com'],
    ['ACCESS_TEAM', 'my-team.cloudflareaccess.com/', 'https://my-team.cloudflareaccess.com'],
    ['DESK_EMAILS', 'a@b.co.uk;c@d.uk', 'a@b.co.uk, c@d.uk'],
    ['ACCESS_AUD', 'AB'.repeat(32), 'ab'.repeat(32)],
    [
      'ACCESS_TEAM',
      'https://my-team.cloudflareaccess.com/cdn-cgi/access/login/x?kid=1',
      'https://my-team.cloudflareaccess.com',
    ],
    [
      'SIGN_IN_ORIGINS',
      'accounts.google.com, https://login.microsoftonline.com/',
      'https://accounts.google.com, https://login.microsoftonline.com',
    ],
    ['SIGN_IN_ORIGINS', 'none', 'none'],
    ['EXPORT_TOKENS', '88bf3b6d.access', '88bf3b6d.access'],
    ['REMIND_AFTER', ' 6 ', '6'],
  ] as const)
    expect([name, typed, value(name, typed)]).toEqual([name, typed, taken]);
  for (const [name, typed] of [
    ['SITE_URL', 'https://a.co.uk/back-pain'],
    ['SITE_URL', 'http://a.co.uk'],
    ['SITE_URL', 'practice'],
    ['SITE_URL', '"https://a.co.uk"'],
    ['SITE_URL', 'https://a.co.uk?c=x'],
    ['SITE_URL', 'https://me:secret@a.co.uk'],
    ['ACCESS_TEAM', 'https://my team'],
    ['SITE_URL', 'mailto:me@a.co.uk'],
    ['ACCESS_TEAM', 'ab'.repeat(32)],
    ['SIGN_IN_ORIGINS', 'https://x;frame-ancestors'],
    ['SIGN_IN_ORIGINS', 'javascript:alert(1)'],
    ['EXPORT_TOKENS', 'robot'],
    ['KEEP_MONTHS', 'banana'],
    ['ACCESS_AUD', 'ab'],
    ['DESK_EMAILS', ''],
    ['DESK_EMAILS', 'a@b'],
    ['MAIL_TO', '"me"@a.co.uk'],
    ['MAIL_TO', 'Me <me@a.co.uk>'],
    ['MAIL_FROM', 'a@b.co.uk, c@d.co.uk'],
  ] as const)
    expect([name, typed, value(name, typed)]).toEqual([name, typed, expect.stringMatching(/^\? /)]);
});

test('a site file that was broken by hand is said, and nothing is made of it', () => {
  const site = { name: 'x', account: '0'.repeat(32), where: 'eu', settings: {}, keyEnds: {} };
  vi.stubEnv('SITE', JSON.stringify(site));
  expect(findSite()).toEqual(site);
  for (const [text, words] of [
    ['{', 'is not JSON'],
    [JSON.stringify({ ...site, where: 'EU' }), 'where is not right'],
    [JSON.stringify({ ...site, name: 'My Site' }), 'name is not right'],
    [JSON.stringify({ ...site, settings: { MAIL_TOO: 'x' } }), 'there is no setting MAIL_TOO'],
    [JSON.stringify({ ...site, colour: 'red' }), 'the file is not right'],
  ] as const) {
    vi.stubEnv('SITE', text);
    expect(() => findSite()).toThrow(words);
  }
});
