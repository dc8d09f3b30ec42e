import { afterEach, expect, test, vi } from 'vitest';
import { ownSettings } from '../../scripts/account/deployed.ts';
import { findSite } from '../../scripts/account/site-file.ts';
import { judgeSetting } from '../../scripts/account/site-settings.ts';

afterEach(() => vi.unstubAllEnvs());

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
    ['ACCESS_AUD', 'ab'],
    ['DESK_EMAILS', ''],
    ['DESK_EMAILS', 'a@b'],
    ['MAIL_FROM', '"me"@a.co.uk'],
    ['MAIL_FROM', 'Me <me@a.co.uk>'],
    ['MAIL_FROM', 'a@b.co.uk, c@d.co.uk'],
  ] as const)
    expect([name, typed, value(name, typed)]).toEqual([name, typed, expect.stringMatching(/^\? /)]);
});

test('what an earlier release had in the site file and the desk has now is set aside for the next deploy', () => {
  const settings = { SITE_URL: 'https://a.co.uk', KEEP_MONTHS: '9', MAIL_TO: 'me@a.co.uk' };
  const site = { name: 'x', account: '0'.repeat(32), where: 'eu', settings, keyEnds: {} };
  vi.stubEnv('SITE', JSON.stringify(site));
  expect(findSite()?.settings).toEqual({ SITE_URL: 'https://a.co.uk' });
  expect(findSite()?.retired).toEqual({ KEEP_MONTHS: '9', MAIL_TO: 'me@a.co.uk' });
});

test('a computer without a site file learns from the Worker also what an earlier release had', () => {
  const variables = {
    SITE_URL: 'https://a.co.uk',
    EXPORT_TOKENS: 'none',
    KEEP_MONTHS: '9',
    PRACTICE_COPY: '{}',
  };
  expect(ownSettings(variables)).toEqual({
    settings: { SITE_URL: 'https://a.co.uk' },
    retired: { KEEP_MONTHS: '9' },
  });
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
