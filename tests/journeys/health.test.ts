import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { sendWithFaults } from '../support/faults.ts';
import { goodForm, visit } from '../support/visitor.ts';

test('a monitor learns whether the database answers, and nothing else', async () => {
  const well = await visit('/healthz');
  expect([well.status, await well.text()]).toEqual([200, 'ok']);
  await env.DB.exec('drop table enquiries');
  const ill = await visit('/healthz');
  expect([ill.status, await ill.text()]).toEqual([503, 'not ok']);
});

test('a missing or malformed secret tells the sender that nothing was sent, and keeps every word', async () => {
  for (const bindings of [
    { SEAL_KEYS: '' },
    { ROOT_KEY: 'short' },
    { ROOT_KEY: '' },
    { DEDUPE_KEY: 'short' },
    { SEAL_KEYS: 'k1:nonsense' },
  ]) {
    const answer = await sendWithFaults({ ...goodForm, message: 'Keep this' }, bindings);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('Keep this');
  }
});

test('waits that are no numbers leave the usual ones in place', async () => {
  expect((await sendWithFaults(goodForm, { INTAKE_WAITS: 'soon' })).status).toBe(303);
});
