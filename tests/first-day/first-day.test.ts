import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Edge, startEdge } from '../support/access-edge/edge.ts';
import { follow, openBrowser } from '../support/browser.ts';
import { runStatements } from '../support/cloudflare/statements.ts';
import { publishedRows } from '../support/published-rows.ts';
import { cloneRepository, copyRepository, git } from '../support/repository-copy.ts';
import { type Account, answers, expectSetUp, newAccount, steps } from '../support/setting-up.ts';
import { fillForm } from '../support/states.ts';

// From a clone to a leads file and back from a backup, with the real commands and the real wrangler, against stand-ins
// of Cloudflare's API and of Access. Nothing of our own is replaced.

const name = 'acupuncture';
let folder: string;
let home: string;
let account: Account;
let edge: Edge;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'first-day-'));
  home = join(folder, 'clone');
  copyRepository(join(folder, 'upstream'));
  cloneRepository(join(folder, 'upstream'), home);
  [account, edge, browser] = await Promise.all([
    newAccount({ home }),
    startEdge({ 'robot.access': 'hush' }),
    openBrowser(),
  ]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), edge?.stop(), account?.stop()]);
  if (folder) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** The commands of the launch guide, as they stand in its blocks. */
async function guide(): Promise<string[]> {
  const text = await readFile(join(home, 'docs/launch.md'), 'utf8');
  return [...text.matchAll(/^```\n(.*?)^```$/gms)].flatMap(([, block = '']) => block.trim().split('\n'));
}

/** As if everything had been typed in at the desk, and the site opened there. */
async function openAtDesk(): Promise<void> {
  const { engine, databases } = account.cloudflare.account;
  await runStatements(await engine.database(databases[0]?.uuid ?? ''), publishedRows());
}

test('the first day, by the commands of the guide: set up, deployed, opened, an enquiry, its mail, the desk, the leads file, a backup, and back from it', async () => {
  const [first = '', change = '', deploy = '', backup = '', drill = '', again = '', ...others] =
    await guide();
  expect([again, others]).toEqual([deploy, []]);
  const practice = { ...answers, ACCESS_TEAM: edge.team.origin, ACCESS_AUD: edge.team.audience };

  expect(first).toBe('npm run setup');
  const setUp = await account.npmOnTerminal(
    first,
    steps({ ...practice, SITE_URL: 'https://wrong.practice.co.uk' }),
  );
  expect([setUp.status, setUp.output]).toEqual([0, expect.stringContaining('What is left')]);
  const [, key = ''] = /k1:([\w-]{43})/.exec(setUp.output) ?? [];
  const asInGuide = (command: string) =>
    command
      .replace('https://backpain.my-practice.co.uk', edge.url)
      .replace('my-team', edge.team.origin)
      .replace('……', key.slice(-6));
  const before = await account.site();
  const changed = await account.npm(`${asInGuide(change)} --set EXPORT_TOKENS=robot.access`);
  expect([changed.status, changed.text]).toEqual([0, expect.stringContaining(`SITE_URL is ${edge.url}`)]);
  await expectSetUp(account);
  // A second run makes nothing, and changes what it was asked to change.
  const { settings, ...same } = await account.site();
  expect(settings).toEqual({ ...before.settings, SITE_URL: edge.url, EXPORT_TOKENS: 'robot.access' });
  expect({ ...same, settings: before.settings }).toEqual(before);
  const site = await account.cloudflare.site(name);
  edge.leadTo(site.url, () => account.cloudflare.account.domains.length > 0);
  const deployed = async () => {
    const cron = setInterval(() => site.runCron().catch(() => undefined), 1000);
    const { status, text } = await account.npm(`${asInGuide(deploy)} --patience 1`);
    clearInterval(cron);
    return [status, text];
  };
  const online = await deployed();
  expect(online).toEqual([0, expect.stringContaining('nobody has opened the desk')]);

  const practitioner = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await practitioner.goto(`${edge.url}/desk`);
  await follow(practitioner, practitioner.getByRole('link', { name: 'Identity provider' }));
  await practitioner.getByLabel('Email').fill('Me@Practice.co.uk');
  await follow(practitioner, practitioner.getByRole('button', { name: 'Continue' }));
  await openAtDesk();
  const asked = { SEAL_KEYS: `k1:${key}` };
  /** A backup; gives the name of the file. */
  async function backedUp(enquiries: number): Promise<string> {
    const before = await backupFiles();
    const made = await account.npm(asInGuide(backup));
    expect([made.status, made.text]).toEqual([0, expect.stringContaining(`${enquiries} enquiries are in`)]);
    const [file = ''] = (await backupFiles()).filter((one) => !before.includes(one));
    printed.push(made.text);
    return file;
  }
  const printed = [changed.text];
  await backedUp(0);
  const opened = await deployed();
  expect(opened).toEqual([0, expect.stringContaining('Ready: the desk was opened')]);
  expect(opened.join()).not.toContain('The site is shut');

  const visitor = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await visitor.goto(`${edge.url}/?c=first-visit`);
  await fillForm(visitor, 'Zoë Firstday');
  await follow(visitor, visitor.getByRole('button', { name: 'Send' }));
  const reference = (await visitor.locator('.reference').textContent()) ?? '';
  expect(reference).toMatch(/^[3-9A-Z]{8}$/);

  await expect.poll(() => site.mails.map(({ subject }) => subject)).toContain(`New enquiry ${reference}`);
  const mail = site.mails.find(({ subject }) => subject.endsWith(reference));
  expect(mail?.to).toBe('me@practice.co.uk');
  const [link = ''] = /http\S+/.exec(mail?.text ?? '') ?? [];

  await practitioner.goto(link);
  expect(await practitioner.getByRole('heading', { name: 'Zoë Firstday' }).isVisible()).toBe(true);
  await practitioner.goto(`${edge.url}/desk`);
  await practitioner.getByLabel('take the CSV').check();
  const [download] = await Promise.all([
    practitioner.waitForEvent('download'),
    practitioner.getByRole('button', { name: 'Download leads: full' }).click(),
  ]);
  const rows: { name: string }[] = parse(await readFile(await download.path()), { bom: true, columns: true });
  expect(rows).toMatchObject([{ name: 'Zoë Firstday', reference, c: 'first-visit' }]);

  const robot = { 'CF-Access-Client-Id': 'robot.access', 'CF-Access-Client-Secret': 'hush' };
  const body = new URLSearchParams({ kind: 'contacts' });
  const fetched = await fetch(`${edge.url}/desk/exports`, { method: 'POST', headers: robot, body });
  expect([fetched.status, await fetched.text()]).toEqual([200, expect.stringContaining('Zoë Firstday')]);
  await expect
    .poll(() => site.mails.map(({ subject }) => subject))
    .toContain('Was this you? A program downloaded 1 enquiry');

  const file = await backedUp(1);
  const drilled = await account.npm(drill.replace('enquiries-….sql', file), asked);
  expect([drilled.status, drilled.text]).toEqual([0, expect.stringContaining('PASS')]);
  printed.push(drilled.text);
  expect(await readFile(join(home, 'backups', file), 'utf8')).not.toContain('Firstday');

  const restored = await account.npm(`npm run restore -- backups/${file} --yes`, asked);
  expect([restored.status, restored.text]).toEqual([
    0,
    expect.stringContaining("The site's database is now"),
  ]);
  expect(restored.text).toMatch(
    /The facts are those of Example Therapy: version \d+, published on .* from the backup/,
  );
  expect(restored.text).toMatch(/The site was opened on .* by me@practice.co.uk/);
  const back = await deployed();
  expect(back).toEqual([0, expect.stringContaining('Ready: the desk was opened')]);
  await practitioner.reload();
  expect(await practitioner.getByRole('link', { name: 'Zoë Firstday' }).isVisible()).toBe(true);

  // Nothing of all this is in a file that came with the software.
  expect(git(home, 'status', '--porcelain')).toBe('');
  for (const secret of ['Firstday', 'ada.testperson', key])
    expect([
      secret,
      `${printed}${restored.text}${online}${opened}${back}${site.logs.join()}`.includes(secret),
    ]).toEqual([secret, false]);
}, 240_000);

async function backupFiles(): Promise<string[]> {
  const folder = join(home, 'backups');
  return existsSync(folder) ? (await readdir(folder)).filter((name) => name.endsWith('.sql')) : [];
}
