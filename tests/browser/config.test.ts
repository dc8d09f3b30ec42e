import { expect, test } from 'vitest';
import { unstable_readConfig } from 'wrangler';

test('no address of Cloudflare’s own reaches the desk without Access, and no visitor’s URL is logged', () => {
  const config = unstable_readConfig({ config: 'wrangler.toml' });
  expect([config.workers_dev, config.preview_urls]).toEqual([false, false]);
  expect(config.observability?.logs?.invocation_logs).toBe(false);
});
