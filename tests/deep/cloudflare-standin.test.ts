import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { secretNames } from '../support/cloudflare/api/secrets.ts';
import { startCloudflare } from '../support/cloudflare/cloudflare.ts';
import { addQueue } from '../support/cloudflare/queue.ts';
import { liveVersion, scriptNamed } from '../support/cloudflare/script.ts';

// The stand-in of Cloudflare is only worth something if the real wrangler takes it for the real thing.

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tiny-'));
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

const worker = (word: string) => `
import note from './note.css';
export default {
  async fetch(request, { DB, QUEUE, KEY }) {
    if (request.method === 'POST') await QUEUE.send(await request.text());
    const { results } = await DB.prepare('select word from notes order by id').all();
    return Response.json({ word: '${word}', key: KEY, note, url: request.url, words: results.map(({ word }) => word) });
  },
  async queue({ messages }, { DB }) {
    for (const { body } of messages) await DB.prepare('insert into notes (word) values (?)').bind(body).run();
  },
  async scheduled({ cron }, { MAIL }) {
    await MAIL.send({ from: 'site@practice.example', to: 'me@practice.example', subject: cron, text: 'It runs' });
  },
};`;

const config = (database: string) => `
name = "tiny"
main = "worker.js"
compatibility_date = "2026-10-20"
minify = true
workers_dev = false
preview_urls = false
routes = [{ pattern = "backpain.practice.example", custom_domain = true }]
[secrets]
required = ["KEY"]
[[d1_databases]]
binding = "DB"
database_name = "notes"
database_id = "${database}"
[triggers]
crons = ["*/5 * * * *"]
[[send_email]]
name = "MAIL"
[[queues.producers]]
binding = "QUEUE"
queue = "notes"
[[queues.consumers]]
queue = "notes"
max_batch_timeout = 0
dead_letter_queue = "notes-dead"
[[rules]]
type = "Text"
globs = ["**/*.css"]
`;

test('the real wrangler makes, fills, deploys, takes back and copies a small site', async () => {
  const cloudflare = await startCloudflare({ zones: ['practice.example'] });
  const { account, log } = cloudflare;
  const wrangler = async (args: string, input?: string) => {
    const ran = await cloudflare.runWrangler(args.split(' '), { cwd: folder, ...(input && { input }) });
    expect(ran, `wrangler ${args}`).toMatchObject({ status: 0 });
    return ran.stdout;
  };

  await Promise.all([
    wrangler('d1 create notes --jurisdiction eu --update-config false'),
    wrangler('queues create notes --message-retention-period-secs 1209600 --jurisdiction eu'),
    wrangler('queues create notes-dead'),
  ]);
  const queue = () => account.queues.find(({ name }) => name === 'notes');
  expect(queue()).toMatchObject({ jurisdiction: 'eu', settings: { message_retention_period: 1_209_600 } });
  const [database] = account.databases;
  expect(database).toMatchObject({ name: 'notes', jurisdiction: 'eu' });

  await writeFile(join(folder, 'wrangler.toml'), config(database?.uuid ?? ''));
  await writeFile(join(folder, 'note.css'), 'a note');
  await writeFile(join(folder, 'worker.js'), worker('first'));
  await writeFile(
    join(folder, 'in.sql'),
    "create table notes (id integer primary key, word text);\ninsert into notes (word) values ('from; a file');\n",
  );

  const site = await cloudflare.site('tiny', { origin: 'https://backpain.practice.example' });
  const look = async (init?: RequestInit) => (await fetch(site.url, init)).json();
  expect((await fetch(site.url)).status).toBe(404);
  await wrangler('secret put KEY', 'secret one');
  expect(secretNames(scriptNamed(account, 'tiny'))).toEqual(['KEY']);
  expect((await fetch(site.url)).status, 'the empty Worker that holds the secret').toBe(500);

  await wrangler('d1 execute DB --remote --file in.sql --yes');
  await wrangler('deploy');
  const first = liveVersion(scriptNamed(account, 'tiny'));
  expect(account.domains).toMatchObject([{ hostname: 'backpain.practice.example', service: 'tiny' }]);
  expect(queue()?.consumers).toMatchObject([{ script: 'tiny', deadLetterQueue: 'notes-dead' }]);
  expect(await look({ method: 'POST', body: 'through the queue' })).toMatchObject({
    word: 'first',
    key: 'secret one',
    note: 'a note',
    url: 'https://backpain.practice.example/',
  });
  await expect.poll(look, { timeout: 5000 }).toMatchObject({ words: ['from; a file', 'through the queue'] });
  await site.runCron();
  expect(site.mails).toMatchObject([{ to: 'me@practice.example', subject: '*/5 * * * *', text: 'It runs' }]);

  // The second deploy stops half way: its answer is lost, and yet it is live.
  await writeFile(join(folder, 'worker.js'), worker('second'));
  cloudflare.loseAnswer('POST /workers/scripts/tiny/deployments');
  const lost = await cloudflare.runWrangler(['deploy'], { cwd: folder });
  expect(lost).toMatchObject({ status: 1, stderr: expect.stringContaining('fetch failed') });
  expect(await look()).toMatchObject({ word: 'second' });
  await wrangler(`rollback ${first?.id} --yes -m back`);
  expect(await look()).toMatchObject({ word: 'first' });

  const asked = await wrangler('d1 execute DB --remote --json --command select(word)from(notes)where(id=2)');
  expect(JSON.parse(asked)[0].results).toEqual([{ word: 'through the queue' }]);
  await wrangler('d1 export DB --remote --output out.sql');
  expect(await readFile(join(folder, 'out.sql'), 'utf8')).toContain("VALUES(1,'from; a file')");
  expect(JSON.stringify(log)).not.toContain('secret one');
  await cloudflare.stop();
}, 120_000);

test('what the account refuses, wrangler says in its own words', async () => {
  const cloudflare = await startCloudflare({ plan: 'free', accounts: ['Practice', 'Private'] });
  const [practice] = cloudflare.accounts;
  const says = async (
    args: string,
    env: Record<string, string | undefined> = { CLOUDFLARE_ACCOUNT_ID: practice?.id },
  ) => {
    const { status, stdout, stderr } = await cloudflare.runWrangler(args.split(' '), { env, cwd: folder });
    return `${status}: ${stdout}${stderr}`;
  };
  for (let n = 0; n < 21; n++) addQueue(cloudflare.account, { queue_name: `queue-${n}` });
  const [second, taken, long, which] = await Promise.all([
    says('queues list --page 2'),
    says('queues create queue-1'),
    says('queues create long --message-retention-period-secs 1209600'),
    says('d1 list', {}),
  ]);
  expect(second).toMatch(/^0: .*queue-20/s);
  expect(taken).toMatch(/^1: .*already taken.*\[code: 11009\]/s);
  expect(long).toContain('The specified queue settings are invalid.');
  expect(which).toContain('More than one account available');
  cloudflare.denied.add('queues');
  expect(await says('queues list')).toContain('Authentication error [code: 10000]');
  cloudflare.expectNothingUnknown();
  expect(await says('r2 bucket list')).toContain('The stand-in does not know GET /r2/buckets');
  await expect(cloudflare.stop()).rejects.toThrow('GET /r2/buckets');
}, 120_000);
