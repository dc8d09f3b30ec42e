import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { unstable_readConfig } from 'wrangler';
import { mergedConfig } from '../../scripts/account/merged-config.ts';

test('no address of Cloudflare’s own reaches the desk without Access, and no visitor’s URL is logged', () => {
  const config = unstable_readConfig({ config: 'wrangler.toml' });
  expect([config.workers_dev, config.preview_urls]).toEqual([false, false]);
  expect(config.observability?.logs?.invocation_logs).toBe(false);
});

test('what is merged for the account keeps all that guards, signs nobody in, and shares nothing with another site', () => {
  const site = {
    account: '0'.repeat(32),
    where: 'eu',
    settings: { SITE_URL: 'https://a.co.uk' },
    keyEnds: {},
  } as const;
  const [one, other] = ['one', 'other'].map((name) =>
    unstable_readConfig({ config: mergedConfig({ ...site, name }) }),
  );
  expect([one?.workers_dev, one?.preview_urls]).toEqual([false, false]);
  expect(one?.observability?.logs?.invocation_logs).toBe(false);
  expect(JSON.parse(readFileSync(mergedConfig({ ...site, name: 'one' }), 'utf8'))).not.toHaveProperty(
    'access',
  );
  expect(one?.routes).toEqual([{ pattern: 'a.co.uk', custom_domain: true }]);
  for (const part of ['name', 'd1_databases', 'queues', 'ratelimits'] as const)
    expect([part, one?.[part]]).not.toEqual([part, other?.[part]]);
});
