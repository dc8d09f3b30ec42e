import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { DrizzleQueryError } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { displayPhone } from '../../pages/content/phone.ts';
import { consumeEnquiries, retryDelay } from '../../worker/intake/consumer.ts';
import { recoverSetAside } from '../../worker/intake/recovery.ts';
import { errorCode } from '../../worker/log.ts';
import { fixtureFacts } from '../fixtures/practice.ts';
import { page } from '../support/desk.ts';
import {
  databaseErrors,
  type Fault,
  faults,
  faultyDatabase,
  faultyQueue,
  sendWithFaults,
} from '../support/faults.ts';
import { leakedIn, toldBy, typedBy } from '../support/made-up-sender.ts';
import { emptyQueue } from '../support/queue.ts';
import { goodForm, referenceIn, send } from '../support/visitor.ts';

/** Deadlines of milliseconds, so that a thousand hanging calls are seconds. */
const waits = '15 3 15 15';
const schedules = Number(env.SCHEDULES);

const anyFault = fc.constantFrom<Fault>(...faults);
const schedule = fc.record({
  database: fc.tuple(anyFault, anyFault),
  queue: fc.tuple(anyFault),
  consumer: fc.array(anyFault, { maxLength: 4 }),
  error: fc.constantFrom(...databaseErrors),
  redelivered: fc.boolean(),
  trapped: fc.boolean(),
});

type Schedule = typeof schedule extends fc.Arbitrary<infer Plan> ? Plan : never;

/** Everything that is printed from now on, until it is stopped. */
function watchedConsole() {
  const lines: string[] = [];
  const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((method) =>
    vi.spyOn(console, method).mockImplementation((...words) => {
      lines.push(
        words.map((word) => (word instanceof Error ? `${word.stack} ${word.cause}` : word)).join(' '),
      );
    }),
  );
  const stop = () => {
    for (const spy of spies) spy.mockRestore();
  };
  return { text: () => lines.join('\n'), stop };
}

/** Delivers a message until it is acknowledged, as the queue does; returns how often that took. */
async function deliver(
  body: unknown,
  plan: Fault[],
  error: string,
  id = 'message',
  queue = 'enquiries',
): Promise<number> {
  for (let attempts = 1; attempts <= 10; attempts++) {
    const batch = createMessageBatch(queue, [{ id, timestamp: new Date(), attempts, body }]);
    const context = createExecutionContext();
    const bindings = { ...env, INTAKE_WAITS: waits, DB: faultyDatabase(env.DB, plan, error) };
    await consumeEnquiries(batch, bindings);
    const { explicitAcks, retryMessages } = await getQueueResult(batch, context);
    if (explicitAcks.length === 1) return attempts;
    expect(retryMessages).toMatchObject([{ msgId: id }]);
  }
  throw new Error('never acknowledged');
}

async function rowsOf(reference: string): Promise<number> {
  const row = await env.DB.prepare('select count(*) as n from enquiries where reference = ?')
    .bind(reference)
    .first('n');
  return Number(row);
}

test(`whatever fails, received is said exactly when one row is there in the end: ${schedules} schedules`, async () => {
  const answers: Record<string, number> = {};
  const printed = watchedConsole();
  let person = 0;
  const property = async (plan: Schedule) => {
    person += 1;
    const form = typedBy(person, plan.trapped, goodForm);
    const taken: unknown[] = [];
    const bindings = {
      INTAKE_WAITS: waits,
      DB: faultyDatabase(env.DB, [...plan.database], plan.error),
      ENQUIRY_QUEUE: faultyQueue(env.ENQUIRY_QUEUE, [...plan.queue], taken),
    };
    const answer = await sendWithFaults(form, bindings);

    for (const body of taken) {
      await deliver(body, [...plan.consumer], plan.error);
      if (plan.redelivered) await deliver(body, [], plan.error);
    }
    const kind =
      answer.status === 303 ? `303 by ${taken.length > 0 ? 'queue' : 'database'}` : String(answer.status);
    answers[kind] = (answers[kind] ?? 0) + 1;

    const page = await answer.clone().text();
    const told = await toldBy(answer, form);
    if (typeof told === 'object') {
      expect(await rowsOf(told.reference)).toBe(1);
    } else {
      expect(told).toBe('not sent');
      expect(answer.headers.get('Retry-After')).toBe('60');
      expect(page).toContain(displayPhone(String(fixtureFacts.phone)).replaceAll(' ', '\u00a0'));
      // Pressing Send again, once all is well, makes one enquiry: also when an abandoned write had landed.
      expect(await rowsOf(referenceIn(await send(form)))).toBe(1);
    }
  };
  try {
    await fc.assert(fc.asyncProperty(schedule, property), { numRuns: schedules });
  } finally {
    printed.stop();
    await emptyQueue();
  }
  // Otherwise nothing was listened to.
  expect(printed.text()).toContain('intake_failed');
  expect(leakedIn(printed.text())).toEqual([]);
  console.log(`${schedules} schedules of faults, answers: ${JSON.stringify(answers)}`);
  // Otherwise the schedules did not reach what they are about.
  expect(Object.keys(answers).sort()).toEqual(['303 by database', '303 by queue', '503']);
}, 120_000);

test('a message that nobody can read is set aside as it came, once, and acknowledged', async () => {
  const unreadable = { old: { version: 99, words: 'from the future' }, text: 'text', nothing: null };
  for (const [id, body] of Object.entries(unreadable)) {
    await deliver(body, ['throws'], databaseErrors[0] ?? '', id);
    await deliver(body, [], '', id);
  }
  const { results } = await env.DB.prepare('select body from set_aside order by rowid').all();
  expect(results).toEqual(Object.values(unreadable).map((body) => ({ body: JSON.stringify(body) })));
});

/** A message as this version sends it, with something about it that D1 will never take, or give back as it was. */
const neverStored: [string, object][] = [
  ['a moment that no clock has', { receivedAt: 1e20 }],
  ['NUL in a text', { utm_campaign: 'a\0b' }],
  ['half a character', { sealed: 'a\ud800' }],
  ['NUL in the consent', { consentVersion: 'consent\0' }],
  ['a number where a text belongs', { emailToken: 7 }],
  ['no sealed answers', { sealed: '' }],
];

const readable = {
  version: 1,
  id: 'f'.repeat(64),
  reference: '34679CDF',
  receivedAt: Date.now(),
  consentVersion: 'consent-1',
  keyId: 'k1',
  sealed: 'x',
};

test.each(neverStored)(
  'a message with %s is set aside at once, from the queue and from the dead letters, and does not circle',
  async (_what, wrong) => {
    for (const queue of ['enquiries', 'enquiries-dead'])
      expect(await deliver({ ...readable, ...wrong }, [], '', queue, queue)).toBe(1);
    expect(await env.DB.prepare('select count(*) as n from set_aside').first('n')).toBe(2);
    expect(await env.DB.prepare('select count(*) as n from enquiries').first('n')).toBe(0);
  },
);

const lasting = [
  'D1_ERROR: NOT NULL constraint failed: enquiries.sealed: SQLITE_CONSTRAINT',
  'D1_ERROR: string or blob too big: SQLITE_TOOBIG',
  'D1_ERROR: datatype mismatch: SQLITE_MISMATCH',
  "D1_TYPE_ERROR: Type 'object' not supported for value '[object Object]'",
];

test.each(lasting)(
  'what D1 will refuse each time (%s) is set aside, shows on Status, and keeps nothing else from being stored',
  async (error) => {
    expect(await deliver(readable, ['throws'], error, 'poison')).toBe(1);
    await env.DB.exec(
      "create trigger refuse before insert on enquiries when new.reference = '34679CDF' begin select raise(abort, 'constraint failed'); end",
    );
    const good = { ...readable, id: 'e'.repeat(64), reference: '34679CDG' };
    await env.DB.prepare('insert into set_aside values (?, ?, 1)').bind('good', JSON.stringify(good)).run();
    for (let runs = 0; runs < 3; runs++) await recoverSetAside(env);
    expect(await rowsOf('34679CDG')).toBe(1);
    const status = await page('/desk/status');
    expect(status).toContain('Enquiry 34679CDF: the database does not take it');
    expect(status).toContain('enter it by hand');
    expect(status).toContain('this version of the site cannot read or store');

    // Once the database takes it, it is stored by itself.
    await env.DB.exec('drop trigger refuse');
    await recoverSetAside(env);
    expect(await rowsOf('34679CDF')).toBe(1);
    expect(await env.DB.prepare('select count(*) as n from set_aside').first('n')).toBe(0);
  },
);

test.each(databaseErrors)('what passes (%s) sets nothing aside: it is tried again', async (error) => {
  expect(await deliver(readable, ['throws', 'throws'], error, 'passing')).toBe(3);
  expect(await env.DB.prepare('select count(*) as n from set_aside').first('n')).toBe(0);
  await env.DB.prepare("insert into set_aside values ('m', ?, 1)")
    .bind(JSON.stringify({ ...readable, id: 'd' }))
    .run();
  const DB = faultyDatabase(env.DB, ['works', 'throws'], error);
  await expect(recoverSetAside({ ...env, DB })).rejects.toThrow();
});

test('a message for which JSON has no words is set aside as well', async () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  for (const [id, body] of Object.entries({ circle, big: 7n, map: new Map([['a', 1]]), nothing: undefined }))
    expect(await deliver(body, [], '', id)).toBe(1);
  expect(await env.DB.prepare('select count(*) as n from set_aside').first('n')).toBe(4);
});

test('a dead letter that nobody could store for four days begins again instead of being deleted', async () => {
  const taken: unknown[] = [];
  const body = { version: 1, words: 'not even this is dropped' };
  const batch = createMessageBatch('enquiries-dead', [
    { id: 'old', timestamp: new Date(), attempts: 91, body },
  ]);
  const context = createExecutionContext();
  await consumeEnquiries(batch, {
    ...env,
    INTAKE_WAITS: waits,
    DB: faultyDatabase(env.DB, ['throws'], databaseErrors[0] ?? ''),
    ENQUIRY_QUEUE: faultyQueue(env.ENQUIRY_QUEUE, [], taken),
  });
  expect(taken).toEqual([body]);
  expect((await getQueueResult(batch, context)).explicitAcks).toEqual(['old']);
  await emptyQueue();
});

test.each(databaseErrors)('the code of an error is found, raw or wrapped: %s', (message) => {
  const code = message.includes('no such table') ? 'no_such_table' : 'd1';
  const raw = new Error(message);
  const wrapped = new DrizzleQueryError('insert into enquiries', ['Ada'], raw);
  expect([raw, wrapped, new Error('outer', { cause: wrapped })].map(errorCode)).toEqual([code, code, code]);
});

test('waits between deliveries double from 30 seconds up to an hour', () => {
  expect([1, 2, 3, 7, 8, 50].map(retryDelay)).toEqual([30, 60, 120, 1920, 3600, 3600]);
});
