import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { applyMigrations } from '../migrations.ts';
import { addMissingSecrets } from '../secrets.ts';
import { type Site, startSite } from '../site.ts';
import { root } from '../wrangler.ts';
import { type Outcome, sendOne, typedWords } from './sender.ts';
import { hideTable, lockDatabase } from './trouble.ts';

// Breaks a real local site while thousands send enquiries, then looks whether everybody who was told "received" is at
// the desk, once. Under three minutes, on loopback, with a port and a state folder of its own.
const senders = 6;
const state = await mkdtemp(join(tmpdir(), 'chaos-'));
const envFile = join(state, 'dev.vars');
const outcomes: Outcome[] = [];
/** What the servers that were killed had printed. */
let killed = '';
let sending = true;
let person = 0;

addMissingSecrets(envFile);
await applyMigrations(state);
let site: Site = await startSite({ state, envFile, port: 0 });
const port = Number(new URL(site.url).port);

const started = Date.now();
const progress = setInterval(
  () => console.log(`${seconds()} s: ${outcomes.length} sent, ${count('confirmed')} confirmed`),
  5000,
);
const sendersDone = Promise.all(Array.from({ length: senders }, keepSending));

await pause(4000);
await trouble('another process holds the database locked', () => lockDatabase(state, 6000));
await trouble('the table is gone', () => hideTable(state, 8000));
await trouble('the server is killed and started again', restart);
await trouble('the table is gone, and the server is killed', async () => {
  await Promise.all([hideTable(state, 6000), pause(3000).then(restart)]);
});
await trouble('the database is locked, then the server is killed', async () => {
  await Promise.all([lockDatabase(state, 6000), pause(3000).then(restart)]);
});
await pause(3000);
sending = false;
await sendersDone;
// The queue tries again 30 s after its first failure, and a minute after its second.
console.log(`${seconds()} s: waiting for what is still in the queue …`);
await settled();
clearInterval(progress);
const atDesk = await references();
const logs = killed + site.log();
await site.stop();
await rm(state, { recursive: true, force: true });
report();

async function keepSending() {
  while (sending) {
    const outcome = await sendOne(`http://localhost:${port}`, ++person);
    outcomes.push(outcome);
    if (outcome.kind === 'unanswered') await pause(200);
  }
}

async function trouble(words: string, make: () => Promise<void>) {
  console.log(`${seconds()} s: ${words}`);
  await make();
  await pause(3000);
}

async function restart() {
  killed += site.log();
  await site.kill();
  site = await startSite({ state, envFile, port });
}

/** Until every confirmed reference is at the desk, or the queue has had its two tries. */
async function settled() {
  for (let waited = 0; waited < 70; waited += 5) {
    const present = new Set(await references());
    const missing = confirmed().filter((reference) => !present.has(reference) && !queueDied(reference));
    if (missing.length === 0) return;
    await pause(5000);
  }
}

/** Every reference at the desk, in the inbox and in Review. */
async function references(): Promise<string[]> {
  return [...(await inInbox()), ...(await inReview())];
}

async function inReview(): Promise<string[]> {
  const found: string[] = [];
  for (let path: string | undefined = '/desk/review'; path; ) {
    const page = await (await fetch(site.url + path)).text();
    found.push(...[...page.matchAll(/<dd>([3-9A-Z]{8})<\/dd>/g)].flatMap(([, reference]) => reference ?? []));
    path = /href="(\/desk\/review\?before=[\d-]+)"/.exec(page)?.[1];
  }
  return found;
}

async function inInbox(): Promise<string[]> {
  const body = new URLSearchParams({ kind: 'full', filter: '' });
  const answer = await fetch(`${site.url}/desk/exports`, {
    method: 'POST',
    body,
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  });
  const rows: { reference: string }[] = parse(await answer.text(), { bom: true, columns: true });
  return rows.map(({ reference }) => reference);
}

/** Whether the Worker logged that the queue took it, in a server that was killed later: that queue is memory only. */
function queueDied(reference: string): boolean {
  return killed.includes(`{"event":"enquiry_queued","reference":"${reference}"`);
}

function confirmed(): string[] {
  return outcomes.flatMap((outcome) => (outcome.kind === 'confirmed' ? [outcome.reference] : []));
}

/** How often a word that was typed is in what was printed. */
function timesIn(printed: string): number {
  return typedWords.reduce((sum, word) => sum + printed.split(word).length - 1, 0);
}

function count(kind: Outcome['kind']): number {
  return outcomes.filter((outcome) => outcome.kind === kind).length;
}

function seconds(): number {
  return Math.round((Date.now() - started) / 1000);
}

function report() {
  const times = new Map<string, number>();
  for (const reference of atDesk) times.set(reference, (times.get(reference) ?? 0) + 1);
  const missing = confirmed().filter((reference) => !times.has(reference));
  const inMemory = missing.filter(queueDied);
  const lost = missing.length - inMemory.length;
  const twice = confirmed().filter((reference) => (times.get(reference) ?? 0) > 1).length;
  const leaked = timesIn(logs);
  console.log(`
sent ${outcomes.length}
confirmed ${count('confirmed')}
refused with text kept ${count('refused')}
no answer seen (the server was down) ${count('unanswered')}
wrong answers ${count('wrong')}
lost ${lost}
at the desk twice ${twice}
gone with the memory of the local queue, which Cloudflare keeps on disk ${inMemory.length}
typed words found in the logs ${leaked}`);

  const schedules = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--project=worker',
      'tests/journeys/nothing-lost',
      'tests/journeys/naughty',
    ],
    { cwd: root, env: { ...process.env, SCHEDULES: '2000' }, encoding: 'utf8' },
  );
  console.log(/^.*schedules of faults.*$/m.exec(schedules.stdout)?.[0] ?? schedules.stdout);
  const deep = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project=deep'],
    { cwd: root, stdio: 'inherit' },
  );
  const leakedThere = timesIn(schedules.stdout + schedules.stderr);
  console.log(`typed words found in what those schedules printed ${leakedThere}`);
  const bad =
    lost +
    twice +
    leaked +
    leakedThere +
    count('wrong') +
    Number(schedules.status !== 0) +
    Number(deep.status !== 0);
  console.log(
    bad === 0
      ? 'Nothing was lost, but for what the local queue held in memory when it was killed.'
      : 'Something is wrong: see above.',
  );
  process.exitCode = bad === 0 ? 0 : 1;
}
