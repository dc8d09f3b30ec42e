import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Site, startSite } from '../../scripts/site.ts';
import { leakedIn, type Told, toldBy, typedBy } from '../support/made-up-sender.ts';
import { shownAt } from '../support/shown-words.ts';
import { startTestSite, type TestSite } from '../support/site.ts';

// A real local site is broken while thousands write to it. Whoever was told "received" is at the desk, once.

const senders = 6;
let made: TestSite;
let site: Site;
let port: number;
/** What the servers that were killed had printed. */
let killed = '';
let sending = true;
let person = 0;
const told: (Told | 'no answer')[] = [];
beforeAll(async () => {
  made = await startTestSite();
  site = made;
  port = Number(new URL(site.url).port);
});
afterAll(async () => {
  sending = false;
  await site.stop();
  await made.stop();
});

async function keepSending(): Promise<void> {
  while (sending) {
    const answer = await sendOne(++person);
    told.push(answer);
    if (answer === 'no answer') await pause(200);
  }
}

async function sendOne(number: number): Promise<Told | 'no answer'> {
  const form = typedBy(number, number % 3 === 0, await shownAt(`http://localhost:${port}`));
  // Each from an address of its own, or the rate limit would stop them.
  const from = { 'CF-Connecting-IP': `2001:db8:0:${number.toString(16)}::1` };
  try {
    const answer = await fetch(`http://localhost:${port}/enquiry`, {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'manual',
      headers: { Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin', ...from },
      signal: AbortSignal.timeout(20_000),
    });
    return await toldBy(answer, form);
  } catch {
    return 'no answer';
  }
}

/** Changes the local D1's file beside the Worker that is using it, and changes it back after a while. */
async function whileDatabase(change: string, back: string): Promise<void> {
  const folder = join(made.state, 'v3/d1/miniflare-D1DatabaseObject');
  const file = readdirSync(folder).find((name) => /^[\da-f]{64}\.sqlite$/.test(name)) ?? '';
  const database = new DatabaseSync(join(folder, file));
  database.exec(`pragma busy_timeout = 5000; ${change}`);
  await pause(6000);
  database.exec(back);
  database.close();
}

const isLocked = () => whileDatabase('begin immediate', 'rollback');
const isWithoutTable = () =>
  whileDatabase('alter table enquiries rename to hidden', 'alter table hidden rename to enquiries');

async function isKilled(): Promise<void> {
  await pause(3000);
  killed += site.log();
  await site.kill();
  const { state } = made;
  site = await startSite({
    state,
    envFile: join(state, 'dev.vars'),
    config: join(state, 'wrangler.json'),
    port,
  });
}

/** Every reference at the desk, in the inbox and in Review. */
async function atDesk(): Promise<string[]> {
  const found: string[] = [];
  for (let path: string | undefined = '/desk/review'; path; ) {
    const page: string = await (await fetch(site.url + path)).text();
    found.push(...[...page.matchAll(/<dd>([3-9A-Z]{8})<\/dd>/g)].flatMap(([, reference]) => reference ?? []));
    path = /href="(\/desk\/review\?before=[\d-]+)"/.exec(page)?.[1];
  }
  const leads = await fetch(`${site.url}/desk/exports`, {
    method: 'POST',
    body: new URLSearchParams({ kind: 'full', filter: '' }),
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  });
  const rows: { reference: string }[] = parse(await leads.text(), { bom: true, columns: true });
  return [...found, ...rows.map(({ reference }) => reference)];
}

const received = () => told.flatMap((answer) => (typeof answer === 'object' ? [answer.reference] : []));

/** Whether the Worker logged that the queue took it, in a server that was killed later: that queue is memory only. */
const wasInMemory = (reference: string) =>
  killed.includes(`{"event":"enquiry_queued","reference":"${reference}"`);

async function missing(): Promise<string[]> {
  const present = new Set(await atDesk());
  return received().filter((reference) => !present.has(reference) && !wasInMemory(reference));
}

test('the database is locked, its table is gone, the server is killed: whoever was told "received" is there once', async () => {
  const done = Promise.all(Array.from({ length: senders }, keepSending));
  for (const faults of [
    [isLocked],
    [isWithoutTable],
    [isKilled],
    [isWithoutTable, isKilled],
    [isLocked, isKilled],
  ]) {
    await pause(3000);
    await Promise.all(faults.map((fault) => fault()));
  }
  await pause(3000);
  sending = false;
  await done;
  // The queue tries again 30 seconds after its first failure, and a minute after its second.
  await expect.poll(missing, { timeout: 100_000, interval: 5000 }).toEqual([]);

  const references = await atDesk();
  expect(references).toHaveLength(new Set(references).size);
  expect(told.filter((answer) => answer === 'something else')).toEqual([]);
  expect(leakedIn(killed + site.log())).toEqual([]);
  const count = (answer: (typeof told)[number]) => told.filter((one) => one === answer).length;
  const gone = received().filter((reference) => !references.includes(reference)).length;
  console.log(
    `${told.length} sent, ${received().length} received, ${count('not sent')} not sent, ${count('no answer')} without an answer; ${gone} gone with the memory of the local queue, which Cloudflare has on disk`,
  );
  // Otherwise the faults did not reach what they are about.
  expect(count('not sent') + count('no answer')).toBeGreaterThan(0);
}, 300_000);
