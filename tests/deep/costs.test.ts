import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { processorTime, type Running, signedIn, start } from '../../bench/workerd.ts';
import { bundle, stopAll } from '../../bench/workers.ts';
import { paths } from '../../pages/paths.ts';
import { nobody } from '../../pages/practice.ts';
import { root } from '../../scripts/wrangler.ts';
import { fixtureSecrets, fixtureVars } from '../fixtures/settings.ts';
import { writeFixtureConfig } from '../fixtures/wrangler-config.ts';
import { costlyBodies, costlyTexts, most, withCostly } from '../support/costly.ts';
import { type Encoded, encodings } from '../support/encodings.ts';
import { typedBy } from '../support/made-up-sender.ts';
import { copyMigratedState } from '../support/migrated-state.ts';
import { wordsShown } from '../support/words-shown.ts';

// Looks for what makes the Worker work hardest, straight on workerd, and compares it with an ordinary enquiry.

/** How many ordinary enquiries anything may cost. */
const allowed = 10;
/** Cloudflare's own limit for an address is 16 KiB; beyond 4,000 ours leads to one without its query. */
const longestAddress = 14_000;

let folder: string;
let site: Running;
let own: string;
let record: string;
let people = 0;

const words = await wordsShown(fixtureSecrets, nobody);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'costs-'));
  const config = writeFixtureConfig(folder);
  bundle(root, folder, '--config', config);
  await copyMigratedState(folder, config);
  const { workerOptions } = unstable_getMiniflareWorkerOptions(config);
  const bindings = { ...fixtureVars, ...fixtureSecrets, ACCESS_AUD: 'local' };
  site = await start(folder, { ...workerOptions, bindings });
  const sent = await ask('/enquiry', ordinaryForm());
  const page = await (await ask(sent.headers.get('Location') ?? '')).text();
  [own = ''] = /\/yours\/[^"]+/.exec(page) ?? [];
  [record = ''] = /\/desk\/enquiries\/[\da-f]{64}/.exec(await (await ask('/desk')).text()) ?? [];
  for (let n = 0; n < 100; n++) await cost('/enquiry', ordinaryForm());
});
afterAll(async () => {
  await site.stop();
  await stopAll();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

function ordinaryForm(): Encoded {
  return encodings.urlencoded(Object.entries(typedBy(++people, false, words)));
}

function ask(path: string, body?: Encoded, more: Record<string, string> = {}): Promise<Response> {
  const headers = { Accept: 'text/html', 'Accept-Language': 'en-GB', 'Sec-Fetch-Site': 'same-origin' };
  return fetch(site.url + path, {
    redirect: 'manual',
    ...(body && { method: 'POST', body: body.text }),
    headers: { ...headers, ...signedIn, ...(body && { 'Content-Type': body.type }), ...more },
  });
}

/** Microseconds of all processors for one request. */
async function cost(...request: Parameters<typeof ask>): Promise<number> {
  const before = processorTime(site.pid);
  const answer = await ask(...request);
  await answer.arrayBuffer();
  if (answer.status >= 500) throw new Error(`${request[0].slice(0, 100)}: ${answer.status}`);
  return processorTime(site.pid) - before;
}

async function median(times: number, measure: () => Promise<number>): Promise<number> {
  const all: number[] = [];
  for (let n = 0; n < times; n++) all.push(await measure());
  return all.sort((one, other) => one - other)[Math.floor(times / 2)] ?? Number.NaN;
}

type Attempt = [what: string, ...request: Parameters<typeof ask>];

/** Beside ordinary enquiries of the same moment. What a page lists is not what is judged: one enquiry stays. */
async function ratioOf(times: number, request: Parameters<typeof ask>): Promise<number> {
  const asked = await median(times, () => cost(...request));
  const ordinary = await median(times, () => cost('/enquiry', ordinaryForm()));
  await site.database.exec('delete from enquiries where row > 1; delete from changes');
  return asked / ordinary;
}

/** What seems dear is asked again, because the machine is not ours alone. */
async function judge(title: string, attempts: readonly Attempt[]): Promise<void> {
  const ratios: [what: string, ratio: number][] = [];
  for (const [what, ...request] of attempts) {
    const once = await ratioOf(1, request);
    ratios.push([what, once > allowed * 0.8 ? await ratioOf(9, request) : once]);
  }
  ratios.sort(([, one], [, other]) => other - one);
  const dearest = ratios.slice(0, 3).map(([what, ratio]) => `${ratio.toFixed(1)} × ${what}`);
  console.log(`${title}, ${ratios.length} tried: ${dearest.join(' · ')}`);
  expect(ratios.filter(([, ratio]) => ratio > allowed)).toEqual([]);
}

const form = typedBy(0, false, words);
const version = { version: '0' };
const typedInto = ['message', 'note', 'reason', 'contact'];
/** Every address that takes a form, with one that it would take. */
const forms: [path: () => string, fields: Record<string, string>][] = [
  [() => paths.enquiry, { ...form, goodTime: '', voicemail: '' }],
  [() => own, { ...form, contact: form.email, action: 'correct' }],
  [() => own, { contact: form.email, action: 'see' }],
  [() => paths.enquiries, { ...form, takenBy: 'phone' }],
  [() => `${record}/notes`, { ...version, note: 'x' }],
  [() => `${record}/keep`, { ...version, reason: 'x' }],
  [() => `${record}/stage`, { ...version, move: 'x' }],
  [() => `${record}/inbox`, version],
  [() => `${record}/hand-over`, version],
  [() => `${record}/erase`, { id: 'x' }],
  [() => paths.leads, { kind: 'x', filter: '', since: '' }],
  [() => paths.replyTime, { workingDays: '2', awayUntil: '' }],
  [() => '/desk/practice/facts/you', { seen: 'x', name: 'x', 'council-name': 'x' }],
  [() => '/desk/practice/facts/place', { seen: 'x', street: 'x', monday: 'x' }],
  [() => '/desk/practice/facts/prices', { seen: 'x', 'price-1-what': 'x', 'price-1-minutes': 'x' }],
  [() => '/desk/practice/facts/reach', { seen: 'x', phone: 'x', email: 'x' }],
  [() => paths.settings, { from: '9', closedDays: '1/1', mailTo: 'a@b.co', days: '1', remindAfter: '4' }],
  [() => paths.settingsHistory, { version: '1', basis: '1' }],
  [() => '/desk/alarms/silence/end', { x: '' }],
];

test.each(forms)(
  'no body of 64 KiB costs more than ten ordinary enquiries: form %#',
  async (path, fields) => {
    const texts = costlyTexts(most - 3000);
    const short = costlyTexts(1500);
    const attempts = Object.keys(fields).flatMap((name) =>
      [...texts, ...short].map(
        ([kind, text]): Attempt => [
          `${name}: ${kind}, ${text.length}`,
          path(),
          withCostly(fields, name, text),
        ],
      ),
    );
    const [typed = ''] = Object.keys(fields).sort((one) => (typedInto.includes(one) ? -1 : 1));
    const bodies = costlyBodies(typed).map(([kind, body]): Attempt => [kind, path(), body]);
    const long = costlyTexts(15_900).map(
      ([kind, text]): Attempt => [`message: ${kind}, 16 k`, path(), withCostly(fields, 'message', text)],
    );
    await judge(`POST ${path().slice(0, 20)} ${Object.keys(fields).join(' ').slice(0, 40)}`, [
      ...attempts,
      ...bodies,
      ...('message' in fields ? long : []),
    ]);
  },
);

/** Every address that shows a page, with what it reads of its query. */
const pages: [path: () => string, names: string[]][] = [
  ...[paths.landing, paths.enquiry, paths.evidence, paths.privacy, paths.accessibility, '/nowhere'].map(
    (path): [() => string, string[]] => [() => path, ['c', 'utm_source']],
  ),
  [() => '/sent/34679CDF/x', ['c']],
  [() => own, ['c']],
  [() => paths.inbox, ['q', 'campaign', 'from', 'stage', 'before']],
  [() => paths.review, ['before']],
  [() => paths.leads, ['before']],
  [() => record, ['signed-out']],
  [() => `${record}/person`, ['x']],
  [() => paths.figures, ['from', 'to', 'campaign']],
  [() => paths.deletions, ['x']],
];

test.each(pages)('no address costs more than ten ordinary enquiries: page %#', async (path, names) => {
  const attempts = names.flatMap((name) =>
    [...costlyTexts(longestAddress), ...costlyTexts(3800), ...costlyTexts(300)].flatMap(
      ([kind, text]): Attempt[] => {
        const encoded = encodeURIComponent(text).slice(0, longestAddress);
        const raw = text.replace(/[^!-~]|[#&]/g, '%').slice(0, longestAddress);
        return [
          [`${name}: ${kind}, ${text.length}`, `${path()}?${name}=${encoded}`],
          [`${name}: ${kind}, raw`, `${path()}?${name}=${raw}`],
        ];
      },
    ),
  );
  const many = costlyBodies(names[0] ?? '').flatMap(([kind, { type, text }]): Attempt[] =>
    type.startsWith('multipart')
      ? []
      : [[kind, `${path()}?${text.replace(/[^!-~]/g, '%').slice(0, longestAddress)}`]],
  );
  await judge(`GET ${path().slice(0, 20)}`, [...attempts, ...many]);
});

test('no part of a path, and no header, costs more than ten ordinary enquiries', async () => {
  const texts = costlyTexts(4000);
  const places = [
    '/sent/*/x',
    '/sent/34679CDF/*',
    '/yours/*/x',
    '/yours/34679CDF/*',
    '/desk/enquiries/*',
    '/*',
    '/*/',
  ];
  const headers = [
    'User-Agent',
    'Origin',
    'Cf-Access-Jwt-Assertion',
    'X-Canary',
    'Cookie',
    'CF-Connecting-IP',
    'If-None-Match',
  ];
  await judge('paths', [
    ...places.flatMap((place) =>
      texts.map(
        ([kind, text]): Attempt => [`${place}: ${kind}`, place.replace('*', () => encodeURIComponent(text))],
      ),
    ),
  ]);
  await judge('headers', [
    ...headers.flatMap((name) =>
      texts.map(([kind, text]): Attempt => {
        const value = text.replace(/[^ -~]/g, 'x').trim() || 'x';
        const body = encodings.urlencoded(Object.entries({ ...form, name: '' }));
        return [`${name}: ${kind}`, paths.enquiry, body, { [name]: value, 'Content-Type': body.type }];
      }),
    ),
    ...texts.map(([kind, text]): Attempt => {
      const type = `multipart/form-data; ${text.replace(/[^ -~]/g, ' ')}; boundary=x`;
      return [`Content-Type: ${kind}`, paths.enquiry, { type, text: '--x--\r\n' }];
    }),
  ]);
});
