import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, expect, test, vi } from 'vitest';
import { app } from '../../worker/app.ts';
import { databaseOf } from '../../worker/database/client.ts';
import { saveVersion } from '../../worker/practice/versions.ts';
import { fixtureFacts } from '../fixtures/practice.ts';
import { site } from '../support/visitor.ts';

afterEach(() => vi.useRealTimers());

/** The bindings as an isolate has them that has just begun, and how often D1 was asked. */
function newIsolate() {
  const asked = { times: 0 };
  const DB = new Proxy(env.DB, {
    get(target, name) {
      if (name === 'batch' || name === 'exec') asked.times += 1;
      return Reflect.get(target, name).bind(target);
    },
  });
  async function open(path = '/') {
    const context = createExecutionContext();
    const answer = await app.request(site + path, {}, { ...env, DB }, context);
    await waitOnExecutionContext(context);
    return answer.text();
  }
  return { asked, open };
}

async function publish(name: string) {
  const database = databaseOf(env.DB);
  const row = await env.DB.prepare(
    "select max(version) as basis from practice_versions where kind = 'facts'",
  ).first<{ basis: number }>();
  const saved = { content: { ...fixtureFacts, name }, basis: row?.basis ?? 0, by: 'x', at: new Date() };
  expect(await saveVersion(database, 'facts', saved)).toBeGreaterThan(0);
}

test('an isolate asks D1 for the practice once in 30 seconds, however many pages it gives', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { asked, open } = newIsolate();
  for (let visit = 0; visit < 20; visit++) await open(['/', '/evidence', '/privacy', '/nowhere'][visit % 4]);
  expect(asked.times).toBe(1);
  for (let half = 1; half <= 4; half++) {
    vi.setSystemTime(Date.now() + 15_000);
    await Promise.all(Array.from({ length: 5 }, () => open()));
  }
  expect(asked.times).toBe(3);
});

test('what was published is seen by the next visitor 30 seconds later, and pages that were kept follow it', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { open } = newIsolate();
  expect(await open()).toContain('Example Therapy');
  await publish('New Name');
  expect(await open()).toContain('Example Therapy');
  vi.setSystemTime(Date.now() + 30_000);
  expect(await open()).toContain('New Name');
  expect(await open('/privacy')).toContain('New Name');
});

test('of two who publish what they began from the same version, only the first does', async () => {
  const database = databaseOf(env.DB);
  const facts = { content: fixtureFacts, basis: 1, by: 'x', at: new Date() };
  const saved = await Promise.all([
    saveVersion(database, 'facts', facts),
    saveVersion(database, 'facts', facts),
  ]);
  expect(saved.filter(Boolean)).toHaveLength(1);
});
