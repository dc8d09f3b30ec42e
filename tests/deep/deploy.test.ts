import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { fixtureFacts } from '../fixtures/practice.ts';
import { startEdge } from '../support/access-edge/edge.ts';
import { addDatabase } from '../support/cloudflare/api/databases.ts';
import { liveVersion, scriptNamed } from '../support/cloudflare/script.ts';
import { addressOf, listen } from '../support/cloudflare/server.ts';
import type { Site } from '../support/cloudflare/site.ts';
import { runStatements } from '../support/cloudflare/statements.ts';
import { publishedRows } from '../support/published-rows.ts';
import { cloneRepository, copyRepository } from '../support/repository-copy.ts';
import { type Account, answers, givenKeys, newAccount } from '../support/setting-up.ts';

// `npm run deploy` when something goes wrong, each against the stand-in of Cloudflare's API with the real wrangler.

const name = 'acupuncture';
const end = givenKeys.SEAL_KEYS.slice(-6);
let folder: string;
let home: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deploy-'));
  home = join(folder, 'clone');
  copyRepository(join(folder, 'upstream'));
  cloneRepository(join(folder, 'upstream'), home);
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

let account: Account;
let site: Site;
let cron: ReturnType<typeof setInterval>;
let more: { stop(): Promise<unknown> }[] = [];
afterEach(async () => {
  clearInterval(cron);
  await Promise.all(more.map((one) => one.stop()));
  more = [];
  await account?.stop();
});

/** A site that is set up, behind an edge with Access, with a cron that runs each second. */
async function ready({ runsCron = true } = {}) {
  account = await newAccount({ home });
  const edge = await startEdge();
  more.push(edge);
  const { status, text } = await account.setUp({
    SITE_URL: edge.url,
    ACCESS_TEAM: edge.team.origin,
    ACCESS_AUD: edge.team.audience,
  });
  expect([status, text]).toEqual([0, expect.stringContaining('What is left')]);
  site = await account.cloudflare.site(name);
  edge.leadTo(site.url, () => account.cloudflare.account.domains.length > 0);
  if (runsCron) cron = setInterval(() => site.runCron().catch(() => undefined), 1000);
  return edge;
}

const deploy = (...args: string[]) =>
  account.run('deploy/deploy.ts', ['--key-ends', end, '--patience', '0.5', ...args]);

const well = async () => {
  const { status, text } = await deploy();
  expect([status, text]).toEqual([0, expect.stringContaining('The site is online')]);
  return text;
};

const live = () => liveVersion(scriptNamed(account.cloudflare.account, name))?.id;

/** Asks the site's database. Found anew each time: a deploy starts the runtime anew. */
async function execute(sql: string) {
  const { engine, databases } = account.cloudflare.account;
  return runStatements(await engine.database(databases[0]?.uuid ?? ''), sql);
}

/** What the Worker that is online took along of the practice. */
function copyTaken() {
  const { bindings = [] } = liveVersion(scriptNamed(account.cloudflare.account, name)) ?? {};
  return JSON.parse(String(bindings.find((one) => one.name === 'PRACTICE_COPY')?.text));
}

test('what is refused before the upload leaves everything as it was, and says so', async () => {
  await ready();
  const { cloudflare } = account;
  const before = live();
  for (const [wrong, words] of [
    [{ args: ['--key-ends', 'wrong!'] }, 'That is not how the sealing key ends'],
    [{ refuse: /^POST \/d1\/database\/[^/]+\/query/ }, 'did not succeed'],
    [{ refuse: /^GET \/workers\/scripts\/[^/]+\/secrets/ }, 'Cloudflare did not say which secrets there are'],
  ] as const) {
    if ('refuse' in wrong)
      cloudflare.refuse(wrong.refuse, { status: 400, code: 7500, message: 'no such thing: SQLITE_ERROR' });
    const { status, text } = await deploy(...('args' in wrong ? wrong.args : []));
    cloudflare.noMoreFaults();
    expect([words, status, text]).toEqual([words, 1, expect.stringContaining(words)]);
    expect(text).not.toMatch(/^\s+at |rollback/m);
    expect(live()).toBe(before);
  }
  // Whatever was done of it, the next one goes through.
  await well();
});

test('an upload or a domain that is refused: what is live now is said, and going back only where there is something', async () => {
  await ready();
  const { cloudflare } = account;
  cloudflare.refuse(/^POST \/workers\/scripts\/[^/]+\/versions/, {
    status: 400,
    code: 10021,
    message: 'Uncaught Error',
  });
  const upload = await deploy();
  cloudflare.noMoreFaults();
  expect([upload.status, upload.text]).toEqual([1, expect.stringContaining('Uncaught Error')]);
  expect(upload.text).not.toContain('rollback 0');
  expect(upload.text).toContain('What is live now is what was live before: no Worker of this site');

  cloudflare.refuse(/domains\/records/, {
    status: 409,
    code: 100117,
    message: 'Hostname is in use elsewhere',
  });
  const domain = await deploy();
  cloudflare.noMoreFaults();
  expect([domain.status, domain.text]).toEqual([
    1,
    expect.stringContaining('There is no earlier Worker to go back to'),
  ]);
  expect(domain.text).toContain(`What is live now is the Worker that was just uploaded (${live()})`);

  await well();
  const first = live();
  cloudflare.refuse(/domains\/records/, {
    status: 409,
    code: 100117,
    message: 'Hostname is in use elsewhere',
  });
  const second = await deploy();
  cloudflare.noMoreFaults();
  expect(second.text).toContain(`npm run wrangler -- rollback ${first}`);
  expect(second.text).toContain('Its secrets come back with it');
  const back = await account.run('wrangler-here.ts', [
    'rollback',
    String(first),
    '--yes',
    '--message',
    'back',
  ]);
  expect([back.status, live()]).toEqual([0, first]);
});

test('an answer that is lost at any step of a deploy: the next one ends well, and nothing is there twice', async () => {
  await ready();
  const { cloudflare } = account;
  const changes = () => cloudflare.log.filter(({ method }) => method !== 'GET').length;
  const before = changes();
  await well();
  const steps = changes() - before;
  expect(steps).toBeGreaterThan(10);
  const steady = () => ({
    databases: cloudflare.account.databases.length,
    queues: cloudflare.account.queues.map(({ name, consumers }) => [name, consumers.length]),
    domains: cloudflare.account.domains.map(({ hostname }) => hostname),
    schedules: scriptNamed(cloudflare.account, name).schedules,
  });
  const end = steady();
  for (let step = 1; step <= steps; step++) {
    cloudflare.loseAnswer(step);
    const { text } = await deploy();
    cloudflare.noMoreFaults();
    expect([step, text]).toEqual([step, expect.not.stringMatching(/^\s+at /m)]);
  }
  await well();
  expect(steady()).toEqual(end);
});

test('a test enquiry that failed before does not fail the deploy that repairs it; one that fails now does', async () => {
  await ready();
  await well();
  await execute("update jobs set error = 'canary', done_for = null where name = 'canary'");
  await well();
  // The table is gone that the test enquiry is to be found in: it waits on the queue, and is not there.
  await execute("create trigger full before insert on enquiries begin select raise(abort, 'full'); end");
  const { status, text } = await deploy('--patience', '1');
  expect([status, text]).toEqual([1, expect.stringContaining('The test enquiry failed twice')]);
});

test('a cron that does not run is waited for, and said', async () => {
  await ready({ runsCron: false });
  const { status, text } = await deploy('--patience', '0.1');
  expect([status, text]).toEqual([1, expect.stringContaining('for the test enquiry')]);
  expect(text).toContain('There is no earlier Worker to go back to');
});

test('a site whose desk nobody can open is online, and not called ready', async () => {
  const edge = await ready();
  const other = await startEdge();
  more.push(other);
  await account.run('setup.ts', ['--set', `ACCESS_AUD=${other.team.audience}`]);
  const { status, text } = await deploy();
  expect([status, text]).toEqual([1, expect.stringContaining('Not ready yet: nobody can open the desk')]);
  expect(text).toContain(`npm run setup -- --set ACCESS_AUD=${edge.team.audience}`);
});

test('a new site goes online shut, and says where it is opened; what is published then goes along', async () => {
  await ready();
  const first = await well();
  expect(first).toContain('The site is shut: visitors read that it opens soon.');
  expect(first).toContain('/desk/opening');
  expect(copyTaken()).toMatchObject({ facts: {}, open: false });
  await execute(publishedRows());
  expect(await well()).not.toContain('The site is shut');
  expect(copyTaken()).toMatchObject({ facts: fixtureFacts, open: true });
});

test('facts that this version cannot read stop it before anything is changed', async () => {
  await ready();
  await well();
  await execute(publishedRows({ ...fixtureFacts, icoNumber: 'of a later version' }));
  const before = live();
  const { status, text } = await deploy();
  expect([status, text]).toEqual([
    1,
    expect.stringContaining('This version cannot read the practice’s facts: icoNumber'),
  ]);
  expect(text).toContain('Nothing was changed.');
  expect(live()).toBe(before);
});

test('--urgent passes words, says which, and passes nothing that could lose an enquiry', async () => {
  await ready();
  await well();
  await execute(publishedRows({ ...fixtureFacts, qualifications: 'Acupuncture cures back pain for good.' }));
  const refused = await deploy();
  expect([refused.status, refused.text]).toEqual([
    1,
    expect.stringContaining('Stopped here. Nothing was changed.'),
  ]);
  expect(refused.text).toContain('"cures"');
  const urgent = await deploy('--urgent');
  expect([urgent.status, urgent.text]).toEqual([
    0,
    expect.stringMatching(/--urgent: \d+ points above were passed/),
  ]);
  await account.cloudflare.runWrangler(['secret', 'delete', 'ROOT_KEY', '--name', name], {});
  const losing = await deploy('--urgent');
  expect([losing.status, losing.text]).toEqual([
    1,
    expect.stringContaining('does not pass what could lose an enquiry'),
  ]);
  expect(losing.text).toContain('ROOT_KEY is not set');
});

test('from another computer: it learns the site, is asked how the key ends, and deploys', async () => {
  await ready();
  await well();
  account.otherComputer();
  const nothing = await deploy();
  expect([nothing.status, nothing.text]).toEqual([1, expect.stringContaining('This copy knows no site yet')]);
  expect((await account.run('setup.ts', [], givenKeys)).status).toBe(0);
  const { settings } = await account.site();
  expect(settings).toMatchObject({ DESK_EMAILS: answers.DESK_EMAILS });
  expect(settings).not.toHaveProperty('PRACTICE_COPY');
  await well();
  // And as CI has it: one variable, no file.
  const known = JSON.stringify(await account.site());
  account.otherComputer();
  const { status } = await account.run('deploy/deploy.ts', ['--key-ends', end, '--patience', '0.5'], {
    SITE: known,
  });
  expect(status).toBe(0);
});

test('a website that is at the address already is not replaced unasked', async () => {
  const edge = await ready();
  const website = createServer((_request, answer) => answer.end('<h1>My practice</h1>'));
  await listen(website);
  edge.leadTo(addressOf(website));
  const { status, text } = await deploy();
  expect([status, text]).toEqual([1, expect.stringContaining('There is a website at')]);
  expect(account.cloudflare.account.domains).toEqual([]);
  website.close();
});

test('a site file that is older than a restore elsewhere moves nothing back', async () => {
  await ready();
  await well();
  const older = JSON.stringify(await account.site());
  const other = addDatabase(account.cloudflare.account, {
    name: 'acupuncture-enquiries-restored',
    jurisdiction: 'eu',
  });
  const newer = JSON.parse(older);
  newer.database = { name: other.name, id: other.uuid, former: newer.database.id };
  const args = ['--key-ends', end, '--patience', '0.5'];
  const moved = await account.run('deploy/deploy.ts', args, { SITE: JSON.stringify(newer) });
  expect([moved.status, moved.text]).toEqual([0, expect.stringContaining('The site is online')]);
  const { status, text } = await account.run('deploy/deploy.ts', args, { SITE: older });
  expect([status, text]).toEqual([1, expect.stringContaining('it is older')]);
});
