import { spawnSync } from 'node:child_process';
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { snapshotOf } from '../../scripts/backup/backup-file.ts';
import { asking, ownConfig } from '../../scripts/d1.ts';
import { fillDemo } from '../../scripts/demo/fill.ts';
import { practitioner } from '../../scripts/demo/made-up-people.ts';
import { openFew } from '../../scripts/keys/ring.ts';
import { addMissingSecrets } from '../../scripts/secrets.ts';
import { root } from '../../scripts/wrangler.ts';
import { copyMigratedState } from '../support/migrated-state.ts';

let folder: string;
let config: string;
let env: string;
let backup: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'));
  const state = join(folder, '.wrangler/state');
  config = join(folder, 'wrangler.toml');
  env = join(folder, 'dev.vars');
  // Wrangler looks for a local database beside the configuration; which one it is comes from its id.
  const [, id] = /database_id = "(.*)"/.exec(await readFile(join(root, 'wrangler.toml'), 'utf8')) ?? [];
  await writeFile(
    config,
    `name = "copy"\n[[d1_databases]]\nbinding = "DB"\ndatabase_name = "enquiries"\ndatabase_id = "${id}"\n`,
  );
  addMissingSecrets(env);
  await copyMigratedState(state, ownConfig);
  await fillDemo(state, env, 40);
  const made = run('backup.ts', '--local', '--config', config, '--to', join(folder, 'backups'));
  expect(made).toMatchObject({ status: 0, text: expect.stringContaining('40 enquiries are in') });
  expect(made.text).toContain('the database on this computer');
  const [name] = (await readdir(join(folder, 'backups'))).filter((file) => file.endsWith('.sql'));
  backup = join(folder, 'backups', name ?? '');
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

function run(script: string, ...args: string[]) {
  // With a site file, `npm run backup` would mean the real site.
  const own: NodeJS.ProcessEnv = { ...process.env, SITE_FILE: join(folder, 'none.json') };
  // The keys are those of the env file.
  Reflect.deleteProperty(own, 'SEAL_KEYS');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--no-warnings', `scripts/backup/${script}`, ...args],
    { cwd: root, encoding: 'utf8', env: own },
  );
  return { status, text: stdout + stderr };
}

test('a backup is restored, counted, compared and opened, and what was typed is not in it', async () => {
  const drill = run('drill.ts', backup, '--env', env);
  expect(drill).toMatchObject({ status: 0, text: expect.stringContaining('PASS') });
  expect(drill.text).toContain('5 of the newest 5 enquiries opened');
  const sql = await readFile(backup, 'utf8');
  expect(sql).toContain('INSERT INTO "enquiries"');
  // Whose desk it is may be read in it, and nobody else.
  expect(sql.replaceAll(practitioner, '')).not.toContain('@example.com');
});

test('the desk hears of a backup, and of the newest one only', () => {
  const acts = () =>
    asking({ where: '--local', config })<{ at: number }>('select at, "by" from opening_acts');
  const first = acts();
  expect(first).toMatchObject([{ by: 'backup program' }]);
  const again = run('backup.ts', '--local', '--config', config, '--to', join(folder, 'again'));
  expect(again.status).toBe(0);
  expect(acts()).toHaveLength(1);
  expect(acts()[0]?.at).toBeGreaterThan(first[0]?.at ?? 0);
});

test('another key opens nothing of it, and a file that was touched fails the drill, which says why', async () => {
  const another = `k1:${Buffer.alloc(32, 9).toString('base64url')}`;
  expect(await openFew(snapshotOf(backup), another)).toBe(5);

  await appendFile(backup, '\n');
  const touched = run('drill.ts', backup, '--env', env);
  expect(touched).toMatchObject({ status: 1, text: expect.stringContaining('SHA-256 differs') });
});
