import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Edge, startEdge } from '../support/access-edge/edge.ts';
import { liveVersion, scriptNamed } from '../support/cloudflare/script.ts';
import { runStatements } from '../support/cloudflare/statements.ts';
import { publishedRows } from '../support/published-rows.ts';
import { cloneRepository, commitAll, copyRepository, git } from '../support/repository-copy.ts';
import { type Account, givenKeys, newAccount } from '../support/setting-up.ts';
import { sendQuickly } from '../support/states.ts';

// A practice's site that is open moves to a newer version, by the commands of CHANGELOG.md.

const name = 'acupuncture';
let folder: string;
let upstream: string;
let clone: string;
let account: Account;
let edge: Edge;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'update-'));
  [upstream, clone] = [join(folder, 'upstream'), join(folder, 'clone')];
  copyRepository(upstream);
  cloneRepository(upstream, clone);
  [account, edge] = await Promise.all([newAccount({ home: clone }), startEdge()]);
});
afterAll(async () => {
  await Promise.all([edge?.stop(), account?.stop()]);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** The commands of the steps, as they stand there. */
function steps(): string[] {
  const text = readFileSync(join(clone, 'CHANGELOG.md'), 'utf8');
  const [, block = ''] = /^```\n(.*?)^```$/ms.exec(text) ?? [];
  return block.trim().split('\n');
}

async function rows(sql: string): Promise<unknown[]> {
  const { engine, databases } = account.cloudflare.account;
  const answers = await runStatements(await engine.database(databases[0]?.uuid ?? ''), sql);
  return answers.at(-1)?.results ?? [];
}

/** As somebody would write it who adds a table and a word to the pages. */
function releaseNewerVersion(): void {
  writeFileSync(join(upstream, 'migrations/9999_newer.sql'), 'CREATE TABLE `newer` (`id` integer);\n');
  const accessibility = join(upstream, 'pages/visitor/accessibility-page.tsx');
  const page = readFileSync(accessibility, 'utf8');
  writeFileSync(accessibility, page.replace('</h1>', ' (newer)</h1>'));
  commitAll(upstream, 'A newer version');
}

test('an open site moves to a newer version: nothing is lost, no file is edited, and it stays open', async () => {
  const settings = {
    SITE_URL: edge.url,
    ACCESS_TEAM: edge.team.origin,
    ACCESS_AUD: edge.team.audience,
  };
  expect((await account.setUp(settings)).status).toBe(0);
  const site = await account.cloudflare.site(name);
  edge.leadTo(site.url, () => account.cloudflare.account.domains.length > 0);
  const run = async (command: string) => {
    const isDeploy = command === 'npm run deploy';
    const key = ` -- --key-ends ${givenKeys.SEAL_KEYS.slice(-6)} --patience 0.5`;
    const cron = setInterval(() => site.runCron().catch(() => undefined), 1000);
    const { status, text } = await account.npm(isDeploy ? command + key : command);
    clearInterval(cron);
    expect([command, status, status === 0 ? '' : text]).toEqual([command, 0, '']);
    return text;
  };
  await run('npm run deploy');
  await rows(publishedRows());
  // An isolate asks for it every 30 seconds.
  await expect.poll(() => textOf('/'), { timeout: 40_000 }).toContain('Example Therapy');
  expect(await sendQuickly(edge.url)).toMatch(/^\/sent\//);
  const kept = () =>
    Promise.all([
      rows("select id, sealed from enquiries where folder = 'inbox'"),
      rows('select * from practice_versions'),
    ]);
  const before = await kept();
  expect(before.map((all) => all.length)).toEqual([1, 2]);

  releaseNewerVersion();
  const printed: string[] = [];
  for (const step of steps()) printed.push(await run(step));
  expect(printed.join()).toContain('9999_newer.sql');

  expect(await kept()).toEqual(before);
  expect(await rows('select * from newer')).toEqual([]);
  expect(await textOf('/accessibility')).toContain('(newer)');
  expect(await textOf('/')).toContain('Example Therapy');
  expect(await statusOf('/')).toBe(200);
  expect(git(clone, 'status', '--porcelain')).toBe('');
  const { bindings = [] } = liveVersion(scriptNamed(account.cloudflare.account, name)) ?? {};
  const copy = bindings.find((one) => one.name === 'PRACTICE_COPY');
  expect(String(copy?.text)).toContain('Example Therapy');
  expect(await readdir(join(clone, 'backups'))).toHaveLength(2);
}, 240_000);

async function statusOf(path: string): Promise<number> {
  return (await fetch(edge.url + path)).status;
}

async function textOf(path: string): Promise<string> {
  return (await fetch(edge.url + path)).text();
}
