import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { mergedConfig } from '../../scripts/account/merged-config.ts';
import { readSite, type SiteFile, writeSite } from '../../scripts/account/site-file.ts';
import { insert, type Row } from '../../scripts/d1.ts';
import { root } from '../../scripts/wrangler.ts';
import { readKeyRing, seal } from '../../worker/sealing/seal.ts';
import { startCloudflare } from './cloudflare/cloudflare.ts';
import { runStatements } from './cloudflare/statements.ts';
import type { Settings } from './cloudflare/wrangler.ts';

/** A site on a stand-in of Cloudflare that has a site file and a database with every table, and no Worker yet. */
export async function smallSite(keyEnds: SiteFile['keyEnds'] = {}) {
  const cloudflare = await startCloudflare();
  const { account } = cloudflare;
  const folder = await mkdtemp(join(tmpdir(), 'small-site-'));
  const name = `test-${randomBytes(4).toString('hex')}`;
  process.env.SITE_FILE = join(folder, 'site.json');
  writeSite({ name, account: account.id, where: 'eu', settings: {}, keyEnds });
  const made = ['d1', 'create', `${name}-enquiries`, '--jurisdiction', 'eu', '--update-config', 'false'];
  await cloudflare.runWrangler(made);
  const [{ uuid: id } = { uuid: '' }] = account.databases;
  writeSite({ ...readSite(), database: { name: `${name}-enquiries`, id } });
  await cloudflare.runWrangler(['d1', 'migrations', 'apply', 'DB', '--remote', '--config', mergedConfig()]);

  const env = { SITE_FILE: process.env.SITE_FILE };

  /** One of the scripts, as npm runs it, without a terminal. */
  async function run(script: string, args: readonly string[], more: Settings = {}) {
    const all = ['--no-warnings', `scripts/${script}`, ...args];
    const { status, stdout, stderr } = await cloudflare.run(process.execPath, all, {
      env: { ...env, SEAL_KEYS: undefined, ...more },
    });
    return { status, text: stripVTControlCharacters(stdout + stderr) };
  }

  /** Rows of the site's database, or of the one with that id. */
  async function rows(sql: string, database = readSite().database?.id ?? '') {
    const answers = await runStatements(await account.engine.database(database), sql);
    // D1's rows are records; the caller's SQL says of what.
    return (answers.at(-1)?.results ?? []) as Row[];
  }

  /** Stores an enquiry that says nothing, sealed with the ring. */
  async function enquire(id: string, ring: string, more: Row = {}) {
    const sealed = await seal(`answers of ${id}`, id, await readKeyRing(ring));
    const usual = { tombstone_id: `t-${id}`, received_at: 1000, consent_version: '1' };
    const row = { id, reference: id.toUpperCase(), ...usual };
    const columns = { ...row, key_id: sealed.keyId, sealed: sealed.sealed, ...more };
    await rows(insert('enquiries', columns));
  }

  async function stop() {
    const own = join(root, '.wrangler/account', `${name}-${account.id.slice(0, 8)}`);
    if (existsSync(own)) await rm(own, { recursive: true });
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    delete process.env.SITE_FILE;
    await cloudflare.stop();
  }

  return { ...cloudflare, folder, name, env, run, rows, enquire, stop };
}

export function randomKey(): string {
  return randomBytes(32).toString('base64url');
}
