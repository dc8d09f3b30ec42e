import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { consentWords } from '../../pages/content/consent.ts';
import { nobody } from '../../pages/practice.ts';
import { watch } from '../../worker/notify/watch.ts';
import { fixtureFacts } from '../fixtures/practice.ts';
import { page } from '../support/desk.ts';
import { faultyDatabase, faultyQueue, sendWithFaults } from '../support/faults.ts';
import { publishPractice } from '../support/practice.ts';
import { emptyQueue } from '../support/queue.ts';
import { shownIn } from '../support/shown-words.ts';
import { valuesIn } from '../support/values.ts';
import { goodForm, send, visit } from '../support/visitor.ts';

const form = async (path = '/') => shownIn(await (await visit(path)).text());
const wordsOf = (name: string) => consentWords({ ...nobody, facts: { name } });

async function stored() {
  const columns = 'headline_version, notice_version, consent_version';
  return (await env.DB.prepare(`select ${columns} from enquiries order by row`).all()).results;
}

test('a form that was handed out before the name changed is stored with the words that its sender saw', async () => {
  const before = await form('/?c=research');
  await watch(env, new Date());
  await publishPractice({ ...fixtureFacts, name: 'Another Name' });
  const now = await form('/?c=research');
  expect(now.consent).not.toBe(before.consent);

  expect((await send({ ...goodForm, ...before })).status).toBe(303);
  expect((await send({ ...goodForm, ...now, name: 'Later' })).status).toBe(303);
  const rows = await stored();
  expect(rows.map(({ consent_version }) => consent_version)).toEqual([before.consent, now.consent]);
  expect(rows[0]?.headline_version).toBe(rows[1]?.headline_version);
  expect(rows[0]?.notice_version).not.toBe(rows[1]?.notice_version);

  const id = await env.DB.prepare('select id from enquiries order by row').first('id');
  const record = await page(`/desk/enquiries/${id}`);
  expect(record).toContain(wordsOf('Example Therapy'));
  expect(record).not.toContain(wordsOf('Another Name'));
});

test.each([
  ['no words at all', { shown: '' }],
  ['words that nobody here wrote', { shown: `${goodForm.shown.slice(0, -1)}_` }],
  ['a tick from another time', { consent: 'consent-1' }],
  ['other words than were ticked', { shown: goodForm.shown.replace(/^\w/, 'f') }],
])('with %s, consent is asked for again and every other word is kept', async (_what, change) => {
  const answer = await send({ ...goodForm, ...change, message: 'Kept words' });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain('The words that you agree to have changed');
  const { consent, ...values } = valuesIn(html);
  expect([consent, values.name, values.message]).toEqual([undefined, 'Ada Example', 'Kept words']);
  // As it came back, ticked again.
  expect((await send({ ...goodForm, ...values, ...shownIn(html) })).status).toBe(303);
});

test('with D1 down a form that was handed out before is still known for ours', async () => {
  const DB = faultyDatabase(env.DB, Array(20).fill('throws'), 'D1_ERROR: Network connection lost.');
  const taken: unknown[] = [];
  const queue = faultyQueue(env.ENQUIRY_QUEUE, [], taken);
  const answer = await sendWithFaults(
    { ...goodForm, name: 'Through The Queue' },
    { DB, ENQUIRY_QUEUE: queue, INTAKE_WAITS: '50 3 50 1000' },
  );
  expect(answer.status).toBe(303);
  expect(taken).toMatchObject([{ consentVersion: goodForm.consent }]);
  await emptyQueue();
});
