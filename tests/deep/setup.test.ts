import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { addQueue } from '../support/cloudflare/queue.ts';
import { scriptNamed } from '../support/cloudflare/script.ts';
import { nobodyThere } from '../support/cloudflare/wrangler.ts';
import { type Account, answers, expectSetUp, givenKeys, newAccount, setAll } from '../support/setting-up.ts';
import { smallSite } from '../support/small-site.ts';

let account: Account;
afterEach(() => account?.stop());

test('a script gives the keys, or none are made; a lost answer is found out and nothing is made twice', async () => {
  account = await newAccount();
  const { cloudflare } = account;
  cloudflare.loseAnswer('POST /d1/database');
  cloudflare.loseAnswer('POST /queues');
  const none = await account.run('setup.ts', setAll(answers));
  expect([none.status, none.text]).toEqual([
    1,
    expect.stringContaining('A key is made and shown only on a terminal. A script gives it'),
  ]);
  expect(cloudflare.account.scripts.size).toBe(0);
  cloudflare.loseAnswer(/^PUT \/workers\/scripts\/[^/]+\/secrets$/, 2);
  // A put that finds no Worker and whose answer is lost makes none: that happens twice here.
  for (const words of ['SEAL_KEYS was not set', 'SEAL_KEYS was not set', 'What is left'])
    expect((await account.run('setup.ts', [], givenKeys)).text).toContain(words);
  await expectSetUp(account);
});

test('another computer learns a site that is there from the account, and asks for the key', async () => {
  account = await newAccount();
  await account.setUp();
  account.otherComputer();
  const { status, text } = await account.run('setup.ts', setAll(answers));
  expect([status, text]).toEqual([0, expect.stringContaining('this computer learns it from there')]);
  expect(text).toContain('SEAL_KEYS is set already, and this computer does not know how its key ends');
  const known = await account.run('setup.ts', [], givenKeys);
  expect(known.text).toContain('Its end is noted');
  await expectSetUp(account);
});

test('queues are known by their whole name, on every page of the list, and one that is there is put right', async () => {
  account = await newAccount();
  const { account: at } = account.cloudflare;
  for (let n = 0; n < 25; n++) addQueue(at, { queue_name: `acupuncture-enquiries-${n}` });
  addQueue(at, { queue_name: 'my-acupuncture-enquiries' });
  addQueue(at, { queue_name: 'acupuncture-enquiries-dead', jurisdiction: 'eu' });
  expect((await account.setUp()).status).toBe(0);
  const own = at.queues.filter(({ name }) => /^acupuncture-enquiries(-dead)?$/.test(name));
  expect(own.map(({ settings }) => settings.message_retention_period)).toEqual([1_209_600, 1_209_600]);

  // The wrong place cannot be put right.
  at.queues.splice(0);
  addQueue(at, { queue_name: 'acupuncture-enquiries' });
  const { status, text } = await account.run('setup.ts', [], givenKeys);
  expect([status, text]).toEqual([
    1,
    expect.stringContaining('in no jurisdiction, and this site asks for “eu”'),
  ]);
});

test('two sites live on one account', async () => {
  account = await newAccount();
  await account.setUp();
  account.otherComputer();
  await account.setUp({ SITE_URL: 'https://neck.practice.co.uk' }, ['--name', 'neck']);
  const { account: at } = account.cloudflare;
  expect(at.databases.map(({ name }) => name)).toEqual(['acupuncture-enquiries', 'neck-enquiries']);
  expect(at.queues).toHaveLength(4);
  expect([...at.scripts.keys()]).toEqual(['acupuncture', 'neck']);
});

test('what goes wrong is said in a sentence that says what to do', async () => {
  account = await newAccount({ accounts: ['Practice', 'Old one'], plan: 'free' });
  const { cloudflare, run } = account;
  const one = cloudflare.account.id;
  const cases: [words: string, args: string[], env?: Record<string, string | undefined>][] = [
    ['You are not signed in to Cloudflare', [], { CLOUDFLARE_API_TOKEN: undefined }],
    ['the token in CLOUDFLARE_API_TOKEN is wrong', [], { CLOUDFLARE_API_TOKEN: 'wrong' }],
    ['could not be reached', [], { CLOUDFLARE_API_BASE_URL: await nobodyThere() }],
    ['There are 2 accounts: Practice', []],
    ['the account nobody is not there', ['--account', 'nobody']],
    ['there is no setting SITE_ULR', ['--set', 'SITE_ULR=https://a.co.uk']],
    ['--where uk: Please answer “eu” or “any”', ['--account', one, '--where', 'uk']],
    ['--name My_Site: Lower-case letters', ['--account', one, '--name', 'My_Site']],
    ['--set SITE_URL: The address of the site has no path', ['--set', 'SITE_URL=https://a.co.uk/back']],
    ['--set SITE_URL: The address of the site begins with https://', ['--set', 'SITE_URL=http://a.co.uk']],
    [
      '--set DESK_EMAILS: That is no email address as it stands: "me"@a.co.uk',
      ['--set', 'DESK_EMAILS="me"@a.co.uk'],
    ],
    ['--set ACCESS_AUD: An audience tag has 64 characters', ['--set', 'ACCESS_AUD=abc']],
    ['That needs Workers Paid', ['--account', one]],
  ];
  for (const [words, args, env] of cases) {
    const { status, text } = await run('setup.ts', args, env);
    expect([args, status, text]).toEqual([args, 1, expect.stringContaining(words)]);
    expect(text).not.toMatch(/^\s+at /m);
  }
  cloudflare.denied.add('queues');
  expect((await run('setup.ts', ['--account', one])).text).toContain('lacks a permission');
});

test('a Worker of the same name that is not ours is left alone', async () => {
  account = await newAccount();
  const { cloudflare, folder } = account;
  const main = join(folder, 'shop.js');
  await writeFile(main, 'export default { fetch: () => new Response("shop") }');
  const shop = { name: 'acupuncture', main, compatibility_date: '2026-10-20', vars: { SHOP: 'yes' } };
  const config = join(folder, 'wrangler.json');
  await writeFile(config, JSON.stringify({ ...shop, account_id: cloudflare.account.id }));
  expect((await cloudflare.runWrangler(['deploy', '--config', config])).status).toBe(0);
  const before = scriptNamed(cloudflare.account, 'acupuncture').versions.length;
  const { status, text } = await account.setUp();
  expect([status, text]).toEqual([1, expect.stringContaining("it is not this software's")]);
  expect(scriptNamed(cloudflare.account, 'acupuncture').versions).toHaveLength(before);
  expect((await account.setUp({}, ['--name', 'backpain'])).status).toBe(0);
});

test('a database that is gone is said, and no other is made in its place', async () => {
  account = await newAccount();
  await account.setUp();
  account.cloudflare.account.databases.splice(0);
  const { status, text } = await account.run('setup.ts');
  expect([status, text]).toEqual([1, expect.stringContaining('is not on the account any more')]);
  expect(account.cloudflare.account.databases).toEqual([]);
});

test('while Cloudflare does not say what is live, nothing is guessed', async () => {
  account = await newAccount();
  await account.setUp();
  account.otherComputer();
  account.cloudflare.refuse(/deployments$/, { status: 500, code: 7000, message: 'Internal error' });
  const { status, text } = await account.run('setup.ts', [], givenKeys);
  expect([status, text]).toEqual([1, expect.stringContaining('did not say what is live now')]);
});

test('where enquiries are stored no new key is made, and none is taken that does not open them', async () => {
  const site = await smallSite();
  const ring = (byte: number) => `k1:${Buffer.alloc(32, byte).toString('base64url')}`;
  const { ROOT_KEY } = givenKeys;
  await site.enquire('a'.repeat(64), ring(1));
  const none = await site.run('setup.ts', [], { ROOT_KEY: undefined });
  expect([none.status, none.text]).toEqual([
    1,
    expect.stringContaining('The database holds enquiries, and SEAL_KEYS'),
  ]);
  const root = await site.run('setup.ts', [], { SEAL_KEYS: ring(1), ROOT_KEY: undefined });
  expect([root.status, root.text]).toEqual([1, expect.stringContaining('and ROOT_KEY is not set')]);
  const wrong = await site.run('setup.ts', [], { SEAL_KEYS: ring(2), ROOT_KEY });
  expect([wrong.status, wrong.text]).toEqual([
    1,
    expect.stringContaining('does not open the newest enquiry'),
  ]);
  expect((await site.run('setup.ts', [], { SEAL_KEYS: ring(1), ROOT_KEY })).status).toBe(0);
  await site.stop();
});
