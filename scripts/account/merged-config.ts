import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { experimental_readRawConfig, type Unstable_RawConfig } from 'wrangler';
import { root } from '../wrangler.ts';
import { readSite, type SiteFile } from './site-file.ts';

/** What a site's parts are called on the account: two sites live side by side there. */
export function namesOf({ name }: Pick<SiteFile, 'name'>) {
  return {
    worker: name,
    database: `${name}-enquiries`,
    queue: `${name}-enquiries`,
    deadLetters: `${name}-enquiries-dead`,
  };
}

/**
 * Writes wrangler.toml with what is this site's own into a file that git ignores, and returns its path: every call of
 * wrangler about the account is given it.
 */
export function mergedConfig(site = readSite(), file = 'wrangler.json'): string {
  const config = join(root, 'wrangler.toml');
  const raw: Unstable_RawConfig = experimental_readRawConfig({ config }).rawConfig;
  const names = namesOf(site);
  const vars = { ...raw.vars, ...site.settings };
  const merged = {
    ...raw,
    name: names.worker,
    main: join(root, String(raw.main)),
    account_id: site.account,
    vars,
    routes: addressOf(String(vars.SITE_URL ?? '')),
    d1_databases: raw.d1_databases?.map((one) => ({
      ...one,
      database_name: site.database?.name ?? names.database,
      database_id: site.database?.id ?? '00000000-0000-0000-0000-000000000000',
      migrations_dir: join(root, 'migrations'),
    })),
    queues: {
      producers: raw.queues?.producers?.map((one) => ({ ...one, queue: names.queue })),
      consumers: raw.queues?.consumers?.map((one) => ({
        ...one,
        queue: one.dead_letter_queue ? names.queue : names.deadLetters,
        ...(one.dead_letter_queue && { dead_letter_queue: names.deadLetters }),
      })),
    },
    ratelimits: raw.ratelimits?.map((one) => ({ ...one, namespace_id: namespaceOf(site.name + one.name) })),
    // It signs everybody in, and is for `npm start` alone.
    access: undefined,
  };
  const folder = join(root, '.wrangler/account', `${site.name}-${site.account.slice(0, 8)}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, file);
  writeFileSync(path, `${JSON.stringify(merged, null, 2)}\n`, { mode: 0o600 });
  return path;
}

function addressOf(url: string) {
  return URL.canParse(url) ? [{ pattern: new URL(url).hostname, custom_domain: true }] : [];
}

/** A number of its own for each name: two sites on one account must not share what their rate limits count. */
function namespaceOf(name: string): string {
  return String((createHash('sha256').update(name).digest().readUInt32BE(0) >>> 1) + 1);
}
