import { expect, test } from 'vitest';
import { reasonIn } from '../../scripts/account/wrangler-on-account.ts';
import { wranglerError } from '../../scripts/wrangler.ts';

// As wrangler 4.155 prints them.

const red = '\u001b[31m✘ \u001b[41;31m[\u001b[41;97mERROR\u001b[41;31m]\u001b[0m \u001b[1m';

test('an error in JSON is told with what the API says', () => {
  const error = {
    text: 'A request to the Cloudflare API (/accounts/a/d1/database/b/query) failed.',
    notes: [{ text: 'no such table: nope: SQLITE_ERROR [code: 7500]' }],
    kind: 'error',
  };
  const printed = `├ Checking if file needs uploading\n│\n\n${JSON.stringify({ error }, null, 2)}\n`;
  expect(wranglerError(printed)).toBe(
    'A request to the Cloudflare API (/accounts/a/d1/database/b/query) failed. no such table: nope: SQLITE_ERROR [code: 7500]',
  );
});

test('an error in colours is told in plain letters, with the lines that explain it and no more', () => {
  const printed = `├ Creating export\n${red}A request to the Cloudflare API (/x) failed.\u001b[0m\n\n  The database b could not be found [code: 7404]\n  \n  If you think this is a bug, please open an issue at: \u001b[4mhttps://github.com\u001b[0m\n\n\n🪵  Logs were written to "/tmp/x.log"\n`;
  expect(wranglerError(printed)).toBe(
    'A request to the Cloudflare API (/x) failed. The database b could not be found [code: 7404]',
  );
  expect(
    wranglerError(`${red}Expected ";"\u001b[0m\n\n    worker/a.ts:3:7:\n      3 │ x y\n        ╵   ^\n`),
  ).toBe('Expected ";" (worker/a.ts:3:7)');
});

test('without an error of its own, wrangler’s last words are told; it is never "no reason"', () => {
  expect(wranglerError('one\ntwo\n\nKilled\n')).toBe('one two Killed');
  expect(wranglerError('')).toBe('wrangler ended without a word');
});

test('a network that is down and a missing sign-in are told with what to do', () => {
  expect(reasonIn('{"error": {"text": "fetch failed"}}')).toMatch(
    /could not be reached.*\(Wrangler: fetch failed\)/,
  );
  const signedOut =
    "In a non-interactive environment, it's necessary to set a CLOUDFLARE_API_TOKEN environment variable";
  expect(reasonIn(`${red}${signedOut}\u001b[0m\n`)).toContain('You are not signed in');
});
