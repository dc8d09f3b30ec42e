import { env } from 'cloudflare:workers';
import { afterEach, expect, test, vi } from 'vitest';
import guide from '../../docs/intake.md?raw';
import { databaseOf } from '../../worker/database/client.ts';
import { readPublished } from '../../worker/practice/published.ts';
import { fixtureFacts } from '../fixtures/practice.ts';
import { faultyQueue } from '../support/faults.ts';
import { newIsolate, type Outage } from '../support/isolates.ts';
import { publishPractice } from '../support/practice.ts';
import { emptyQueue } from '../support/queue.ts';
import { valuesIn } from '../support/values.ts';
import { goodForm } from '../support/visitor.ts';

afterEach(() => vi.useRealTimers());

const heading = '| the isolate | a copy | D1 |';

/** The rows of the table that the guide shows. */
const rows = guide
  .slice(guide.indexOf(heading))
  .split('\n\n')[0]
  ?.split('\n')
  .slice(2)
  .map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

/** What the last deploy took along of the practice as it is now. */
async function copyNow() {
  const { practice, open } = await readPublished(databaseOf(env.DB));
  const { facts, settings, version } = practice;
  return JSON.stringify({ facts, settings, version, open });
}

/** An isolate as a row has it, with its D1 down. */
async function isolateOf(past: string, copy: string, outage: Outage, bindings: Partial<Env> = {}) {
  const PRACTICE_COPY = copy === 'yes' ? await copyNow() : 'none';
  const isolate = newIsolate({ ...bindings, PRACTICE_COPY });
  if (past === 'has given pages before') {
    vi.useFakeTimers({ toFake: ['Date'] });
    await isolate.get();
    // What it remembers is old by then.
    vi.setSystemTime(Date.now() + 3_600_000);
  }
  isolate.goDown(outage);
  return isolate;
}

const button = '<button class="button" type="submit">Send my enquiry';
const count = () => env.DB.prepare('select count(*) as n from enquiries').first('n');

/** What a visitor gets, in the words of the table. */
async function wordsOf(answer: Response): Promise<string> {
  if (answer.status === 303) return 'stored once, by the queue';
  const html = await answer.text();
  expect(html).not.toContain('opens soon');
  expect(html).not.toContain('[to add');
  if (answer.status === 200 && html.includes(button)) return 'the page and its form';
  expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '60']);
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
  expect(html).toContain('<meta name="robots" content="noindex"/>');
  if (!html.includes('<form')) return html.includes('is not working') ? '“not working”, no form' : html;
  expect(valuesIn(html)).toMatchObject({ name: goodForm.name, message: 'Kept words' });
  expect(html).toContain('Your enquiry was not sent');
  return `not sent, every word back, ${html.includes(button) ? 'Send again' : 'no button'}`;
}

test('the guide has a row for each way in which D1 can fail', () => {
  const ways = rows?.map(([past, copy, outage]) => `${past} ${copy} ${outage}`);
  expect(new Set(ways).size).toBe(8);
});

test.each(rows ?? [])('the isolate %s, copy: %s, D1 %s', async (past, copy, outage, opens, sends, both) => {
  const how = outage === 'hangs' ? 'hangs' : 'refuses';
  const isolate = await isolateOf(past ?? '', copy ?? '', how);
  expect(await wordsOf(await isolate.get())).toBe(opens);
  expect(await wordsOf(await isolate.post({ ...goodForm, message: 'Kept words' }))).toBe(sends);
  await emptyQueue();
  expect(await count()).toBe(1);

  const refusing = faultyQueue(env.ENQUIRY_QUEUE, Array(9).fill('throws'), []);
  const worse = await isolateOf(past ?? '', copy ?? '', how, { ENQUIRY_QUEUE: refusing });
  expect(await wordsOf(await worse.post({ ...goodForm, message: 'Kept words' }))).toBe(both);
  expect(await count()).toBe(1);
});

test('a D1 that hangs is waited for for a moment by one visit, and not by those that follow', async () => {
  const isolate = await isolateOf('has given pages before', 'no', 'hangs');
  const waited = async () => {
    const start = performance.now();
    await isolate.get();
    return performance.now() - start;
  };
  const [first, second] = [await waited(), await waited()];
  expect(first).toBeLessThan(1000);
  expect(second).toBeLessThan(first / 2);
});

test('the privacy notice has a name or is not given; search engines are told of nothing that is not there', async () => {
  const unknown = await isolateOf('has just begun', 'no', 'refuses');
  expect((await unknown.get('/privacy')).status).toBe(503);
  expect(await (await unknown.get('/sitemap.xml')).text()).not.toContain('<loc>');
  for (const path of ['/robots.txt', '/mark.svg', '/card.png', '/.well-known/security.txt'])
    expect([path, (await unknown.get(path)).status]).toEqual([path, 200]);
  const known = await isolateOf('has just begun', 'yes', 'refuses');
  expect(await (await known.get('/privacy')).text()).toContain(fixtureFacts.name);
  expect(await (await known.get('/sitemap.xml')).text()).toContain('/privacy</loc>');
});

test('words that nobody here has shown are not taken by the queue either, and come back', async () => {
  const isolate = await isolateOf('has just begun', 'no', 'refuses');
  const answer = await isolate.post({ ...goodForm, shown: 'x.y.z.w', message: 'Kept words' });
  expect(await wordsOf(answer)).toBe('not sent, every word back, no button');
});

test('a copy of a site that was shut says nothing: it may have been opened since', async () => {
  await publishPractice(fixtureFacts, { open: false });
  const isolate = await isolateOf('has just begun', 'yes', 'refuses');
  expect(await wordsOf(await isolate.get())).toBe('“not working”, no form');
});

test('an isolate that knows that the site is shut says so, whatever D1 does', async () => {
  await publishPractice(fixtureFacts, { open: false });
  const isolate = await isolateOf('has given pages before', 'no', 'hangs');
  const answer = await isolate.get();
  expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '86400']);
  expect(await answer.text()).toContain('opens soon');
});
